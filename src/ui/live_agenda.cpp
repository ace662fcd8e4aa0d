#include "ui/live_parts.h"

#include "ui/kit/button.h"
#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"

#include <algorithm>
#include <cstdlib>

namespace planner::ui {

namespace {

using planning::LineState;
using planning::LiveLine;

std::string_view icon_of_line(LineState state) {
    switch (state) {
    case LineState::ahead: return kit::icon::circle;
    case LineState::running: return kit::icon::circle_dot;
    case LineState::done: return kit::icon::circle_check;
    case LineState::skipped: return kit::icon::minus;
    }
    return {};
}

/// "4 min langer", "bezig tot 14:54", "op tijd klaar"
std::string live_state_text(Context& c, const LiveView& view, const LiveLine& line) {
    switch (line.state) {
    case LineState::running:
        if (!view.runs())
            return paused_text(c, view.live());
        if (line.remaining() < 0)
            return remaining_words(c, line.remaining());
        return c.tr("live.busy_until", {{"time", clock_at(c, line.end)}});
    case LineState::skipped: return c.tr("live.skipped");
    case LineState::done: {
        const int longer = shown_minutes(line.spent) - static_cast<int>(line.line->minutes);
        if (longer == 0)
            return c.tr("live.done_on_time");
        return c.tr(longer > 0 ? "live.longer" : "live.shorter", {{"minutes", std::to_string(std::abs(longer))}});
    }
    case LineState::ahead: {
        const int given = shown_minutes(line.allotted) - static_cast<int>(line.line->minutes);
        if (given != 0)
            return c.tr("live.instead_of", {{"minutes", std::to_string(line.line->minutes)}});
        return "";
    }
    }
    return {};
}

/// What a line took, or has now; a line that was skipped takes nothing.
int live_minutes(const LiveLine& line) {
    if (line.state == LineState::skipped)
        return 0;
    return shown_minutes(line.state == LineState::done ? line.spent : line.allotted);
}

/// How long it takes and how it goes, short enough for one line of a narrow column.
std::string live_note(Context& c, const LiveView& view, const LiveLine& line) {
    const std::string state = live_state_text(c, view, line);
    if (line.state == LineState::skipped)
        return state;
    std::string note = c.tr("live.minutes", {{"minutes", std::to_string(live_minutes(line))}});
    const auto index = static_cast<std::size_t>(&line - view.live().lines.data());
    if (const int paused = shown_minutes(view.live().paused_in(index)); paused > 0)
        note += " · " + c.tr("live.with_pause", {{"minutes", std::to_string(paused)}});
    return state.empty() ? note : note + " · " + state;
}

/// All lines together as they are now, beside what was planned.
std::string live_total(Context& c, const LiveView& view) {
    const auto minutes = [&](std::size_t count) { return c.tr("live.minutes", {{"minutes", std::to_string(count)}}); };
    const std::size_t planned = view.meeting.agenda.total_minutes;
    const int now = shown_minutes(view.live().length());
    if (!view.live().began || static_cast<std::size_t>(now) == planned)
        return minutes(planned);
    return minutes(static_cast<std::size_t>(now)) + " · " + c.tr("live.plan", {{"time", minutes(planned)}});
}

void draw_live_times(Context& c, const LiveLine& line) {
    kit::Frame& frame = c.frame;
    const kit::Stack stack(frame.layout(), 0);
    const std::string now = clock_at(c, line.start), plan = clock_at(c, line.planned_start);
    const bool counts = line.state == LineState::running || line.state == LineState::ahead;
    kit::text(frame, now, {.style = counts ? kit::style::body_strong : kit::style::body_dense,
                           .color = line.state == LineState::skipped ? frame.theme().ink_2 : frame.theme().ink});
    if (now != plan)
        kit::text(frame, c.tr("live.plan", {{"time", plan}}), {.style = kit::style::meta, .color = frame.theme().ink_2});
}

void draw_live_line(Context& c, const LiveView& view, const LiveLine& line) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, line.line->key.id);
    const float x = frame.layout().x(), y = frame.layout().y(), width = frame.layout().available();
    const float times = frame.px(74), tool = frame.px(40), padding = frame.px(8);
    const std::string title = live_title(c, *line.line);
    const bool now = line.state == LineState::running;
    const bool may_go = view.is_on() && !now;
    kit::draw::Underlay underlay(frame);
    float bottom = 0;
    {
        const kit::Column column(frame.layout(), x + padding, y + padding, times, 0);
        draw_live_times(c, line);
        bottom = column.bottom();
    }
    {
        const float left = x + padding + times;
        kit::draw::icon(frame, left + frame.px(9), y + padding + frame.px(10), icon_of_line(line.state), 18,
                        now || line.state == LineState::done ? frame.theme().action : frame.theme().ink_3);
        const kit::Column column(frame.layout(), left + frame.px(26), y + padding, width - times - padding - frame.px(26) - tool, 0);
        kit::text(frame, title, {.style = now ? kit::style::body_strong : kit::style::body_dense});
        kit::text(frame, live_note(c, view, line), {.style = kit::style::meta, .color = frame.theme().ink_2});
        bottom = std::max(bottom, column.bottom());
    }
    if (may_go) {
        const kit::Column column(frame.layout(), x + width - tool, y + frame.px(4), tool, 0);
        if (kit::icon_button(frame, {.icon = kit::icon::arrow_right, .name = c.tr("live.go_to", {{"title", title}}), .size = 32, .icon_size = 16}))
            frame.defer([c, item = *line.line]() mutable { app::go_to_line(c.planner, live_view(c).meeting, item); });
    }
    const float height = std::max(bottom - y + padding, frame.px(frame.room() == kit::Room::narrow ? 52 : 44));
    const kit::Rect rect = frame.layout().place(width, height);
    underlay.under();
    if (now) {
        kit::draw::fill(frame, rect, frame.theme().selected);
        kit::draw::fill(frame, {rect.x, rect.y, frame.px(3), rect.height}, frame.theme().action);
    }
    kit::draw::fill(frame, {rect.x, rect.y, rect.width, 1}, frame.theme().line_soft);
}

std::string end_name(Context& c, const planning::Live& live) {
    return c.tr(live.state == planning::MeetingState::over ? "live.ended_at" : "live.end_at", {{"time", clock_at(c, live.end)}});
}

using Turns = std::map<std::string, std::size_t, std::less<>>;

struct Speaker {
    std::string id, name;
};

/// Who can be heard: in a meeting of all the participants; at a visit the panel, and the one that is visited. As long as
/// nobody wrote down who is in the panel, the other participants, who it comes from; whom turns were counted of stays.
std::vector<Speaker> speakers_of(Context& c, const LiveView& view, const Turns& turns) {
    std::vector<Speaker> speakers;
    const review::Review review = c.planner.reading();
    if (view.subject.empty()) {
        for (const review::Participant& each : review.participants())
            speakers.push_back({each.id, each.name});
        return speakers;
    }
    if (const auto host = review.participant(view.subject))
        speakers.push_back({host->id, host->name});
    for (const review::Seat& seat : review.expected_seats_of(view.subject))
        speakers.push_back({seat.id, seat.name.empty() ? c.tr("live.someone_of_panel") : seat.name});
    const bool panel_known = speakers.size() > 1;
    for (const review::Participant& each : review.participants())
        if (each.id != view.subject && (!panel_known || turns.contains(each.id)))
            speakers.push_back({each.id, each.name});
    return speakers;
}

} // namespace

void draw_live_agenda(Context& c, const LiveView& view) {
    kit::Frame& frame = c.frame;
    const planning::Live& live = view.live();
    const kit::Card card(frame, {.padding = 12, .gap = 0, .name = c.tr("live.agenda")});
    {
        const kit::Row row(frame.layout(), frame.px(8), frame.px(32));
        kit::heading(frame, 2, c.tr("live.agenda"), {.style = kit::style::card_title});
        kit::text(frame, live_total(c, view), {.style = kit::style::meta, .color = frame.theme().ink_2});
    }
    for (const LiveLine& line : live.lines)
        draw_live_line(c, view, line);
    const kit::Row row(frame.layout(), frame.px(8), frame.px(44));
    kit::text(frame, end_name(c, live), {.style = kit::style::body_strong});
    if (clock_at(c, live.end) != clock_at(c, live.first_planned_end()))
        kit::text(frame, c.tr("live.plan", {{"time", clock_at(c, live.first_planned_end())}}), {.style = kit::style::meta, .color = frame.theme().ink_2});
}

void draw_live_turns(Context& c, const LiveView& view) {
    const Turns turns = planning::turns_in(view.meeting.moments);
    const std::vector<Speaker> speakers = speakers_of(c, view, turns);
    if (speakers.empty() || !view.is_on())
        return;
    kit::Frame& frame = c.frame;
    const auto turns_of = [&](const Speaker& speaker) {
        const auto found = turns.find(speaker.id);
        return found == turns.end() ? 0 : found->second;
    };
    std::size_t most = 0;
    for (const Speaker& speaker : speakers)
        most = std::max(most, turns_of(speaker));
    const kit::Card card(frame, {.padding = 16, .gap = 8, .name = c.tr("live.turns")});
    kit::heading(frame, 2, c.tr("live.turns"), {.style = kit::style::card_title});
    kit::text(frame, c.tr("live.turns_help"), {.style = kit::style::meta, .color = frame.theme().ink_3});
    for (const Speaker& speaker : speakers) {
        const kit::Scope scope(frame, speaker.id);
        const std::size_t count = turns_of(speaker);
        const std::string words = c.planner.texts().count("live.turns_count", count);
        const kit::Stack stack(frame.layout(), frame.px(4));
        {
            const kit::Row row(frame.layout(), frame.px(8), frame.px(32));
            if (kit::button(frame, {.label = speaker.name, .icon = kit::icon::plus, .size = kit::ButtonSize::small,
                                    .name = c.tr("live.turn_of", {{"name", speaker.name}})}))
                frame.defer([c, id = speaker.id]() mutable { app::count_turn(c.planner, live_view(c).meeting, id); });
            kit::text(frame, words, {.style = kit::style::meta, .color = frame.theme().ink_2, .exposure = kit::Exposure::decoration});
        }
        kit::progress_bar(frame, {.fraction = most == 0 ? 0 : static_cast<float>(count) / static_cast<float>(most), .name = speaker.name + ": " + words});
    }
}

} // namespace planner::ui
