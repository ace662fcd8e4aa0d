#include "assets/language.h"

#include <algorithm>
#include <map>

#include "assets/catalog.h"

namespace planner::assets {

namespace {

using document::Value;

/// A language that was fetched; `table` looks into `words`.
struct Fetched {
    std::vector<std::pair<std::string, std::string>> words;
    std::vector<Text> table;
};

std::map<std::string, Fetched, std::less<>>& fetched() {
    static std::map<std::string, Fetched, std::less<>> languages;
    return languages;
}

bool put_next(Value& value, const std::vector<std::string>& english, std::size_t& next) {
    if (value.is_array()) {
        return std::all_of(value.begin(), value.end(), [&](Value& item) { return put_next(item, english, next); });
    }
    if (!value.is_object()) return true;
    if (!value.contains("nl")) {
        return std::all_of(value.begin(), value.end(), [&](Value& member) { return put_next(member, english, next); });
    }
    if (next == english.size()) return false;
    value["en"] = english[next++];
    return true;
}

bool is_texts(const Value& value) {
    return std::all_of(value.begin(), value.end(), [](const Value& text) { return text.is_string(); });
}

bool is_pack(const Value& value) {
    if (!value.is_object() || !value.contains("texts") || !value.contains("processes")) return false;
    const Value& texts = value["texts"];
    const Value& processes = value["processes"];
    return texts.is_object() && is_texts(texts) && processes.is_object() &&
           std::all_of(processes.begin(), processes.end(),
                       [](const Value& list) { return list.is_array() && is_texts(list); });
}

} // namespace

std::span<const Text> texts(std::string_view language) {
    const auto found = fetched().find(language);
    return found != fetched().end() ? std::span<const Text>(found->second.table) : embedded_texts(language);
}

bool has_language(std::string_view language) {
    return !texts(language).empty();
}

bool put_english(Value& process, const std::vector<std::string>& english) {
    std::size_t next = 0;
    return put_next(process, english, next) && next == english.size();
}

bool add_language(std::string_view language, std::string_view json) {
    const Value pack = Value::parse(json, nullptr, false);
    if (!is_pack(pack)) return false;
    Translations translations;
    for (const auto& [id, list] : pack["processes"].items()) translations[id] = list.get<std::vector<std::string>>();
    if (!translate_processes(std::move(translations))) return false;
    Fetched& taken = fetched()[std::string(language)] = {};
    for (const auto& [key, text] : pack["texts"].items()) taken.words.emplace_back(key, text.get<std::string>());
    for (const auto& [key, text] : taken.words) taken.table.push_back({key, text});
    return true;
}

} // namespace planner::assets
