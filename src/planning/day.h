#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace planner::planning {

/// A day of the calendar, without a time zone: the day that stands on the wall.
using Day = std::chrono::year_month_day;

/// Reads yyyy-mm-dd; nothing for anything else or for a day that does not exist.
std::optional<Day> parse_day(std::string_view text);
/// yyyy-mm-dd
std::string format_day(Day day);
/// Whole days from `from` to `to`; negative when `to` is earlier.
int days_between(Day from, Day to);
Day add_days(Day day, int days);
/// The same day of a later (or, when negative, earlier) month; its last day where that month is shorter.
Day add_months(Day day, int months);
/// Whole months from `from` to `to`; negative when `to` is earlier.
int months_between(Day from, Day to);
/// 1 is Monday, 7 is Sunday, as in ISO 8601.
int weekday_number(Day day);

} // namespace planner::planning
