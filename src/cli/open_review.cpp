#include "cli/open_review.h"

#include "assets/assets.h"
#include "assets/catalog.h"
#include "document/key.h"
#include "document/read.h"
#include "document/write.h"
#include "review/ids.h"
#include "review/kept_process.h"

#include <utility>

namespace planner::cli {

planning::Plan OpenReview::plan(planning::Day today) const {
    const planning::ReviewDays days(reading(), assets::school_holidays());
    return planning::make_plan(
        reading(), today, [&](std::string_view subject) -> const planning::WorkingDays& { return days.of(subject); });
}

Expected<OpenReview> open_review(const Surroundings& surroundings, const std::string& file) {
    auto read = read_document(surroundings, file);
    if (!read) {
        return tl::unexpected<Problem>(std::move(read.error()));
    }
    const std::string id = review::process_id(read->document);
    assets::ReviewProcess followed;
    followed.update(read->document);
    if (const auto& problem = followed.problem()) {
        return refuse(file, document::to_pointer(review::kept_process_key()),
                      "the process that the review keeps cannot be read at \"" + problem->pointer +
                          "\": " + problem->sentence);
    }
    if (!followed.known()) {
        return refuse(file, document::to_pointer(document::FieldKey{review::review_key(), "process"}),
                      no_such_process(id));
    }
    return OpenReview{std::move(read->document), std::move(followed)};
}

Expected<OwnProcess> open_process(const Surroundings& surroundings, const std::string& file) {
    const auto bytes = read_bytes(surroundings, file);
    if (!bytes) {
        return tl::unexpected<Problem>(bytes.error());
    }
    auto loaded = process::load(*bytes);
    if (!loaded) {
        process::ProcessError& error = loaded.error();
        return tl::unexpected<Problem>(
            {file, error.line, error.column, std::move(error.pointer), std::move(error.sentence)});
    }
    std::string text = document::canonical_text(*document::read_json(*bytes));
    const auto process = assets::process_from(text);
    if (!process) {
        return refuse(file, process.error().pointer, process.error().sentence);
    }
    return OwnProcess{*process, assets::text_of(**process)};
}

std::string no_such_process(const std::string& id) {
    std::string names;
    for (const assets::Asset& process : assets::processes()) {
        names += (names.empty() ? "" : ", ") + std::string(process.id);
    }
    return "there is no process \"" + id + "\"; known: " + names;
}

} // namespace planner::cli
