#pragma once

#include <chrono>
#include <cstdint>

namespace planner::exchange {

/// Minutes since 1970-01-01 00:00 UTC.
using UtcMinutes = std::int64_t;

enum class Occurrence { once, twice };

/// What the clocks in the European Netherlands show.
struct WallClock {
    std::chrono::year_month_day day;
    int minute;            ///< since midnight, 0 to 1439
    Occurrence occurrence; ///< twice: in the hour that is repeated when summer time ends
};

/// The moment at which clocks show this. Of a time that occurs twice it is the first; a time that is skipped counts
/// with the offset before the gap, so 02:30 is 03:30 (RFC 5545, 3.3.5). For 1996 and later: summer time from the last
/// Sunday of March to the last Sunday of October, 01:00 UTC (Directive 2000/84/EC; before, the 7th and the 8th
/// directive).
UtcMinutes amsterdam_moment(std::chrono::year_month_day day, int minute);

/// What clocks show at a moment, in 1996 or later.
WallClock amsterdam_clock(UtcMinutes moment);

} // namespace planner::exchange
