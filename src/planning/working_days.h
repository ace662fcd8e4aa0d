#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "planning/day.h"

namespace planner::planning {

/// Easter Sunday of a year of the Gregorian calendar (1583 and later), by the rule of Oudin (1940).
Day easter_sunday(int year);

/// The Dutch public holidays, as the Algemene termijnenwet, article 3, lists them; Easter and Whit Sunday beside them.
enum class PublicHoliday {
    new_years_day,
    good_friday,
    easter_sunday,
    easter_monday,
    kings_day,
    liberation_day,
    ascension_day,
    whit_sunday,
    whit_monday,
    christmas_day,
    second_christmas_day
};

/// Which public holiday a day is, if any. King's Day is 27 April, or the Saturday before when that is a Sunday.
std::optional<PublicHoliday> public_holiday(Day day);

/// Days on which nothing is asked, both ends included: a school holiday or one that people added.
struct FreePeriod {
    Day first;
    Day last;
    std::string title;

    bool contains(Day day) const { return first <= day && day <= last; }
};

/// The days on which work may be due.
class WorkingDays {
public:
    /// At most this many days are searched for a working day: longer than any school holiday.
    static constexpr int longest_search = 120;

    WorkingDays() = default;
    explicit WorkingDays(std::vector<FreePeriod> periods) : periods_(std::move(periods)) {}

    bool is_working_day(Day day) const;
    /// `day` itself when work may be due on it, else the nearest working day before or after it. When none is found
    /// within `longest_search` days, `day` itself.
    Day on_or_before(Day day) const;
    Day on_or_after(Day day) const;

private:
    Day search(Day day, int step) const;

    std::vector<FreePeriod> periods_;
};

} // namespace planner::planning
