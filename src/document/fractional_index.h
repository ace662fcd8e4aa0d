#pragma once

#include <string>
#include <string_view>

namespace planner::document {

/// The field that holds an entity's place among its siblings; siblings are sorted by (position, id).
inline constexpr std::string_view position_field = "position";

/// A position between two others: letters and digits that sort as bytes between `before` and `after`. "" is the open
/// end on that side. Where nothing fits between (equal or reversed positions) the result sorts after `before`.
/// Characters that are no position digits are treated as the end of the position.
std::string index_between(std::string_view before, std::string_view after);

} // namespace planner::document
