#include "ui/agreements_list.h"
#include "ui/dashboard_cards.h"
#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/task_words.h"

#include "app/agreements.h"
#include "app/live.h"
#include "planning/run_sheet.h"

#include <cmath>

namespace planner::ui {

namespace {

struct NextLine {
    std::string key;
    std::string_view icon;
    kit::Color color;
    std::string title;
    std::string detail;
    bool late;
    std::string name; ///< for who does not see it
    std::string help;
    app::Route target;
};

void draw_next_line(Context& c, const NextLine& line) {
    kit::Frame& frame = c.frame;
    const kit::Theme& t = frame.theme();
    const kit::Scope scope(frame, line.key);
    const float width = frame.layout().available(), indent = frame.px(28), room = width - indent;
    const float title_height = kit::text_height(frame, line.title, kit::style::body_strong, room);
    const float detail_height = kit::text_height(frame, line.detail, kit::style::meta, room);
    const float padding = frame.px(8);
    const kit::Rect rect = frame.layout().place(-1, title_height + detail_height + 2 * padding);
    const kit::NodeId id = frame.id("task");
    const kit::Interaction interaction = frame.interact(id, rect);
    if (interaction.hovered)
        kit::draw::fill(frame, rect, t.hover, frame.px(6));
    kit::draw::icon(frame, rect.x + frame.px(9), rect.y + padding + frame.px(10), line.icon, 18, line.color);
    const float x = rect.x + indent, y = rect.y + padding;
    kit::place_text(frame, {x, y, room, title_height}, line.title, kit::style::body_strong, t.ink);
    kit::place_text(frame, {x, y + title_height, room, detail_height}, line.detail, kit::style::meta, line.late ? t.late : t.ink_2);
    if (interaction.focus_visible)
        frame.focus_ring(rect.inset(1), frame.px(6), 0);
    kit::Node node;
    node.id = id;
    node.role = kit::Role::link;
    node.name = line.name;
    node.help = line.help;
    node.address = app::format_route(line.target);
    frame.tree().add(std::move(node), rect);
    if (interaction.clicked)
        frame.defer([&planner = c.planner, target = line.target] { planner.go(target); });
}

void draw_next_task(Context& c, const planning::PlannedTask& task) {
    const TaskLook look = look_of(c, task);
    const std::string title = task.task->title.in(c.language()), name = subject_name(c, task.subject);
    const std::string detail = (name.empty() ? role_text(c, task) : name) + " · " + due_text(c, task);
    draw_next_line(c, {.key = task.key.id, .icon = look.icon, .color = look.color, .title = title, .detail = detail,
                       .late = task.state == planning::TaskState::late,
                       .name = name.empty() ? title : c.tr("task.of", {{"task", title}, {"participant", name}}),
                       .help = look.word + " · " + detail,
                       .target = app::Route::tasks(c.planner.route().review, task.key.id)});
}

void draw_next_agreement(Context& c, const planning::Agreement& agreement) {
    const kit::Theme& t = c.frame.theme();
    const bool late = agreement.state == planning::AgreementState::late;
    const std::string name = subject_name(c, agreement.whose);
    std::string detail = c.tr("today.agreement");
    for (const std::string& part : {agreement.who, name, agreement_when(c, agreement)})
        detail += part.empty() ? "" : " · " + part;
    draw_next_line(c, {.key = agreement.row.id, .icon = late ? kit::icon::triangle_alert : kit::icon::circle_dot,
                       .color = late ? t.late : t.action, .title = agreement.what, .detail = detail, .late = late,
                       .name = name.empty() ? agreement.what : agreement.what + ", " + name, .help = detail,
                       .target = app::route_to(c.planner, agreement)});
}

/// Where a meeting leads to now.
struct MeetingLink {
    std::string_view text; ///< its key; "" when it leads nowhere
    bool to_messages = false;
};

/// To the director's screen on its day, or while it is run, whatever its day: who opens the file of a meeting on a second
/// laptop goes on there. Once it is over, to what it leaves to be done.
MeetingLink link_of(Context& c, const process::RunSheet& sheet, const std::string& host) {
    const planning::MeetingState state = app::live_meeting(c.planner, sheet, host).live.state;
    if (state == planning::MeetingState::running || state == planning::MeetingState::paused)
        return {"live.now_on"};
    const auto day = planning::meeting_day(c.planner.reading(), sheet, host);
    if (state != planning::MeetingState::over)
        return {day == c.planner.today() ? "live.today" : ""};
    // Before its day it was a rehearsal.
    if (!day || *day > c.planner.today())
        return {""};
    switch (app::after_meeting(c.planner.plan(), sheet.id, host)) {
    case app::AfterMeeting::nothing: return {""};
    case app::AfterMeeting::wrap_up: return {"live.wrap_up"};
    case app::AfterMeeting::messages: return {"live.send_record", true};
    }
    return {""};
}

/// The way to those of these programmes that are today, that are run now or that were held and are not finished yet.
void draw_meetings(Context& c, const std::vector<app::Programme>& programmes) {
    const review::Review review = c.planner.reading();
    for (const app::Programme& programme : programmes) {
        const process::RunSheet* sheet = review.process().run_sheet(programme.sheet);
        if (!sheet)
            continue;
        const MeetingLink link = link_of(c, *sheet, programme.host);
        if (link.text.empty())
            continue;
        const kit::Scope scope(c.frame, programme.sheet + "." + programme.host);
        const std::string whose = subject_name(c, programme.host);
        const std::string title = sheet->meeting.in(c.language()) + (whose.empty() ? "" : " · " + whose);
        const std::string& id = c.planner.route().review;
        const app::Route route = link.to_messages ? app::Route::messages(id) : app::Route::live(id, programme.sheet, programme.host);
        kit::divider(c.frame);
        if (kit::link(c.frame, {.label = c.tr(link.text, {{"title", title}}), .address = app::format_route(route),
                                .icon = link.to_messages ? kit::icon::mail : kit::icon::monitor_play}))
            c.frame.defer([&planner = c.planner, route] { planner.go(route); });
    }
}

void draw_meetings_today(Context& c) {
    const auto& dashboard = c.planner.dashboard();
    draw_meetings(c, dashboard.programmes);
    for (const app::VisitView& visit : dashboard.visits)
        draw_meetings(c, visit.programmes);
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
    draw_meetings_today(c);
    const std::vector<std::size_t>& tasks = c.planner.dashboard().next_tasks;
    if (tasks.empty() && c.planner.dashboard().next_agreements.empty())
        kit::text(frame, c.tr("dashboard.no_tasks"), {.style = kit::style::body_dense, .color = frame.theme().ink_2});
    for (const std::size_t index : tasks) {
        kit::divider(frame);
        draw_next_task(c, plan.tasks[index]);
    }
    for (const std::size_t index : c.planner.dashboard().next_agreements) {
        kit::divider(frame);
        draw_next_agreement(c, c.planner.agreements()[index]);
    }
    kit::divider(frame);
    const app::Route all = app::Route::tasks(c.planner.route().review);
    if (kit::link(frame, {.label = c.tr("dashboard.all_tasks"), .address = app::format_route(all),
                          .trailing_icon = kit::icon::arrow_right}))
        frame.defer([&planner = c.planner, all] { planner.go(all); });
}

} // namespace planner::ui
