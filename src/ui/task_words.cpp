#include "ui/task_words.h"

#include "ui/kit/icons.h"

#include "process/role_titles.h"

#include <cctype>

namespace planner::ui {

using planning::TaskState;

TaskLook look_of(Context& c, const planning::PlannedTask& task) {
    const kit::Theme& t = c.frame.theme();
    switch (task.state) {
    case TaskState::done: return {kit::icon::circle_check, t.ok, kit::Tone::ok, c.tr("task.state.done")};
    case TaskState::late: return {kit::icon::triangle_alert, t.late, kit::Tone::late, c.tr("task.state.late")};
    case TaskState::open: return {kit::icon::circle_dot, t.action, kit::Tone::accent, c.tr("task.state.open")};
    case TaskState::waiting:
        return {kit::icon::hourglass, t.ink_3, kit::Tone::neutral,
                c.planner.texts().count("task.state.waiting", task.waiting_for.size())};
    case TaskState::not_yet: return {kit::icon::circle, t.ink_3, kit::Tone::neutral, c.tr("task.state.not_yet")};
    case TaskState::not_applicable:
        return {kit::icon::ban, t.ink_3, kit::Tone::neutral, c.tr("task.state.not_applicable")};
    }
    return {};
}

std::string due_text(Context& c, const planning::PlannedTask& task) {
    if (task.state == TaskState::done && task.done_on)
        return c.tr("task.done_on", {{"date", app::short_date(c.planner.texts(), *task.done_on, c.planner.today())}});
    if (!task.due)
        return c.tr("task.no_date");
    const std::string date = app::short_date(c.planner.texts(), *task.due, c.planner.today());
    if (task.state != TaskState::late)
        return task.due_by == planning::DueBy::proposal ? c.tr("task.provisional", {{"date", date}}) : date;
    const int days = app::days_between(*task.due, c.planner.today());
    return c.planner.texts().count("task.days_late", static_cast<std::size_t>(days), {{"date", date}});
}

std::string role_text(Context& c, const planning::PlannedTask& task) {
    const process::Role* role = c.planner.current()->process().role(task.task->role);
    return role ? role->title.in(c.language()) : task.task->role;
}

std::string with_text(Context& c, const process::Task& task) {
    const std::string roles = process::titles_of_helpers(c.planner.current()->process(), task, c.language());
    return roles.empty() ? "" : c.tr("task.with", {{"roles", roles}});
}

std::string_view role_icon(Context& c, const planning::PlannedTask& task) {
    const process::Role* role = c.planner.current()->process().role(task.task->role);
    switch (role ? role->kind : process::RoleKind::everyone) {
    case process::RoleKind::facilitator: return kit::icon::compass;
    case process::RoleKind::contacts: return kit::icon::house;
    case process::RoleKind::panel: return kit::icon::footprints;
    case process::RoleKind::everyone: break;
    }
    return kit::icon::users_round;
}

std::string card_name(Context& c, const std::string& card, const std::string& participant) {
    const std::string title = c.planner.current()->process().card(card)->title.in(c.language());
    return participant.empty() ? title : c.tr("card.of", {{"card", title}, {"participant", subject_name(c, participant)}});
}

std::string beside_text(Context& c, std::size_t step) {
    if (step == 0 || !c.planner.current()->process().steps[step].parallel)
        return "";
    return c.tr("step.parallel", {{"number", std::to_string(step)}});
}

std::string facilitator_title(Context& c) {
    const process::Role* role = c.planner.current()->process().role_of(process::RoleKind::facilitator);
    return role ? role->title.in(c.language()) : c.tr("review.facilitator");
}

std::string subject_name(Context& c, const std::string& subject) {
    const app::ParticipantView* owner = subject.empty() ? nullptr : c.planner.view().participant(subject);
    if (!owner)
        return "";
    return owner->participant.name.empty() ? c.tr("participant.no_name") : owner->participant.name;
}

std::string hours_text(Context& c, const planning::HoursRange& range) {
    return c.tr("hours.amount", {{"hours", planning::to_text(range, c.language())}});
}

std::string capitalised(std::string text) {
    if (!text.empty())
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

} // namespace planner::ui
