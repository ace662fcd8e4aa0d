#include "planning/working_days.h"

#include <algorithm>

namespace planner::planning {
namespace {

struct MovableHoliday {
    int days_after_easter;
    PublicHoliday holiday;
};

constexpr MovableHoliday movable[] = {
    {-2, PublicHoliday::good_friday},    {0, PublicHoliday::easter_sunday}, {1, PublicHoliday::easter_monday},
    {39, PublicHoliday::ascension_day},  {49, PublicHoliday::whit_sunday},  {50, PublicHoliday::whit_monday},
};

constexpr int saturday = 6;
constexpr int sunday = 7;

/// Month and day as one number: 427 is 27 April.
unsigned month_day(Day day) {
    return static_cast<unsigned>(day.month()) * 100 + static_cast<unsigned>(day.day());
}

} // namespace

Day easter_sunday(int year) {
    const int golden = year % 19;
    const int century = year / 100;
    const int epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    const int full_moon = epact - (epact / 28) * (1 - (29 / (epact + 1)) * ((21 - golden) / 11));
    const int weekday = (year + year / 4 + full_moon + 2 - century + century / 4) % 7;
    const int days_from_28_march = full_moon - weekday;
    const Day base{std::chrono::year{year}, std::chrono::March, std::chrono::day{28}};
    return add_days(base, days_from_28_march);
}

std::optional<PublicHoliday> public_holiday(Day day) {
    const int after_easter = days_between(easter_sunday(static_cast<int>(day.year())), day);
    for (const MovableHoliday& candidate : movable) {
        if (candidate.days_after_easter == after_easter) return candidate.holiday;
    }
    switch (month_day(day)) {
    case 101: return PublicHoliday::new_years_day;
    case 426:
        if (weekday_number(day) == saturday) return PublicHoliday::kings_day;
        break;
    case 427:
        if (weekday_number(day) != sunday) return PublicHoliday::kings_day;
        break;
    case 505: return PublicHoliday::liberation_day;
    case 1225: return PublicHoliday::christmas_day;
    case 1226: return PublicHoliday::second_christmas_day;
    default: break;
    }
    return std::nullopt;
}

bool WorkingDays::is_working_day(Day day) const {
    if (weekday_number(day) >= saturday || public_holiday(day)) return false;
    return std::none_of(periods_.begin(), periods_.end(),
                        [&](const FreePeriod& period) { return period.contains(day); });
}

Day WorkingDays::search(Day day, int step) const {
    for (int days = 0; days <= longest_search; ++days) {
        const Day candidate = add_days(day, days * step);
        if (is_working_day(candidate)) return candidate;
    }
    return day;
}

Day WorkingDays::on_or_before(Day day) const {
    return search(day, -1);
}

Day WorkingDays::on_or_after(Day day) const {
    return search(day, 1);
}

} // namespace planner::planning
