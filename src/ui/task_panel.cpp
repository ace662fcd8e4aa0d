#include "ui/task_panel.h"

#include "ui/card_field.h"
#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/rule_notes.h"
#include "ui/task_place.h"
#include "ui/task_words.h"

#include <algorithm>

namespace planner::ui {

namespace {

using planning::PlannedTask;
using planning::TaskState;
using Decision = app::TaskDecision;

void draw_part(Context& c, std::string_view key, const std::string& text) {
    if (text.empty())
        return;
    kit::divider(c.frame);
    const kit::Stack stack(c.frame.layout(), c.frame.px(4));
    kit::heading(c.frame, 3, c.tr(key), {.style = kit::style::card_title});
    kit::text(c.frame, text, {.color = c.frame.theme().ink_2});
}

std::string named(Context& c, const PlannedTask& task) {
    const std::string title = task.task->title.in(c.language()), name = subject_name(c, task.subject);
    return name.empty() ? title : c.tr("task.of", {{"task", title}, {"participant", name}});
}

/// Links to other tasks, each with a mark of how it stands.
void draw_task_links(Context& c, std::string_view key, const std::vector<std::size_t>& indexes) {
    if (indexes.empty())
        return;
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, key);
    kit::text(frame, c.tr(key), {.style = kit::style::meta_strong, .color = frame.theme().ink_3});
    for (const std::size_t index : indexes) {
        const PlannedTask& task = c.planner.plan().tasks[index];
        const app::Route route = app::Route::tasks(c.planner.route().review, task.key.id);
        const TaskLook look = look_of(c, task);
        const std::string label = named(c, task);
        if (kit::link(frame, {.label = label, .address = app::format_route(route), .icon = look.icon, .key = task.key.id,
                              .name = label + " · " + look.word}))
            frame.defer([&planner = c.planner, route] { planner.go(route); });
    }
}

void draw_planning(Context& c, const PlannedTask& task) {
    kit::Frame& frame = c.frame;
    kit::divider(frame);
    const kit::Stack stack(frame.layout(), frame.px(6));
    kit::heading(frame, 3, c.tr("task.planning"), {.style = kit::style::card_title});
    const auto line = [&](std::string_view key, const std::string& text) {
        kit::text(frame, c.tr(key) + ": " + text, {.color = frame.theme().ink_2});
    };
    if (task.opens)
        line("task.opens", app::short_date(c.planner.texts(), *task.opens, c.planner.today()));
    line("task.due", due_text(c, task));
    if (task.due_by == planning::DueBy::proposal)
        kit::text(frame, c.tr("task.due_by_proposal"), {.style = kit::style::meta, .color = frame.theme().ink_3});
    if (task.squeezed)
        kit::text(frame, c.tr("task.due_squeezed"), {.style = kit::style::meta, .color = frame.theme().ink_3});
    if (task.due_by == planning::DueBy::hand)
        kit::text(frame, c.tr("task.due_by_hand"), {.style = kit::style::meta, .color = frame.theme().ink_3});
    draw_task_links(c, "task.needs_first", task.depends_on);
    draw_plain_value(c, {task.key, std::string(planning::task_field::due)}, process::FieldKind::date, c.tr("task.own_due"));
}

/// Ids of the card that it fills in and of those that are used in its programme, each once.
std::vector<std::string> cards_of(const process::Process& process, const process::Task& task) {
    std::vector<std::string> cards;
    const auto add = [&](const std::string& card) {
        if (!card.empty() && std::find(cards.begin(), cards.end(), card) == cards.end())
            cards.push_back(card);
    };
    add(task.card);
    if (const process::RunSheet* sheet = process.run_sheet(task.run_sheet))
        for (const process::RunSheetItem& item : sheet->items)
            for (const std::string& card : item.cards)
                add(card);
    return cards;
}

void draw_card_links(Context& c, const PlannedTask& task) {
    const process::Process& process = c.planner.current()->process();
    const app::ReviewView& view = c.planner.view();
    const std::vector<std::string> cards = cards_of(process, *task.task);
    if (!cards.empty())
        kit::divider(c.frame);
    for (const std::string& id : cards) {
        const process::Card& card = *process.card(id);
        const std::string owner = view.card(id, task.subject) ? task.subject : view.first_with(card);
        const app::Route route = app::Route::card_of(c.planner.route().review, id, owner);
        if (kit::link(c.frame, {.label = card.title.in(c.language()), .address = app::format_route(route),
                                .icon = kit::icon::file_text, .trailing_icon = kit::icon::arrow_right}))
            c.frame.defer([&planner = c.planner, route] { planner.go(route); });
    }
}

void draw_run_sheet_link(Context& c, const PlannedTask& task) {
    const process::RunSheet* sheet = c.planner.current()->process().run_sheet(task.task->run_sheet);
    if (!sheet)
        return;
    const bool of_visit = sheet->scope != process::Scope::review && !task.subject.empty();
    const app::Route route = app::Route::run_sheets(c.planner.route().review, sheet->id,
                                                    of_visit ? c.planner.reading().host_of(task.subject) : "");
    kit::divider(c.frame);
    if (kit::link(c.frame, {.label = sheet->title.in(c.language()), .address = app::format_route(route),
                            .icon = kit::icon::calendar_clock, .trailing_icon = kit::icon::arrow_right, .key = "run sheet"}))
        c.frame.defer([&planner = c.planner, route] { planner.go(route); });
}

void draw_decision(Context& c, const PlannedTask& task) {
    kit::Frame& frame = c.frame;
    const auto decide = [&](Decision decision) {
        frame.defer([&planner = c.planner, key = task.key, decision] { planner.decide_task(key, decision); });
    };
    kit::divider(frame);
    if (task.finished()) {
        std::string text = task.state == TaskState::done ? due_text(c, task) : c.tr("task.state.not_applicable");
        if (!task.done_by.empty())
            text += " · " + task.done_by;
        kit::text(frame, text, {.color = frame.theme().ok, .icon = kit::icon::circle_check});
        if (task.state == TaskState::not_applicable)
            draw_plain_value(c, {task.key, std::string(planning::task_field::reason)}, process::FieldKind::long_text,
                             c.tr("task.reason"));
        if (kit::button(frame, {.label = c.tr("task.reopen"), .icon = kit::icon::rotate_ccw}))
            decide(Decision::undecided);
        return;
    }
    if (task.seems_done)
        kit::text(frame, c.tr("task.seems_done"), {.style = kit::style::meta, .color = frame.theme().ok, .icon = kit::icon::check});
    const kit::Row row(frame.layout(), frame.px(8));
    if (kit::button(frame, {.label = c.tr("task.set_done"), .icon = kit::icon::check, .kind = kit::ButtonKind::primary}))
        decide(Decision::done);
    if (kit::button(frame, {.label = c.tr("task.set_not_applicable"), .kind = kit::ButtonKind::quiet}))
        decide(Decision::not_applicable);
}

} // namespace

void draw_task_panel(Context& c, const PlannedTask& task) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, "panel " + task.key.id);
    const std::string title = task.task->title.in(c.language());
    const kit::Card card(frame, {.gap = 12, .name = title});
    {
        const kit::Row row(frame.layout(), frame.px(8), frame.px(26));
        kit::chip(frame, {.label = role_text(c, task), .icon = role_icon(c, task)});
        const TaskLook look = look_of(c, task);
        kit::chip(frame, {.label = look.word, .icon = look.icon, .tone = look.tone});
    }
    {
        const kit::Stack stack(frame.layout(), frame.px(2));
        kit::heading(frame, 2, title);
        const process::Step* step = c.planner.current()->process().step(task.task->step);
        const std::string name = subject_name(c, task.subject);
        const std::string where = step ? step->title.in(c.language()) : "";
        kit::text(frame, name.empty() ? where : name + " · " + where, {.style = kit::style::meta, .color = frame.theme().ink_3});
        if (const std::string with = with_text(c, *task.task); !with.empty())
            kit::text(frame, with, {.style = kit::style::meta, .color = frame.theme().ink_2});
    }
    draw_part(c, "task.what", task.task->what.in(c.language()));
    draw_part(c, "task.why", task.task->why.in(c.language()));
    draw_planning(c, task);
    draw_part(c, "task.next", task.task->next.in(c.language()));
    draw_task_links(c, "task.followed_by", task.followed_by);
    draw_card_links(c, task);
    draw_run_sheet_link(c, task);
    draw_task_place(c, task);
    draw_rule_notes(c, rule_places(*task.task));
    draw_decision(c, task);
}

} // namespace planner::ui
