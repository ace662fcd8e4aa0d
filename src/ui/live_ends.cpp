#include "ui/live_parts.h"
#include "ui/task_words.h"

#include "ui/kit/button.h"
#include "ui/kit/choice.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/table.h"
#include "ui/kit/text.h"

#include <algorithm>
#include <cstdlib>

namespace planner::ui {

namespace {

/// More minutes than these are no late or early start but another day or a rehearsal.
constexpr int late_at_most = 90, early_at_most = 30;

void draw_begin_button(Context& c, app::Beginning beginning, kit::ButtonKind kind, const std::string& label) {
    if (kit::button(c.frame, {.label = label, .icon = kit::icon::play, .kind = kind}))
        c.frame.defer([c, beginning]() mutable {
            app::begin_meeting(c.planner, live_view(c).meeting, beginning);
            c.state.live.wanted = LiveFocus::next;
        });
}

/// What is to be done after a meeting. The tasks lie in the plan, which any decision makes anew.
struct FollowUp {
    std::vector<const planning::PlannedTask*> open; ///< tasks of this run sheet, what the record waits for, and others of that step
    std::vector<document::EntityKey> before;        ///< tasks of earlier steps that nobody ticked off
    bool record = false;                            ///< a message tells what came of the meeting
    bool record_waits = false;

    std::vector<document::EntityKey> ready() const {
        std::vector<document::EntityKey> keys;
        for (const planning::PlannedTask* task : open)
            if (task->seems_done || task->task->done_when == process::DoneWhen::never)
                keys.push_back(task->key);
        return keys;
    }
};

std::size_t step_of(const process::Process& process, const planning::PlannedTask& task) {
    const auto& steps = process.steps;
    return static_cast<std::size_t>(std::find_if(steps.begin(), steps.end(), [&](const process::Step& step) { return step.id == task.task->step; }) - steps.begin());
}

/// What else was due by the meeting and is open: what people filled in during the meeting, and what was left open in the steps before it, of which
/// who met has done most.
void add_others(Context& c, const planning::PlannedTask& meeting, FollowUp& after) {
    const process::Process& process = c.planner.current()->process();
    const std::size_t now = step_of(process, meeting);
    for (const planning::PlannedTask& task : c.planner.plan().tasks) {
        const bool known = std::find(after.open.begin(), after.open.end(), &task) != after.open.end();
        if (known || task.due > meeting.due || task.finished() || !(meeting.subject.empty() || task.subject == meeting.subject))
            continue;
        const std::size_t step = step_of(process, task);
        const process::DoneWhen when = task.task->done_when;
        if (step < now)
            after.before.push_back(task.key);
        else if (step == now && (when == process::DoneWhen::card || when == process::DoneWhen::field))
            after.open.push_back(&task);
    }
}

FollowUp follow_up(Context& c, const LiveView& view) {
    FollowUp after;
    const planning::PlannedTask* held = nullptr;
    const auto& tasks = c.planner.plan().tasks;
    const auto add = [&](const planning::PlannedTask& task) {
        if (!task.finished() && std::find(after.open.begin(), after.open.end(), &task) == after.open.end())
            after.open.push_back(&task);
    };
    for (const planning::PlannedTask& meeting : tasks) {
        if (meeting.task->run_sheet != view.sheet->id || meeting.subject != view.subject || meeting.task->done_when == process::DoneWhen::run_sheet)
            continue;
        add(meeting);
        held = &meeting; // the last of them; others prepare its run sheet
        for (const std::size_t next : meeting.followed_by) {
            if (tasks[next].task->done_when != process::DoneWhen::messages)
                continue;
            after.record = true;
            if (tasks[next].finished())
                continue;
            after.record_waits = after.record_waits || !tasks[next].waiting_for.empty();
            for (const std::size_t waits : tasks[next].waiting_for)
                add(tasks[waits]);
        }
    }
    if (held)
        add_others(c, *held, after);
    return after;
}

std::string minutes_text(Context& c, std::int64_t duration) {
    return c.tr("live.minutes", {{"minutes", std::to_string(shown_minutes(duration))}});
}

/// What was planned of a line and what became of it; a pause stands below the line that it interrupted.
struct OverRow {
    kit::TableRow row;
    std::string planned, really;
};

std::vector<OverRow> rows_when_over(Context& c, const planning::Live& live) {
    std::vector<OverRow> rows;
    for (std::size_t i = 0; i < live.lines.size(); ++i) {
        const planning::LiveLine& line = live.lines[i];
        rows.push_back({{line.line->key.id, live_title(c, *line.line)},
                        c.tr("live.minutes", {{"minutes", std::to_string(line.line->minutes)}}),
                        line.began ? minutes_text(c, line.spent) : c.tr("live.skipped")});
        for (const planning::TakenPause& pause : live.pauses)
            if (pause.line == i)
                rows.push_back({{"pause " + std::to_string(pause.since), c.tr("live.pause_at", {{"time", clock_at(c, pause.since)}})},
                                c.tr("live.not_planned"), minutes_text(c, pause.length(live.now))});
    }
    return rows;
}

void draw_over_table(Context& c, const planning::Live& live) {
    const std::vector<OverRow> all = rows_when_over(c, live);
    std::vector<kit::TableRow> rows;
    for (const OverRow& each : all)
        rows.push_back(each.row);
    const std::vector<kit::TableColumn> columns = {{c.tr("live.column_line"), 140, 2}, {c.tr("live.column_plan"), 96, 1}, {c.tr("live.column_really"), 110, 1}};
    kit::table(c.frame, {.name = c.tr("live.over_table"), .columns = columns, .rows = rows, .draw_cell = [&](std::size_t row, std::size_t column) {
        kit::text(c.frame, column == 1 ? all[row].planned : all[row].really, {.style = kit::style::body_dense});
    }});
}

/// People tick off what is done, each or all at once; the record to mail stands ready once the meeting is ticked off. What
/// nobody did yet is never ticked off for them.
void draw_follow_up(Context& c, const FollowUp& after) {
    kit::Frame& frame = c.frame;
    const kit::Stack stack(frame.layout(), frame.px(4));
    const bool finished = after.open.empty();
    if (after.record)
        kit::text(frame, c.tr(after.record_waits ? "live.record_waits" : "live.record_ready"),
                  {.icon = after.record_waits ? kit::icon::info : kit::icon::circle_check});
    if (!after.record || !after.record_waits)
        kit::text(frame, c.tr(finished ? "live.all_ticked" : "live.tick_done"), {.icon = finished ? kit::icon::circle_check : kit::icon::info});
    for (const planning::PlannedTask* task : after.open) {
        const kit::Scope scope(frame, task->key.id);
        const std::string whose = subject_name(c, task->subject);
        const bool missing = task->task->done_when != process::DoneWhen::never && !task->seems_done;
        const std::string title = task->task->title.in(c.language()) + (whose.empty() ? "" : " · " + whose) + (missing ? " · " + c.tr("live.not_filled_in") : "");
        if (kit::checkbox(frame, {.label = title, .checked = false}))
            frame.defer([&planner = c.planner, key = task->key] { planner.decide_task(key, app::TaskDecision::done); });
    }
    const std::vector<document::EntityKey> ready = after.ready();
    if (ready.size() > 1 && kit::button(frame, {.label = c.tr("live.tick_ready", {{"count", std::to_string(ready.size())}}), .icon = kit::icon::check_check,
                                                .key = "tick ready"}))
        frame.defer([&planner = c.planner, ready] { planner.decide_tasks(ready, app::TaskDecision::done); });
    if (!after.before.empty() && kit::button(frame, {.label = c.planner.texts().count("live.tick_before", after.before.size()), .icon = kit::icon::check_check,
                                                     .key = "tick before"}))
        frame.defer([&planner = c.planner, before = after.before] { planner.decide_tasks(before, app::TaskDecision::done); });
}

} // namespace

void draw_live_beginning(Context& c, const LiveView& view) {
    kit::Frame& frame = c.frame;
    const planning::Live& live = view.live();
    const kit::Card card(frame, {.padding = 24, .gap = 14, .name = c.tr("live.begin_title")});
    kit::heading(frame, 2, c.tr("live.begin_title"), {.style = kit::style::title});
    kit::text(frame, view.sheet->purpose.in(c.language()), {.color = frame.theme().ink_2});
    // What is said about the time stays true while people wait for each other.
    if (view.meeting.agenda.start)
        frame.wake_after(static_cast<double>(planning::ms_of_minute - live.now % planning::ms_of_minute));
    const int late = app::minutes_late(c.planner, view.meeting);
    const std::string end = clock_at(c, live.planned_end);
    if (!view.meeting.agenda.start) {
        kit::text(frame, c.tr("live.begin_no_time"), {.color = frame.theme().ink_2, .icon = kit::icon::info});
        draw_begin_button(c, app::Beginning::as_planned, kit::ButtonKind::primary, c.tr("live.begin"));
        return;
    }
    kit::text(frame, c.tr("live.begin_plan", {{"start", clock_at(c, live.lines.empty() ? live.now : live.lines.front().planned_start)}, {"end", end}}),
              {.style = kit::style::body_strong});
    if (late == 0) {
        draw_begin_button(c, app::Beginning::as_planned, kit::ButtonKind::primary, c.tr("live.begin"));
        return;
    }
    const bool far = late > late_at_most || -late > early_at_most;
    const std::string minutes = std::to_string(std::abs(late));
    kit::text(frame, far ? c.tr("live.begin_far") : c.tr(late > 0 ? "live.begin_late" : "live.begin_early", {{"minutes", minutes}}), {.icon = kit::icon::clock});
    if (!far && late > 0)
        kit::text(frame, c.tr("live.begin_keep_hint"), {.style = kit::style::meta, .color = frame.theme().ink_2});
    const std::string moved = clock_at(c, live.planned_end + late * planning::ms_of_minute);
    const kit::Row row(frame.layout(), frame.px(12));
    if (!far)
        draw_begin_button(c, app::Beginning::as_planned, late > 0 ? kit::ButtonKind::secondary : kit::ButtonKind::primary,
                          c.tr(late > 0 ? "live.begin_catch_up" : "live.begin_keep_end", {{"end", end}}));
    draw_begin_button(c, app::Beginning::moved, late > 0 || far ? kit::ButtonKind::primary : kit::ButtonKind::secondary,
                      c.tr("live.begin_move", {{"end", moved}}));
}

void draw_live_ending(Context& c, const LiveView& view) {
    kit::Frame& frame = c.frame;
    const planning::Live& live = view.live();
    const kit::Card card(frame, {.padding = 24, .gap = 14, .name = c.tr("live.over_title")});
    kit::heading(frame, 2, c.tr("live.over_title"), {.style = kit::style::title});
    kit::text(frame, c.tr("live.over_text", {{"end", clock_at(c, live.end)}}) + " " + ended_text(c, live));
    draw_over_table(c, live);
    const FollowUp after = follow_up(c, view);
    draw_follow_up(c, after);
    const kit::Row row(frame.layout(), frame.px(12));
    if (kit::button(frame, {.label = c.tr("live.take_up"), .icon = kit::icon::undo_2}))
        frame.defer([c]() mutable { app::step_back(c.planner, live_view(c).meeting); });
    const app::Route messages = app::Route::messages(c.planner.route().review);
    const bool ready = after.record ? !after.record_waits : after.open.empty();
    if (kit::button(frame, {.label = c.tr("live.to_messages"), .icon = kit::icon::mail,
                            .kind = ready ? kit::ButtonKind::primary : kit::ButtonKind::secondary}))
        frame.defer([&planner = c.planner, messages] { planner.go(messages); });
    draw_begin_button(c, app::Beginning::moved, kit::ButtonKind::quiet, c.tr("live.begin_again"));
}

} // namespace planner::ui
