#pragma once

#include <string>
#include <string_view>

#include "assets/assets.h"
#include "document/read.h"
#include "document/value.h"

namespace planner::testing {

inline constexpr std::string_view shipped_id = "mbo-peer-review";

inline document::Value shipped() {
    return document::read_json(assets::process(shipped_id)).value();
}

/// A process file of a network: the shipped one with another title and what `edit` does to it.
template <class Edit>
std::string own_process(const std::string& id, const std::string& version, const Edit& edit) {
    document::Value process = shipped();
    process["id"] = id;
    process["version"] = version;
    process["title"]["nl"] = "Eigen werkwijze";
    process["title"]["en"] = "Own process";
    edit(process);
    return process.dump(2);
}

inline std::string own_process(const std::string& id = "eigen-werkwijze", const std::string& version = "1.0") {
    return own_process(id, version, [](document::Value&) {});
}

/// Without the card on which the learning question stands first.
inline void remove_first_card(document::Value& process) {
    const std::string card = "verkenning";
    const auto erase = [&](document::Value& list) {
        for (std::size_t i = list.size(); i-- > 0;)
            if (list[i] == card || (list[i].is_object() && list[i].value("id", "") == card)) list.erase(i);
    };
    erase(process["cards"]);
    for (document::Value& step : process["steps"]) erase(step["cards"]);
    document::Value& questions = process["learning_question"];
    for (std::size_t i = questions.size(); i-- > 0;)
        if (questions[i]["card"] == card) questions.erase(i);
    for (document::Value& task : process["tasks"])
        if (task.value("card", "") == card) {
            task.erase("card");
            task.erase("done_when");
        }
    process["rules"] = document::Value::array();
    process["run_sheets"] = document::Value::array();
    for (document::Value& message : process["messages"]) message.erase("notes_of");
    for (document::Value& task : process["tasks"])
        if (task.value("place", "") == "run_sheet") {
            task.erase("place");
            task.erase("run_sheet");
            task.erase("done_when");
        }
}

} // namespace planner::testing
