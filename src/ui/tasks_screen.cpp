#include "document/order.h"
#include "ui/agreements_list.h"
#include "ui/identity_select.h"
#include "ui/kit/button.h"
#include "ui/kit/choice.h"
#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/screens.h"
#include "ui/shell.h"
#include "ui/side_by_side.h"
#include "ui/task_panel.h"
#include "ui/task_place.h"
#include "ui/task_words.h"
#include "ui/timeline.h"

#include <algorithm>
#include <cmath>

namespace planner::ui {

namespace {

using planning::PlannedTask;
using planning::TaskState;

bool is_shown(const TaskFilter& filter, const PlannedTask& task) {
    if (!filter.role.empty() && task.task->role != filter.role)
        return false;
    if (!filter.subject.empty() && !task.subject.empty() && task.subject != filter.subject)
        return false;
    if (filter.show == TaskFilter::late)
        return task.state == TaskState::late;
    if (filter.show == TaskFilter::done)
        return task.finished();
    return filter.show == TaskFilter::all || !task.finished();
}

void draw_filter(Context& c, std::string_view key, std::string TaskFilter::*part, const std::vector<kit::Choice>& choices) {
    if (auto chosen = kit::select(c.frame, {.label = c.tr(key), .value = c.state.tasks.*part, .choices = choices, .key = key}))
        c.frame.defer([&filter = c.state.tasks, part, chosen = *chosen] { filter.*part = chosen; });
}

void draw_filters(Context& c) {
    kit::Frame& frame = c.frame;
    std::vector<kit::Choice> roles = {{"", c.tr("tasks.all_roles")}};
    for (const process::Role& role : c.planner.current()->process().roles)
        roles.push_back({role.id, role.title.in(c.language())});
    std::vector<kit::Choice> subjects = {{"", c.tr("tasks.everybody")}};
    for (const app::ParticipantView& each : c.planner.view().participants)
        subjects.push_back({each.participant.id, subject_name(c, each.participant.id)});
    const std::vector<kit::Choice> shows = {{std::string(TaskFilter::to_do), c.tr("tasks.show.to_do")},
                                            {std::string(TaskFilter::late), c.tr("tasks.show.late")},
                                            {std::string(TaskFilter::done), c.tr("tasks.show.done")},
                                            {std::string(TaskFilter::all), c.tr("tasks.show.all")}};
    const float room = frame.layout().available();
    const int columns = room > frame.px(760) ? 4 : room > frame.px(330) ? 2 : 1;
    kit::Grid grid(frame.layout(), columns, frame.px(12), frame.px(8));
    grid.next();
    draw_identity_select(c, c.planner.current()->id(), c.tr("identity.label"), "");
    grid.next();
    draw_filter(c, "tasks.filter.role", &TaskFilter::role, roles);
    grid.next();
    draw_filter(c, "tasks.filter.subject", &TaskFilter::subject, subjects);
    grid.next();
    draw_filter(c, "tasks.filter.show", &TaskFilter::show, shows);
}

/// The width of the column with who acts: its icon, the longest role and some air.
float role_column(Context& c) {
    float widest = c.frame.px(106);
    for (const process::Role& role : c.planner.current()->process().roles)
        widest = std::max(widest, std::ceil(kit::text_width(c.frame, role.title.in(c.language()), kit::style::meta)));
    return c.frame.px(22) + widest + c.frame.px(12);
}

void draw_task_line(Context& c, const PlannedTask& task, float role_room, bool chosen) {
    kit::Frame& frame = c.frame;
    const kit::Theme& t = frame.theme();
    const kit::Scope scope(frame, task.key.id);
    const TaskLook look = look_of(c, task);
    const std::string title = task.task->title.in(c.language());
    const std::string due = due_text(c, task), role = role_text(c, task), name = subject_name(c, task.subject);
    const app::ParticipantView* owner = task.subject.empty() ? nullptr : c.planner.view().participant(task.subject);
    const app::Route target = app::Route::tasks(c.planner.route().review, task.key.id);

    const float width = frame.layout().available(), padding = frame.px(14), icon = frame.px(30), badge = frame.px(36);
    const float due_room = frame.px(180);
    const bool beside = width > role_room + due_room + frame.px(300);
    const float right = beside ? role_room + due_room : 0;
    const float text = width - 2 * padding - icon - badge - right;
    const kit::TextStyle style = chosen ? kit::style::body_strong : kit::style::body;
    const float title_height = kit::text_height(frame, title, style, text);
    const std::string under = beside ? "" : role + " · " + due;
    const float under_height = beside ? 0 : kit::text_height(frame, under, kit::style::meta, text);
    const kit::Rect rect = frame.layout().place(-1, std::max(frame.px(44), title_height + under_height + frame.px(16)));
    const kit::NodeId id = frame.id("open");
    const kit::Interaction interaction = frame.interact(id, rect);
    if (chosen)
        kit::draw::fill(frame, {rect.x + 1, rect.y, rect.width - 2, rect.height}, t.selected);
    else if (interaction.hovered)
        kit::draw::fill(frame, {rect.x + 1, rect.y, rect.width - 2, rect.height}, t.hover);
    if (chosen)
        kit::draw::fill(frame, {rect.x + 1, rect.y, frame.px(3), rect.height}, t.action);
    kit::draw::fill(frame, {rect.x, rect.y, rect.width, 1}, t.line_soft);
    const float middle = rect.y + std::round(rect.height / 2);
    kit::draw::icon(frame, rect.x + padding + frame.px(9), middle, look.icon, 18, look.color);
    const float top = middle - std::round((title_height + under_height) / 2);
    const float x = rect.x + padding + icon;
    kit::place_text(frame, {x, top, text, title_height}, title, style, t.ink);
    const kit::Color due_color = task.state == TaskState::late ? t.late : t.ink_2;
    if (!beside)
        kit::place_text(frame, {x, top + title_height, text, under_height}, under, kit::style::meta, due_color);
    if (owner) {
        const kit::Column column(frame.layout(), x + text + frame.px(4), middle - frame.px(12), frame.px(24), 0);
        kit::badge(frame, owner->badge, 24);
    }
    if (beside) {
        const float at = x + text + badge;
        kit::draw::icon(frame, at + frame.px(8), middle, role_icon(c, task), 16, t.ink_3);
        kit::draw::text(frame, at + frame.px(22), middle - frame.px(9), role, kit::style::meta, t.ink_2);
        const kit::TextStyle due_style = task.state == TaskState::late ? kit::style::meta_strong : kit::style::meta;
        kit::draw::text(frame, at + role_room, middle - frame.px(9), due, due_style, due_color);
    }
    if (interaction.focus_visible)
        frame.focus_ring(rect.inset(2), frame.px(6), 0);
    kit::Node node;
    node.id = id;
    node.role = kit::Role::link;
    node.name = name.empty() ? title : c.tr("task.of", {{"task", title}, {"participant", name}});
    node.help = look.word + " · " + role + " · " + due;
    node.address = app::format_route(target);
    node.current = chosen;
    frame.tree().add(std::move(node), rect);
    if (interaction.clicked)
        frame.defer([&planner = c.planner, target] { planner.go(target); });
}

/// On which side of a review with one host a task is.
enum class Side { shared, host, visitor };

Side side_of(const PlannedTask& task) {
    if (task.task->scope == process::Scope::host)
        return Side::host;
    return task.task->scope == process::Scope::visitor ? Side::visitor : Side::shared;
}

bool has_sides(Context& c) {
    return c.planner.current()->process().participants.hosting == process::Hosting::one;
}

void draw_side_head(Context& c, Side side) {
    const process::Participants& words = c.planner.current()->process().participants;
    const std::string text = side == Side::shared
        ? c.tr("tasks.side.shared")
        : capitalised((side == Side::host ? words.host_label : words.visitor_label).in(c.language()));
    kit::Frame& frame = c.frame;
    const float height = kit::text_height(frame, text, kit::style::meta_strong, frame.layout().available() - frame.px(28));
    const kit::Rect rect = frame.layout().place(-1, height + frame.px(12));
    kit::draw::fill(frame, {rect.x + 1, rect.y, rect.width - 2, rect.height}, frame.theme().row_head);
    const kit::Column column(frame.layout(), rect.x + frame.px(14), rect.y + frame.px(6), rect.width - frame.px(28), 0);
    kit::heading(frame, 3, text, {.style = kit::style::meta_strong, .color = frame.theme().ink_2});
}

void draw_task_lines(Context& c, const std::vector<const PlannedTask*>& tasks) {
    const bool sides = has_sides(c);
    const float role_room = role_column(c);
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        const Side side = side_of(*tasks[i]);
        if (sides && (i == 0 || side_of(*tasks[i - 1]) != side))
            draw_side_head(c, side);
        draw_task_line(c, *tasks[i], role_room, tasks[i]->key.id == c.planner.route().item);
    }
}

/// What is theirs who use this device, whatever the step: what is due first first.
std::vector<const PlannedTask*> own_tasks(Context& c) {
    std::vector<const PlannedTask*> own;
    for (const PlannedTask& task : c.planner.plan().tasks)
        if (is_shown(c.state.tasks, task) && c.planner.is_own(task))
            own.push_back(&task);
    document::sort_items(own, [](const PlannedTask* left, const PlannedTask* right) {
        return left->due && (!right->due || *left->due < *right->due);
    });
    return own;
}

void draw_own_tasks(Context& c) {
    if (c.planner.identity() == planning::Identity{})
        return;
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, "own");
    const auto own = own_tasks(c);
    const std::string title = c.tr("tasks.mine");
    const kit::Card card(frame, {.padding = 0, .gap = 0, .name = title});
    {
        const float top = frame.layout().y();
        float bottom = top;
        {
            const kit::Column inner(frame.layout(), frame.layout().x() + frame.px(14), top + frame.px(8),
                                    frame.layout().available() - frame.px(28), frame.px(4));
            kit::heading(frame, 2, title, {.style = kit::style::card_title, .icon = kit::icon::user_round});
            if (own.empty())
                kit::text(frame, c.tr("tasks.mine_none"), {.color = frame.theme().ink_2});
            bottom = inner.bottom();
        }
        frame.layout().place(-1, std::max(frame.px(44), bottom - top + frame.px(8)));
    }
    const float role_room = role_column(c);
    for (const PlannedTask* task : own)
        draw_task_line(c, *task, role_room, task->key.id == c.planner.route().item);
}

struct StepTasks {
    const process::Step* step;
    std::size_t number;
    std::vector<const PlannedTask*> shown;
    std::size_t all = 0, finished = 0, late = 0;
};

std::vector<StepTasks> by_step(Context& c) {
    std::vector<StepTasks> steps;
    for (const process::Step& step : c.planner.current()->process().steps) {
        StepTasks tasks{&step, steps.size() + 1, {}};
        for (const PlannedTask& task : c.planner.plan().tasks) {
            if (task.task->step != step.id)
                continue;
            ++tasks.all;
            tasks.finished += task.finished() ? 1 : 0;
            tasks.late += task.state == TaskState::late ? 1 : 0;
            if (is_shown(c.state.tasks, task) && !c.planner.is_own(task))
                tasks.shown.push_back(&task);
        }
        if (has_sides(c))
            document::sort_items(tasks.shown, [](const PlannedTask* left, const PlannedTask* right) {
                return side_of(*left) < side_of(*right);
            });
        steps.push_back(std::move(tasks));
    }
    return steps;
}

void draw_step_head(Context& c, const StepTasks& tasks, const std::string& title) {
    kit::Frame& frame = c.frame;
    const kit::Row row(frame.layout(), frame.px(10), frame.px(28));
    kit::heading(frame, 2, title, {.style = kit::style::card_title});
    kit::text(frame, c.tr("tasks.progress", {{"done", std::to_string(tasks.finished)}, {"total", std::to_string(tasks.all)}}),
              {.style = kit::style::meta, .color = frame.theme().ink_3});
    if (const std::string beside = beside_text(c, tasks.number - 1); !beside.empty())
        kit::text(frame, beside, {.style = kit::style::meta, .color = frame.theme().ink_3});
    if (tasks.late > 0)
        kit::chip(frame, {.label = c.planner.texts().count("tasks.late", tasks.late), .icon = kit::icon::triangle_alert,
                          .tone = kit::Tone::late});
}

void draw_step(Context& c, const StepTasks& tasks) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, "step " + tasks.step->id);
    const std::string title = c.tr("step.label", {{"number", std::to_string(tasks.number)},
                                                  {"name", tasks.step->title.in(c.language())}});
    const kit::Card card(frame, {.padding = 0, .gap = 0, .name = title});
    const float top = frame.layout().y();
    float bottom = top;
    {
        const kit::Column inner(frame.layout(), frame.layout().x() + frame.px(14), top + frame.px(8),
                                frame.layout().available() - frame.px(28), 0);
        draw_step_head(c, tasks, title);
        bottom = inner.bottom();
    }
    frame.layout().place(-1, std::max(frame.px(44), bottom - top + frame.px(8)));
    draw_task_lines(c, tasks.shown);
}

void draw_list(Context& c) {
    draw_own_tasks(c);
    const bool agreed = draw_agreements(c);
    bool any = agreed || !(c.planner.identity() == planning::Identity{});
    for (const StepTasks& step : by_step(c)) {
        if (step.shown.empty())
            continue;
        draw_step(c, step);
        any = true;
    }
    if (any)
        return;
    const kit::Card card(c.frame, {.padding = 32});
    kit::empty_state(c.frame, {.text = c.tr("tasks.none"), .icon = kit::icon::list_checks});
}

} // namespace

std::vector<std::size_t> shown_tasks(app::Planner& planner, const TaskFilter& filter) {
    const std::vector<PlannedTask>& all = planner.plan().tasks;
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (is_shown(filter, all[i]))
            shown.push_back(i);
    return shown;
}

void draw_tasks_screen(Context& c) {
    const app::Route list = app::Route::tasks(c.planner.route().review);
    const planning::PlannedTask* chosen = c.planner.plan().find({"tasks", c.planner.route().item});
    const std::string today = app::long_date(c.planner.texts(), c.planner.today());
    const std::string title = c.planner.view().title.empty() ? c.tr("review.untitled") : c.planner.view().title;
    draw_shell(c, {.title = c.tr("tasks.title"), .subtitle = c.tr("tasks.subtitle", {{"title", title}, {"date", today}}),
                   .back = chosen ? list : app::Route::dashboard(list.review)},
               [&] {
                   const bool list_shown = !chosen || c.frame.room() == kit::Room::wide;
                   // On a phone the strip fills the screen, and what is asked comes first.
                   const bool strip_last = c.frame.room() == kit::Room::narrow;
                   if (list_shown) {
                       draw_filters(c);
                       draw_planning_tools(c);
                   }
                   if (list_shown && !strip_last)
                       draw_timeline(c);
                   draw_side_by_side(c, {.chosen = chosen != nullptr, .list = list, .draw_list = [&] { draw_list(c); },
                                         .draw_detail = [&] { draw_task_panel(c, *chosen); }});
                   if (list_shown && strip_last)
                       draw_timeline(c);
               });
}

} // namespace planner::ui
