#include "review/values.h"

#include <algorithm>

namespace planner::review {

std::string text_of(const document::Value& value) {
    const auto* text = value.get_ptr<const std::string*>();
    return text == nullptr ? std::string() : *text;
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
