#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace planner::planning {

constexpr int minutes_per_day = 24 * 60;

/// The moment from which a year has five digits, which neither calendars nor mails can write: milliseconds since
/// 1970-01-01 00:00 UTC.
constexpr std::int64_t first_moment_after_9999 = 253402300800000;

/// Minutes since midnight in hh:mm, 00:00 to 23:59; nothing for anything else.
std::optional<int> parse_clock(std::string_view text);
/// hh:mm; what is before or after the day counts on from the other end, so that 1450 is 00:10.
std::string format_clock(int minutes);

} // namespace planner::planning
