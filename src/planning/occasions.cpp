#include "planning/occasions.h"
#include "document/order.h"

#include <algorithm>

namespace planner::planning {
namespace {

/// Reminders that nobody acted on in two years are not counted further.
constexpr int most_reminders = 104;

/// The day from which a task could be done; nothing while it cannot.
std::optional<Day> opened_on(const Plan& plan, const PlannedTask& task, Day today, Day created) {
    Day day = task.opens.value_or(created);
    for (const std::size_t index : task.depends_on) {
        const PlannedTask& earlier = plan.tasks[index];
        if (!earlier.finished()) return std::nullopt;
        if (earlier.done_on) day = std::max(day, *earlier.done_on);
    }
    if (task.task->opens && !task.opens) return std::nullopt;
    return day <= today ? std::optional(day) : std::nullopt;
}

/// Whether a task was finished before that day, so that nothing about it arose then.
bool finished_before(const PlannedTask& task, Day day) {
    return task.finished() && task.done_on && *task.done_on <= day;
}

std::vector<Occasion> on_opening(const Plan& plan, const PlannedTask& task, Day today, Day created) {
    const auto day = opened_on(plan, task, today, created);
    if (!day || finished_before(task, *day)) return {};
    return {{*day, "", !task.finished()}};
}

std::vector<Occasion> before_due(const process::Message& message, const PlannedTask& task, Day today, Day created) {
    std::vector<Occasion> found;
    if (!task.due) return found;
    std::vector<int> days = message.days;
    document::sort_items(days, std::greater<>());
    for (const int before : days) {
        const Day day = add_days(*task.due, -before);
        if (day > today || day < created || finished_before(task, day)) continue;
        if (!found.empty()) found.back().current = false;
        found.push_back({day, std::to_string(before), !task.finished() && *task.due >= today});
    }
    return found;
}

std::vector<Occasion> after_due(const process::Message& message, const PlannedTask& task, Day today, Day created) {
    std::vector<Occasion> found;
    if (!task.due || task.task->optional) return found;
    Day day = add_days(*task.due, message.first);
    for (int count = 0; count < most_reminders && day <= today && !finished_before(task, day); ++count) {
        if (day >= created) {
            if (!found.empty()) found.back().current = false;
            found.push_back({day, std::to_string(count), !task.finished()});
        }
        if (message.every == 0) break;
        day = add_days(day, message.every);
    }
    return found;
}

} // namespace

std::vector<Occasion> occasions(const process::Message& message, const Plan& plan, std::size_t index, Day today,
                                Day created) {
    const PlannedTask& task = plan.tasks[index];
    switch (message.on) {
    case process::MessageOn::task_opens:
    case process::MessageOn::task: return on_opening(plan, task, today, created);
    case process::MessageOn::task_due_soon: return before_due(message, task, today, created);
    case process::MessageOn::task_late: return after_due(message, task, today, created);
    }
    return {};
}

} // namespace planner::planning
