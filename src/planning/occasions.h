#pragma once

#include <string>
#include <vector>

#include "planning/plan.h"
#include "process/message.h"

namespace planner::planning {

/// One time at which a message arises from a task.
struct Occasion {
    Day day;
    std::string mark;     ///< tells the times of one message and task apart: "14" days before, "2" for the third reminder
    bool current = false; ///< it is still worth sending
};

/// When `message` has arisen from the task at `index`, up to and including `today`. `created` is the day on which the
/// review was made: nothing arose before it.
std::vector<Occasion> occasions(const process::Message& message, const Plan& plan, std::size_t index, Day today,
                                Day created);

} // namespace planner::planning
