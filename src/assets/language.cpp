#include "assets/language.h"

#include <algorithm>
#include <map>

#include "assets/catalog.h"
#include "document/read.h"

namespace planner::assets {

namespace {

using document::Value;

/// `table` looks into `words`, or into what is part of the program.
struct Language {
    std::vector<std::pair<std::string, std::string>> words;
    std::vector<Text> table;
};

std::map<std::string, Language, std::less<>>& known() {
    static std::map<std::string, Language, std::less<>> languages;
    return languages;
}

/// Takes what stands before the first NUL, and the NUL, off `words`.
std::string_view take_word(std::string_view& words) {
    const std::string_view word = words.substr(0, words.find('\0'));
    words.remove_prefix(word.size() + 1);
    return word;
}

std::vector<Text> embedded_table(std::string_view language) {
    std::vector<Text> table;
    for (std::string_view words = embedded_texts(language); !words.empty();) {
        const std::string_view key = take_word(words);
        table.push_back({key, take_word(words)});
    }
    return table;
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
    auto found = known().find(language);
    if (found == known().end()) found = known().emplace(language, Language{{}, embedded_table(language)}).first;
    return found->second.table;
}

bool has_language(std::string_view language) {
    return !texts(language).empty();
}

bool put_english(Value& process, const std::vector<std::string>& english) {
    std::size_t next = 0;
    return put_next(process, english, next) && next == english.size();
}

bool add_language(std::string_view language, std::string_view json) {
    const auto read = document::read_json(json);
    if (!read || !is_pack(*read)) return false;
    const Value& pack = *read;
    Translations translations;
    for (const auto& [id, list] : pack["processes"].items()) translations[id] = list.get<std::vector<std::string>>();
    if (!translate_processes(std::move(translations))) return false;
    Language& taken = known()[std::string(language)] = {};
    for (const auto& [key, text] : pack["texts"].items()) taken.words.emplace_back(key, text.get<std::string>());
    for (const auto& [key, text] : taken.words) taken.table.push_back({key, text});
    return true;
}

} // namespace planner::assets
