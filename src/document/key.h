#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace planner::document {

struct EntityKey {
    std::string collection;
    std::string id;
    bool operator==(const EntityKey&) const = default;
    std::strong_ordering operator<=>(const EntityKey&) const;
};

struct FieldKey {
    EntityKey entity;
    std::string field;
    bool operator==(const FieldKey&) const = default;
    std::strong_ordering operator<=>(const FieldKey&) const;
};

/// The field that says that an entity was deleted.
inline constexpr std::string_view deleted_field = "deleted";

/// JSON pointers (RFC 6901) into `data`: "/collection/id" and "/collection/id/field".
std::string to_pointer(const EntityKey&);
std::string to_pointer(const FieldKey&);

/// Adds one segment to a pointer, escaping "~" and "/".
void append_pointer_segment(std::string& pointer, std::string_view segment);

/// The segments of a JSON pointer, unescaped: "" has none. Nothing when it is not one (RFC 6901 section 3).
std::optional<std::vector<std::string>> split_pointer(std::string_view pointer);

/// The field that a pointer of exactly three segments names; nothing otherwise.
std::optional<FieldKey> parse_pointer(std::string_view pointer);

} // namespace planner::document
