#include <doctest/doctest.h>

#include <array>
#include <utility>

#include "planning/working_days.h"

using namespace planner::planning;

namespace {

Day day(const char* text) {
    return *parse_day(text);
}

/// Easter Sundays as calendars publish them.
constexpr std::array<const char*, 17> easter_sundays = {
    "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01",
    "2030-04-21", "2031-04-13", "2032-03-28", "2033-04-17", "2034-04-09", "2035-03-25",
    "2036-04-13", "2037-04-05", "2038-04-25", "2039-04-10", "2040-04-01"};

} // namespace

TEST_CASE("Easter falls where the calendars of 2024 to 2040 have it") {
    for (std::size_t index = 0; index < easter_sundays.size(); ++index) {
        CHECK(format_day(easter_sunday(2024 + static_cast<int>(index))) == easter_sundays[index]);
    }
    // The earliest and the latest Easter there is.
    CHECK(format_day(easter_sunday(1818)) == "1818-03-22");
    CHECK(format_day(easter_sunday(2038)) == "2038-04-25");
}

TEST_CASE("the public holidays of 2026 and 2027 are the published ones") {
    const std::pair<const char*, PublicHoliday> published[] = {
        {"2026-01-01", PublicHoliday::new_years_day},  {"2026-04-03", PublicHoliday::good_friday},
        {"2026-04-06", PublicHoliday::easter_monday},  {"2026-04-27", PublicHoliday::kings_day},
        {"2026-05-05", PublicHoliday::liberation_day}, {"2026-05-14", PublicHoliday::ascension_day},
        {"2026-05-25", PublicHoliday::whit_monday},    {"2026-12-25", PublicHoliday::christmas_day},
        {"2027-03-29", PublicHoliday::easter_monday},  {"2027-05-06", PublicHoliday::ascension_day},
        {"2027-05-17", PublicHoliday::whit_monday},    {"2027-12-26", PublicHoliday::second_christmas_day}};
    for (const auto& holiday : published) {
        CAPTURE(holiday.first);
        CHECK(public_holiday(day(holiday.first)) == holiday.second);
    }
    int found = 0;
    for (Day each = day("2026-01-01"); each <= day("2026-12-31"); each = add_days(each, 1)) {
        found += public_holiday(each) ? 1 : 0;
    }
    CHECK(found == 11);
}

TEST_CASE("King's Day moves to Saturday when it would be a Sunday") {
    CHECK(public_holiday(day("2025-04-26")) == PublicHoliday::kings_day);
    CHECK_FALSE(public_holiday(day("2025-04-27")));
    CHECK(public_holiday(day("2031-04-26")) == PublicHoliday::kings_day);
    CHECK_FALSE(public_holiday(day("2026-04-26")));
}

TEST_CASE("what is due on a free day moves to the working day before or after") {
    const WorkingDays days({{day("2026-12-19"), day("2027-01-03"), "Kerstvakantie"}});
    CHECK(format_day(days.on_or_before(day("2026-12-28"))) == "2026-12-18");
    CHECK(format_day(days.on_or_after(day("2026-12-28"))) == "2027-01-04");
    CHECK(format_day(days.on_or_before(day("2026-11-22"))) == "2026-11-20");
    CHECK(format_day(days.on_or_after(day("2026-11-21"))) == "2026-11-23");
    CHECK(format_day(days.on_or_before(day("2026-04-06"))) == "2026-04-02");
    CHECK(format_day(days.on_or_after(day("2026-04-03"))) == "2026-04-07");
    CHECK(format_day(days.on_or_after(day("2026-11-24"))) == "2026-11-24");
}

TEST_CASE("a calendar without a working day gives the day itself") {
    const WorkingDays never({{day("2026-01-01"), day("2030-12-31"), "Altijd vrij"}});
    CHECK(format_day(never.on_or_after(day("2027-06-15"))) == "2027-06-15");
    CHECK(format_day(never.on_or_before(day("2028-06-15"))) == "2028-06-15");
}
