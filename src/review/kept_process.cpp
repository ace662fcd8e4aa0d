#include "review/kept_process.h"

#include <algorithm>
#include <utility>

#include "review/ids.h"
#include "review/values.h"

namespace planner::review {
namespace {

std::size_t characters_in(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

} // namespace

document::FieldKey kept_process_key() {
    return {{"process", "file"}, "text"};
}

std::string_view kept_process(const document::Document& document) {
    const document::FieldKey key = kept_process_key();
    const auto* text = document.value(key).get_ptr<const std::string*>();
    return text == nullptr || document.is_deleted(key.entity) ? std::string_view() : *text;
}

std::vector<FieldWrite> follow_process(std::string_view id, std::string_view text) {
    return {{kept_process_key(), std::string(text)}, {{review_key(), "process"}, std::string(id)}};
}

document::FieldKey given_name_key(std::string_view id) {
    return {{std::string(given_names_collection), std::string(id)}, "text"};
}

std::vector<process::GivenName> given_names(const document::Document& document) {
    std::vector<process::GivenName> names;
    const document::Collection* given = document.collection(given_names_collection);
    if (given == nullptr) return names;
    for (const auto& [id, entity] : *given) {
        const document::FieldKey key = given_name_key(id);
        const document::Value& name = document.value(key);
        if (document.is_deleted(key.entity) || !is_filled(name)) continue;
        std::string text = text_of(name);
        if (!text.empty() && characters_in(text) <= longest_name) names.push_back({id, std::move(text)});
    }
    return names;
}

} // namespace planner::review
