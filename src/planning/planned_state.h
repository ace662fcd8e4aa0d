#pragma once

#include <optional>
#include <string_view>

#include "planning/plan.h"

namespace planner::planning {

/// The state that people gave a task themselves; nothing when the plan decides.
std::optional<TaskState> decided_state(std::string_view stored);

/// The state of a task that is not finished, from its dates and from what it waits for.
TaskState state_on(const PlannedTask& task, Day today);

} // namespace planner::planning
