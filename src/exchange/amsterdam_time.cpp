#include "exchange/amsterdam_time.h"

#include "planning/clock.h"

namespace planner::exchange {
namespace {

using namespace std::chrono;

constexpr UtcMinutes winter_offset = 60;
constexpr UtcMinutes summer_offset = 120;

sys_days day_of(UtcMinutes moment) {
    return sys_days{floor<days>(minutes{moment})};
}

/// 01:00 UTC on the last Sunday of the month.
UtcMinutes change(year in, month of) {
    const sys_days day{year_month_weekday_last{in, of, weekday_last{Sunday}}};
    return UtcMinutes{day.time_since_epoch().count()} * planning::minutes_per_day + 60;
}

UtcMinutes offset_at(UtcMinutes moment) {
    const year in = year_month_day{day_of(moment)}.year();
    return moment >= change(in, March) && moment < change(in, October) ? summer_offset : winter_offset;
}

} // namespace

UtcMinutes amsterdam_moment(year_month_day day, int minute) {
    const UtcMinutes local = UtcMinutes{sys_days{day}.time_since_epoch().count()} * planning::minutes_per_day + minute;
    const UtcMinutes in_summer = local - summer_offset;
    return offset_at(in_summer) == summer_offset ? in_summer : local - winter_offset;
}

WallClock amsterdam_clock(UtcMinutes moment) {
    const UtcMinutes local = moment + offset_at(moment);
    const sys_days day = day_of(local);
    const bool twice =
        offset_at(local - summer_offset) == summer_offset && offset_at(local - winter_offset) == winter_offset;
    const UtcMinutes since_midnight = local - UtcMinutes{day.time_since_epoch().count()} * planning::minutes_per_day;
    return {year_month_day{day}, static_cast<int>(since_midnight), twice ? Occurrence::twice : Occurrence::once};
}

} // namespace planner::exchange
