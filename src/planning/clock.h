#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace planner::planning {

constexpr int minutes_per_day = 24 * 60;

/// Minutes since midnight in hh:mm, 00:00 to 23:59; nothing for anything else.
std::optional<int> parse_clock(std::string_view text);
/// hh:mm; what is before or after the day counts on from the other end, so that 1450 is 00:10.
std::string format_clock(int minutes);

} // namespace planner::planning
