#pragma once

#include <optional>
#include <string_view>

#include "planning/plan.h"

namespace planner::planning {

/// The state that people gave a task themselves; nothing when the plan decides.
std::optional<TaskState> decided_state(std::string_view stored);

/// What the state of a task that is not finished follows from, besides the day.
struct Standing {
    std::optional<Day> opens = std::nullopt;
    std::optional<Day> due = std::nullopt;
    bool waits = false; ///< for something that is not finished
};

/// The state on one day of a task that is not finished.
TaskState state_on(const process::Task& task, const Standing& standing, Day today);

} // namespace planner::planning
