#include "document/key.h"

#include <utility>

namespace planner::document {

namespace {

std::strong_ordering order_of(const std::string& left, const std::string& right) {
    return left.compare(right) <=> 0;
}

/// Turns "~0" and "~1" back into "~" and "/"; nothing when a "~" is followed by anything else.
std::optional<std::string> unescaped(std::string_view segment) {
    std::string result;
    for (std::size_t index = 0; index < segment.size(); ++index) {
        if (segment[index] != '~') {
            result += segment[index];
            continue;
        }
        ++index;
        if (index == segment.size() || (segment[index] != '0' && segment[index] != '1')) {
            return std::nullopt;
        }
        result += segment[index] == '0' ? '~' : '/';
    }
    return result;
}

} // namespace

std::strong_ordering EntityKey::operator<=>(const EntityKey& other) const {
    const auto order = order_of(collection, other.collection);
    return order != 0 ? order : order_of(id, other.id);
}

std::strong_ordering FieldKey::operator<=>(const FieldKey& other) const {
    const auto order = entity <=> other.entity;
    return order != 0 ? order : order_of(field, other.field);
}

void append_pointer_segment(std::string& pointer, std::string_view segment) {
    pointer += '/';
    for (const char character : segment) {
        if (character == '~') {
            pointer += "~0";
        } else if (character == '/') {
            pointer += "~1";
        } else {
            pointer += character;
        }
    }
}

std::string to_pointer(const EntityKey& key) {
    std::string pointer;
    append_pointer_segment(pointer, key.collection);
    append_pointer_segment(pointer, key.id);
    return pointer;
}

std::string to_pointer(const FieldKey& key) {
    std::string pointer = to_pointer(key.entity);
    append_pointer_segment(pointer, key.field);
    return pointer;
}

std::optional<std::vector<std::string>> split_pointer(std::string_view pointer) {
    std::vector<std::string> segments;
    while (!pointer.empty()) {
        if (pointer.front() != '/') {
            return std::nullopt;
        }
        pointer.remove_prefix(1);
        const std::string_view raw = pointer.substr(0, pointer.find('/'));
        auto segment = unescaped(raw);
        if (!segment) {
            return std::nullopt;
        }
        segments.push_back(std::move(*segment));
        pointer.remove_prefix(raw.size());
    }
    return segments;
}

std::optional<FieldKey> parse_pointer(std::string_view pointer) {
    auto segments = split_pointer(pointer);
    if (!segments || segments->size() != 3) {
        return std::nullopt;
    }
    return FieldKey{{std::move((*segments)[0]), std::move((*segments)[1])}, std::move((*segments)[2])};
}

} // namespace planner::document
