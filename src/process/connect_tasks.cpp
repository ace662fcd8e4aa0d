#include "process/connect_parts.h"

#include <algorithm>
#include <set>

namespace planner::process {

namespace {

/// Whether `from` waits for `wanted`, itself or through others. Tasks in `seen` were asked before.
bool waits_for(const Process& process, const Task& from, std::string_view wanted, std::set<std::string_view>& seen) {
    for (const std::string& id : from.depends_on) {
        if (id == wanted) return true;
        const Task* next = process.task(id);
        if (next && seen.insert(next->id).second && waits_for(process, *next, wanted, seen)) return true;
    }
    return false;
}

void connect_dependencies(const References& references, const Task& task, const std::string& pointer) {
    for (std::size_t index = 0; index < task.depends_on.size(); ++index) {
        const std::string place = pointer + at("depends_on", index);
        const Task* other = references.task(task.depends_on[index], place);
        if (!other) continue;
        std::set<std::string_view> seen;
        if (other == &task || waits_for(references.process(), *other, task.id, seen)) {
            references.fail(place, "The task \"" + task.id + "\" would wait for itself.");
        }
    }
}

/// The visit of another participant is something that one participant sees coming.
void connect_day(const References& references, const Task& task, const Offset& offset, const std::string& pointer) {
    const bool may_visit = task.scope == Scope::participant || task.scope == Scope::visitor;
    if (offset.from != KeyDate::visited || may_visit) return;
    references.fail(pointer + "/from", "Only a participant or a visitor visits another participant.");
}

bool has_message(const Process& process, const Task& task) {
    return std::any_of(process.messages.begin(), process.messages.end(), [&](const Message& message) {
        return message.on == MessageOn::task && message.task == task.id;
    });
}

void connect_task(const References& references, const Task& task, const std::string& pointer) {
    references.step(task.step, pointer + "/step");
    references.role(task.role, pointer + "/role");
    for (std::size_t index = 0; index < task.with.size(); ++index) {
        references.role(task.with[index], pointer + at("with", index));
    }
    connect_day(references, task, task.due, pointer + "/due");
    if (task.opens) connect_day(references, task, *task.opens, pointer + "/opens");
    connect_dependencies(references, task, pointer);
    if (!task.card.empty()) references.card(task.card, pointer + "/card");
    if (!task.run_sheet.empty()) references.run_sheet(task.run_sheet, pointer + "/run_sheet");
    if (task.done_when == DoneWhen::messages && !has_message(references.process(), task))
        references.fail(pointer + "/done_when", "No message is the work of this task.");
    if (!task.field.empty()) references.expect_owner(task.scope, task.field, pointer + "/field");
}

} // namespace

void connect_tasks(const References& references) {
    const std::vector<Task>& tasks = references.process().tasks;
    for (std::size_t index = 0; index < tasks.size(); ++index)
        connect_task(references, tasks[index], at("tasks", index));
}

} // namespace planner::process
