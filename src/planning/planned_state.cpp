#include "planning/planned_state.h"

namespace planner::planning {

std::optional<TaskState> decided_state(std::string_view stored) {
    if (stored == state_done) return TaskState::done;
    if (stored == state_not_applicable) return TaskState::not_applicable;
    return std::nullopt;
}

TaskState state_on(const process::Task& task, const Standing& standing, Day today) {
    // Nobody is late with what need not be done.
    if (standing.due && *standing.due < today && !task.optional) return TaskState::late;
    const bool opens_later = task.opens && (!standing.opens || today < *standing.opens);
    if (opens_later) return TaskState::not_yet;
    return standing.waits ? TaskState::waiting : TaskState::open;
}

} // namespace planner::planning
