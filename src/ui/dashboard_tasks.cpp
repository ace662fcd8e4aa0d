#include "ui/dashboard_cards.h"
#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/task_words.h"

#include <cmath>

namespace planner::ui {

namespace {

void draw_task(Context& c, const planning::PlannedTask& task) {
    kit::Frame& frame = c.frame;
    const kit::Theme& t = frame.theme();
    const kit::Scope scope(frame, task.key.id);
    const TaskLook look = look_of(c, task);
    const std::string title = task.task->title.in(c.language()), name = subject_name(c, task.subject);
    const std::string detail = (name.empty() ? role_text(c, task) : name) + " · " + due_text(c, task);
    const float width = frame.layout().available(), indent = frame.px(28), room = width - indent;
    const float title_height = kit::text_height(frame, title, kit::style::body_strong, room);
    const float detail_height = kit::text_height(frame, detail, kit::style::meta, room);
    const float padding = frame.px(8);
    const kit::Rect rect = frame.layout().place(-1, title_height + detail_height + 2 * padding);
    const kit::NodeId id = frame.id("task");
    const kit::Interaction interaction = frame.interact(id, rect);
    if (interaction.hovered)
        kit::draw::fill(frame, rect, t.hover, frame.px(6));
    kit::draw::icon(frame, rect.x + frame.px(9), rect.y + padding + frame.px(10), look.icon, 18, look.color);
    const float x = rect.x + indent, y = rect.y + padding;
    kit::place_text(frame, {x, y, room, title_height}, title, kit::style::body_strong, t.ink);
    kit::place_text(frame, {x, y + title_height, room, detail_height}, detail, kit::style::meta,
                    task.state == planning::TaskState::late ? t.late : t.ink_2);
    if (interaction.focus_visible)
        frame.focus_ring(rect.inset(1), frame.px(6), 0);
    const app::Route target = app::Route::tasks(c.planner.route().review, task.key.id);
    kit::Node node;
    node.id = id;
    node.role = kit::Role::link;
    node.name = name.empty() ? title : c.tr("task.of", {{"task", title}, {"participant", name}});
    node.help = look.word + " · " + detail;
    node.address = app::format_route(target);
    frame.tree().add(std::move(node), rect);
    if (interaction.clicked)
        frame.defer([&planner = c.planner, target] { planner.go(target); });
}

} // namespace

void draw_next_tasks_card(Context& c) {
    const planning::Plan& plan = c.planner.plan();
    if (plan.tasks.empty())
        return;
    kit::Frame& frame = c.frame;
    const std::string title = c.tr("dashboard.next_tasks");
    const kit::Card card(frame, {.gap = 4, .name = title});
    draw_card_head(c, title, "", "");
    const std::vector<std::size_t>& tasks = c.planner.dashboard().next_tasks;
    if (tasks.empty())
        kit::text(frame, c.tr("dashboard.no_tasks"), {.style = kit::style::body_dense, .color = frame.theme().ink_2});
    for (const std::size_t index : tasks) {
        kit::divider(frame);
        draw_task(c, plan.tasks[index]);
    }
    kit::divider(frame);
    const app::Route all = app::Route::tasks(c.planner.route().review);
    if (kit::link(frame, {.label = c.tr("dashboard.all_tasks"), .address = app::format_route(all),
                          .trailing_icon = kit::icon::arrow_right}))
        frame.defer([&planner = c.planner, all] { planner.go(all); });
}

} // namespace planner::ui
