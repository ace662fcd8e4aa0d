#include <doctest/doctest.h>

#include "planning/day.h"

using namespace planner::planning;

namespace {

Day day(const char* text) {
    return *parse_day(text);
}

} // namespace

TEST_CASE("a day is read from yyyy-mm-dd only, and only when it exists") {
    CHECK(format_day(day("2028-02-29")) == "2028-02-29");
    for (const char* wrong : {"", "2027-02-29", "2026-13-01", "2026-1-1", "26-01-01", "2026/01/01", "2026-01-0x", "2026-01-011"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_day(wrong));
    }
}

TEST_CASE("a month after the 31st is the last day of the next month") {
    CHECK(format_day(add_months(day("2027-01-31"), 1)) == "2027-02-28");
    CHECK(format_day(add_months(day("2028-01-31"), 1)) == "2028-02-29");
    CHECK(format_day(add_months(day("2026-11-30"), -9)) == "2026-02-28");
    CHECK(format_day(add_months(day("2024-02-29"), 72)) == "2030-02-28");
    CHECK(format_day(add_months(day("2026-12-15"), 1)) == "2027-01-15");
}

TEST_CASE("days are counted over leap days, and Monday is the first day of the week") {
    CHECK(days_between(day("2028-02-28"), day("2028-03-01")) == 2);
    CHECK(days_between(day("2028-03-01"), day("2028-02-28")) == -2);
    CHECK(format_day(add_days(day("2027-12-31"), 1)) == "2028-01-01");
    CHECK(weekday_number(day("2026-11-23")) == 1);
    CHECK(weekday_number(day("2026-11-22")) == 7);
}

TEST_CASE("whole months between two days") {
    const auto months = [](const char* from, const char* to) {
        return months_between(*parse_day(from), *parse_day(to));
    };
    CHECK(months("2026-11-22", "2026-12-21") == 0);
    CHECK(months("2026-11-22", "2026-12-22") == 1);
    CHECK(months("2027-01-31", "2027-02-27") == 0);
    CHECK(months("2027-01-31", "2027-02-28") == 1);
    CHECK(months("2026-11-22", "2032-11-22") == 72);
    CHECK(months("2026-12-22", "2026-11-22") == -1);
}
