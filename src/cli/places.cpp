#include "cli/places.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <utility>

namespace planner::cli {

namespace {

using document::Value;

/// An array index: digits without leading zeros.
std::optional<std::size_t> index_of(const std::string& segment, std::size_t size) {
    std::size_t index = 0;
    const char* end = segment.data() + segment.size();
    const auto result = std::from_chars(segment.data(), end, index);
    const bool well_formed =
        result.ec == std::errc() && result.ptr == end && (segment.size() == 1 || segment[0] != '0');
    return well_formed && index < size ? std::optional(index) : std::nullopt;
}

} // namespace

const Value* value_at(const Value& root, std::span<const std::string> path) {
    const Value* place = &root;
    for (const std::string& segment : path) {
        if (place->is_object()) {
            const auto found = place->find(segment);
            if (found == place->end()) {
                return nullptr;
            }
            place = &*found;
        } else if (place->is_array()) {
            const auto index = index_of(segment, place->size());
            if (!index) {
                return nullptr;
            }
            place = &(*place)[*index];
        } else {
            return nullptr;
        }
    }
    return place;
}

bool put_at(Value& root, std::span<const std::string> path, Value value) {
    if (path.empty()) {
        root = std::move(value);
        return true;
    }
    const Value* found = value_at(root, path.first(path.size() - 1));
    if (found == nullptr) {
        return false;
    }
    Value& holder = const_cast<Value&>(*found);
    const std::string& last = path.back();
    if (holder.is_object()) {
        holder[last] = std::move(value);
        return true;
    }
    if (!holder.is_array()) {
        return false;
    }
    if (last == "-") {
        holder.push_back(std::move(value));
        return true;
    }
    const auto index = index_of(last, holder.size());
    if (index) {
        holder[*index] = std::move(value);
    }
    return index.has_value();
}

bool take_out(Value& root, std::span<const std::string> path) {
    if (path.empty() || value_at(root, path) == nullptr) {
        return false;
    }
    Value& holder = const_cast<Value&>(*value_at(root, path.first(path.size() - 1)));
    if (holder.is_object()) {
        holder.erase(path.back());
    } else {
        holder.erase(*index_of(path.back(), holder.size()));
    }
    return true;
}

} // namespace planner::cli
