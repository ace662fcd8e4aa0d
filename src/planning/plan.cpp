#include "planning/plan.h"

#include <algorithm>
#include <map>
#include <utility>

#include "planning/messages.h"
#include "planning/planned_state.h"
#include "planning/run_sheet_status.h"
#include "review/availability.h"
#include "review/progress.h"
#include "review/values.h"

namespace planner::planning {
namespace {

/// The tasks of one definition in the plan: which index belongs to which subject.
using Places = std::map<std::string, std::vector<std::pair<std::string, std::size_t>>, std::less<>>;

std::string text_at(const review::Review& review, const document::EntityKey& task, std::string_view field) {
    return review::text_of(review.document().value({task, std::string(field)}));
}

bool seems_done(const review::Review& review, const process::Task& task, const std::string& subject) {
    switch (task.done_when) {
    case process::DoneWhen::never: return false;
    case process::DoneWhen::card: {
        const process::Card* card = review.process().card(task.card);
        if (card == nullptr) return false;
        const bool shared = card->scope == process::Scope::review;
        return review::progress_of_card(review, *card, shared ? "" : subject).complete();
    }
    case process::DoneWhen::field: {
        process::Field field;
        field.binding = task.field;
        return review::is_filled(review.document().value(review.key_of("", subject, field)));
    }
    case process::DoneWhen::answers: return review::has_answered(review, subject);
    case process::DoneWhen::messages: return all_sent(review, task, subject);
    case process::DoneWhen::run_sheet: {
        const process::RunSheet* sheet = review.process().run_sheet(task.run_sheet);
        if (sheet == nullptr) return false;
        const bool shared = sheet->scope == process::Scope::review;
        return status_of(review, sheet->id, shared ? "" : review.host_of(subject)).state == RunSheetState::settled;
    }
    }
    return false;
}

/// Nobody can have been on time for a day before the review was made.
void squeeze(PlannedTask& planned, const KeyDates& dates, const WorkingDays& days) {
    const auto created = dates.of(process::KeyDate::created, "");
    if (!created || !planned.due || *planned.due >= *created) return;
    planned.squeezed = true;
    planned.due = days.on_or_after(add_days(*created, squeezed_days));
    const auto counted_from = dates.of(planned.task->due.from, planned.subject);
    if (counted_from && *counted_from >= *created) planned.due = std::min(*planned.due, *counted_from);
}

/// What was squeezed is still due before what waits for it.
void keep_order(Plan& plan, std::optional<Day> created) {
    const auto is_sooner = [&](const PlannedTask& next, const PlannedTask& task) {
        return !next.finished() && next.due && created && *next.due >= *created && *next.due < *task.due;
    };
    for (bool moved = true; moved;) {
        moved = false;
        for (PlannedTask& task : plan.tasks) {
            if (!task.squeezed) continue;
            for (const std::size_t index : task.followed_by) {
                if (!is_sooner(plan.tasks[index], task)) continue;
                task.due = plan.tasks[index].due;
                moved = true;
            }
        }
    }
}

PlannedTask planned(const review::Review& review, const process::Task& task, const std::string& subject,
                    const KeyDates& dates, const WorkingDays& days) {
    PlannedTask planned;
    planned.task = &task;
    planned.subject = subject;
    planned.key = task_key(task.id, subject);
    const auto on = [&](const process::Offset& offset) -> std::optional<Day> {
        const auto base = dates.of(offset.from, subject);
        return base ? std::optional(day_after(*base, offset, days)) : std::nullopt;
    };
    if (task.opens) planned.opens = on(*task.opens);
    planned.due = on(task.due);
    if (planned.due) planned.due_by = dates.is_proposed(task.due.from) ? DueBy::proposal : DueBy::rule;
    squeeze(planned, dates, days);
    if (const auto chosen = parse_day(text_at(review, planned.key, task_field::due))) {
        planned.due = chosen;
        planned.due_by = DueBy::hand;
        planned.squeezed = false;
    }
    planned.done_by = text_at(review, planned.key, task_field::done_by);
    planned.done_on = parse_day(text_at(review, planned.key, task_field::done_on));
    planned.reason = text_at(review, planned.key, task_field::reason);
    planned.seems_done = seems_done(review, task, subject);
    return planned;
}

/// What `task` waits for among the tasks of one definition: the one of the same subject where there is one, else all.
std::vector<std::size_t> matching(const Places& places, std::string_view definition, const PlannedTask& task) {
    const auto found = places.find(definition);
    if (found == places.end()) return {};
    std::vector<std::size_t> all;
    for (const auto& [subject, index] : found->second) {
        if (subject == task.subject) return {index};
        all.push_back(index);
    }
    return all;
}

void connect(Plan& plan, const Places& places) {
    for (std::size_t index = 0; index < plan.tasks.size(); ++index) {
        for (const std::string& definition : plan.tasks[index].task->depends_on) {
            for (const std::size_t other : matching(places, definition, plan.tasks[index])) {
                plan.tasks[other].followed_by.push_back(index);
                plan.tasks[index].depends_on.push_back(other);
                if (!plan.tasks[other].finished()) plan.tasks[index].waiting_for.push_back(other);
            }
        }
    }
}

} // namespace

document::EntityKey task_key(std::string_view task, std::string_view subject) {
    std::string id(task);
    if (!subject.empty()) id.append(".").append(subject);
    return {"tasks", std::move(id)};
}

const PlannedTask* Plan::find(const document::EntityKey& key) const {
    const auto found =
        std::find_if(tasks.begin(), tasks.end(), [&](const PlannedTask& task) { return task.key == key; });
    return found == tasks.end() ? nullptr : &*found;
}

Plan make_plan(const review::Review& review, Day today, const WorkingDaysOf& days) {
    const KeyDates dates(review);
    std::map<process::Scope, std::vector<std::string>> subjects;
    Plan plan;
    Places places;
    for (const process::Task& task : review.process().tasks) {
        if (!subjects.contains(task.scope)) subjects[task.scope] = review.subjects(task.scope);
        for (const std::string& subject : subjects[task.scope]) {
            places[task.id].emplace_back(subject, plan.tasks.size());
            plan.tasks.push_back(planned(review, task, subject, dates, days(subject)));
            PlannedTask& added = plan.tasks.back();
            added.state = decided_state(text_at(review, added.key, task_field::state)).value_or(TaskState::open);
        }
    }
    connect(plan, places);
    keep_order(plan, dates.of(process::KeyDate::created, ""));
    for (PlannedTask& task : plan.tasks) {
        if (!task.finished()) task.state = state_on(*task.task, {task.opens, task.due, !task.waiting_for.empty()}, today);
    }
    return plan;
}

std::vector<DateMove> moves_between(const Plan& before, const Plan& after) {
    std::vector<DateMove> moves;
    for (const PlannedTask& task : after.tasks) {
        const PlannedTask* earlier = before.find(task.key);
        if (task.finished() || earlier == nullptr || earlier->due == task.due) continue;
        moves.push_back({task.key, earlier->due, task.due});
    }
    return moves;
}

} // namespace planner::planning
