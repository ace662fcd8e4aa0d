#pragma once

#include <set>
#include <string>

#include "exchange/review_calendar.h"
#include "process/task.h"

namespace planner::exchange {

/// The parts that somebody has in a review.
struct Part {
    bool facilitates = false;
    std::set<std::string> contact_of; ///< participants
    std::set<std::string> panel_of;   ///< participants that are visited

    bool empty() const { return !facilitates && contact_of.empty() && panel_of.empty(); }
    /// Whether they have that role in what concerns a participant, or, for "", the whole review.
    bool has(process::RoleKind role, const review::Review& review, const std::string& subject) const;
    /// Whether they are there when that participant is visited.
    bool goes_to(const review::Review& review, const std::string& host) const;
};

/// Empty when the review does not know who it is.
Part part_of(const review::Review& review, const CalendarOwner& owner);

} // namespace planner::exchange
