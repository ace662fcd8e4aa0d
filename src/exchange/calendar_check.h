#pragma once

#include "exchange/amsterdam_time.h"
#include "exchange/calendar.h"

#include <chrono>
#include <optional>

namespace planner::exchange {

/// The first thing in the calendar that cannot be written; nothing when all of it can.
std::optional<CalendarProblem> first_problem(const Calendar& calendar);

/// The day, when it is in the years that a calendar can be written for.
std::optional<std::chrono::year_month_day> calendar_day(std::string_view text);

/// Minutes before the start; negative is after it.
std::int64_t minutes_before(const Alarm& alarm);

} // namespace planner::exchange
