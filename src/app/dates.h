#pragma once

#include <cstdint>
#include <string>

#include "app/texts.h"
#include "planning/day.h"

namespace planner::app {

using planning::Day;
using planning::days_between;
using planning::format_day;
using planning::parse_day;

/// The local day and minute of a moment. `time` in milliseconds since 1970 UTC, `offset` in minutes east of UTC.
Day local_day(std::int64_t time, int offset_minutes);
/// "14:03"
std::string time_of_day(std::int64_t time, int offset_minutes);

/// "do 19 nov", and "do 19 nov 2026" when the year is not this year.
std::string short_date(const Texts& texts, Day day, Day today);
/// "donderdag 19 november 2026"
std::string long_date(const Texts& texts, Day day);
/// "09:00 tot 15:00"; "tot 15:00" when `from` is empty and "09:00" when `until` is.
std::string times_text(const Texts& texts, const std::string& from, const std::string& until);
/// "vandaag", "morgen", "over 2 dagen", "gisteren", "5 dagen geleden"
std::string distance(const Texts& texts, Day day, Day today);
/// "vandaag 14:03", "gisteren 14:03", "do 19 nov 14:03"
std::string moment(const Texts& texts, std::int64_t time, std::int64_t now, int offset_minutes);

} // namespace planner::app
