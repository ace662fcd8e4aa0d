#include <doctest/doctest.h>

#include "exchange/amsterdam_time.h"
#include "planning/clock.h"
#include "planning/day.h"

#include <cstdio>
#include <string>

using namespace planner;
using namespace planner::exchange;

namespace {

/// "2026-03-29 01:00 UTC" of a local time
std::string utc(const char* day, const char* time) {
    const UtcMinutes moment = amsterdam_moment(*planning::parse_day(day), *planning::parse_clock(time));
    const std::chrono::sys_days date{std::chrono::floor<std::chrono::days>(std::chrono::minutes{moment})};
    const auto minute = static_cast<int>(moment - date.time_since_epoch().count() * 1440);
    char text[16];
    std::snprintf(text, sizeof text, " %02d:%02d", minute / 60, minute % 60);
    return planning::format_day(date) + text;
}

} // namespace

TEST_CASE("winter is an hour before UTC, summer two") {
    CHECK(utc("2026-11-19", "13:30") == "2026-11-19 12:30");
    CHECK(utc("2026-07-01", "13:30") == "2026-07-01 11:30");
    CHECK(utc("2026-01-01", "00:30") == "2025-12-31 23:30");
}

TEST_CASE("the clocks change on the last Sunday of March and October at 01:00 UTC") {
    CHECK(utc("2026-03-29", "01:59") == "2026-03-29 00:59");
    CHECK(utc("2026-03-29", "03:00") == "2026-03-29 01:00");
    CHECK(utc("2026-10-25", "01:59") == "2026-10-24 23:59");
    CHECK(utc("2026-10-25", "03:00") == "2026-10-25 02:00");
    CHECK(utc("2027-03-28", "12:00") == "2027-03-28 10:00");
    CHECK(utc("2027-10-31", "12:00") == "2027-10-31 11:00");
    CHECK(utc("1996-10-26", "12:00") == "1996-10-26 10:00");
}

TEST_CASE("a skipped time is an hour later, a repeated one is the first") {
    CHECK(utc("2026-03-29", "02:30") == "2026-03-29 01:30");
    CHECK(utc("2026-10-25", "02:30") == "2026-10-25 00:30");
    CHECK(utc("2026-10-25", "02:00") == "2026-10-25 00:00");
}

TEST_CASE("the clock shows what was read, and says when it shows it twice") {
    const auto day = *planning::parse_day("2026-10-25");
    for (int minute = 0; minute < 1440; ++minute) {
        const WallClock clock = amsterdam_clock(amsterdam_moment(day, minute));
        CHECK(clock.day == day);
        CHECK(clock.minute == minute);
        CHECK((clock.occurrence == Occurrence::twice) == (minute >= 120 && minute < 180));
    }
    const UtcMinutes first = amsterdam_moment(day, 150);
    CHECK(amsterdam_clock(first + 60).minute == 150);
    CHECK(amsterdam_clock(first + 60).occurrence == Occurrence::twice);
    CHECK(amsterdam_clock(first + 120).minute == 210);
}

TEST_CASE("the evening before and the days around the change are ordinary") {
    for (const char* day : {"2026-03-28", "2026-03-29", "2026-03-30", "2026-10-24", "2026-10-26"}) {
        for (int minute = 180; minute < 1440; minute += 7) {
            const WallClock clock = amsterdam_clock(amsterdam_moment(*planning::parse_day(day), minute));
            CHECK(planning::format_day(clock.day) == day);
            CHECK(clock.minute == minute);
            CHECK(clock.occurrence == Occurrence::once);
        }
    }
}
