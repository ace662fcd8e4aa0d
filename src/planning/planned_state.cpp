#include "planning/planned_state.h"

namespace planner::planning {

std::optional<TaskState> decided_state(std::string_view stored) {
    if (stored == state_done) return TaskState::done;
    if (stored == state_not_applicable) return TaskState::not_applicable;
    return std::nullopt;
}

TaskState state_on(const PlannedTask& task, Day today) {
    // Nobody is late with what need not be done.
    if (task.due && *task.due < today && !task.task->optional) return TaskState::late;
    const bool opens_later = task.task->opens && (!task.opens || today < *task.opens);
    if (opens_later) return TaskState::not_yet;
    return task.waiting_for.empty() ? TaskState::open : TaskState::waiting;
}

} // namespace planner::planning
