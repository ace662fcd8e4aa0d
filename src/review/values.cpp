#include "review/values.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <system_error>

namespace planner::review {

std::string text_of(const document::Value& value) {
    const auto* text = value.get_ptr<const std::string*>();
    return text == nullptr ? std::string() : *text;
}

std::vector<std::string> texts_of(const document::Value& value) {
    std::vector<std::string> texts;
    if (is_filled(value) && value.is_string()) texts.push_back(text_of(value));
    if (!value.is_array()) return texts;
    for (const document::Value& each : value) {
        if (each.is_string()) texts.push_back(text_of(each));
    }
    return texts;
}

std::size_t whole_number_of(const document::Value& value) {
    constexpr std::int64_t most = 100'000;
    std::int64_t number = 0;
    if (const auto* text = value.get_ptr<const std::string*>()) {
        const char* end = text->data() + text->size();
        const auto [rest, error] = std::from_chars(text->data(), end, number);
        if (error != std::errc() || rest != end) return 0;
    } else if (value.is_number_integer()) {
        number = value.get<std::int64_t>();
    }
    return number > 0 && number <= most ? static_cast<std::size_t>(number) : 0;
}

bool is_filled(const document::Value& value) {
    if (const auto* text = value.get_ptr<const std::string*>()) {
        return std::any_of(text->begin(), text->end(),
                           [](char c) { return c != ' ' && c != '\n' && c != '\t' && c != '\r'; });
    }
    if (const auto* ticked = value.get_ptr<const bool*>()) return *ticked;
    if (value.is_array() || value.is_object()) return !value.empty();
    return !value.is_null();
}

} // namespace planner::review
