#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "exchange/calendar.h"
#include "planning/identity.h"
#include "planning/plan.h"
#include "process/text.h"
#include "review/review.h"

namespace planner::exchange {

/// What the days are called in a calendar.
struct CalendarWords {
    process::Language language = process::Language::dutch; ///< of what the process says
    std::string kickoff;
    std::function<std::string(const std::string& participant)> visit; ///< gets the name of who is visited
};

/// The kickoff, the visits and what is to be done, for who has a part in the review: the kickoff when a task that holds
/// its run sheet is theirs or asks their help, the visits that they go to, and the tasks that are theirs and agreements
/// that concern them, which are not finished and have a due date. What has no day yet, or one that calendars cannot hold, is left
/// out; without a time it is a whole day. An event keeps its uid, and its sequence goes up when what it says about the
/// day changes. `written` is in milliseconds since 1970 UTC.
Calendar make_review_calendar(const review::Review& review, const planning::Plan& plan, const planning::Part& part,
                              const CalendarWords& words, std::int64_t written);

} // namespace planner::exchange
