#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "exchange/calendar.h"
#include "planning/plan.h"
#include "process/text.h"
#include "review/review.h"

namespace planner::exchange {

/// Whose days a calendar holds.
enum class CalendarOf {
    everybody,
    facilitator,
    participant, ///< its contact persons and those of it who sit in panels
    person,      ///< a contact person of a participant, or somebody in a panel
};

struct CalendarOwner {
    CalendarOf kind = CalendarOf::everybody;
    std::string id; ///< of the participant or the person; else ""
};

/// What the days are called in a calendar.
struct CalendarWords {
    process::Language language = process::Language::dutch; ///< of what the process says
    std::string kickoff;
    std::function<std::string(const std::string& participant)> visit; ///< gets the name of who is visited
};

/// Whether the review has such a participant or person.
bool is_known(const review::Review& review, const CalendarOwner& owner);

/// The kickoff, the visits and what is to be done, for somebody: the tasks of a role that they have, which are not
/// finished and have a due date. What has no day yet, or one that calendars cannot hold, is left out; without a time
/// it is a whole day. An event keeps its uid, and its sequence goes up when what it says about the day changes.
/// `written` is in milliseconds since 1970 UTC.
Calendar make_review_calendar(const review::Review& review, const planning::Plan& plan, const CalendarOwner& owner,
                              const CalendarWords& words, std::int64_t written);

} // namespace planner::exchange
