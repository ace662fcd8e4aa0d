#include "ui/room_moments.h"

#include "app/dates.h"

#include <utility>

namespace planner::ui {

namespace {

using app::RoomKind;

/// The day and the place, as far as they are known.
std::string when_and_where(Context& c, const LiveView& view, const std::optional<planning::Day>& day) {
    const review::Review review = c.planner.reading();
    const std::string place = view.subject.empty() ? review.kickoff().place : review.visit_of(view.subject).place;
    const std::string when = day ? app::long_date(c.planner.texts(), *day) : "";
    return when + (when.empty() || place.empty() ? "" : " · ") + place;
}

void put_beginning(Context& c, const LiveView& view, app::RoomScene& scene) {
    scene.kind = RoomKind::beginning;
    const auto day = planning::meeting_day(c.planner.reading(), *view.sheet, view.subject);
    const bool today = day && *day == c.planner.today(), past = day && *day < c.planner.today();
    if (!past)
        scene.label = when_and_where(c, view, day);
    const planning::Live& live = view.live();
    const bool known = view.meeting.agenda.start && !live.lines.empty();
    const std::int64_t start = known ? live.lines.front().planned_start : 0;
    if (!known || past || (today && start <= live.now)) {
        scene.text = c.tr("live.room_begins");
        return;
    }
    scene.text = c.tr("live.room_begins_at", {{"time", clock_at(c, start)}});
    if (!today)
        return;
    scene.clock = app::RoomClock::running;
    scene.ends_at = start;
}

bool is_break(const planning::LiveLine& line) {
    return line.line->item && line.line->item->kind == process::ItemKind::pause;
}

void put_ending(Context& c, const LiveView& view, app::RoomScene& scene) {
    scene.kind = RoomKind::ending;
    scene.text = c.tr("live.room_over");
    scene.help = c.tr("live.ended_at", {{"time", clock_at(c, view.live().end)}});
}

} // namespace

void put_around(Context& c, const LiveView& view, app::RoomScene& scene) {
    if (const app::ParticipantView* host = c.planner.view().participant(view.subject))
        scene.subtitle = host->participant.name + " · " + scene.subtitle;
    if (view.live().state == planning::MeetingState::over)
        put_ending(c, view, scene);
    else
        put_beginning(c, view, scene);
}

void put_break(Context& c, const LiveView& view, app::RoomScene& scene) {
    const planning::LiveLine& line = *view.line();
    if (!is_break(line))
        return;
    if (line.began)
        scene.until = paused_since_text(c, *line.began);
    const planning::LiveLine* next = view.live().next_line();
    if (line.remaining() >= 0 && next)
        scene.doing = c.tr("live.room_go_on", {{"time", clock_at(c, next->start)}});
}

void put_pause(Context& c, const LiveView& view, app::RoomScene& scene) {
    const auto until = view.live().goes_on_at();
    const bool over = view.live().paused_until && !until;
    app::RoomScene pause{.kind = RoomKind::pause, .theme = scene.theme};
    pause.title = c.tr(over ? "live.pause_over" : "live.room_pause");
    if (until) {
        pause.text = c.tr("live.room_go_on", {{"time", clock_at(c, *until)}});
        pause.clock = app::RoomClock::running;
        pause.ends_at = *until;
    } else {
        const auto since = over ? view.live().paused_until : view.live().paused_since;
        pause.text = c.tr(over ? "live.room_was_until" : "live.room_since", {{"time", clock_at(c, since.value_or(view.live().now))}});
    }
    pause.next = scene.next;
    pause.after = scene.after;
    // What was interrupted goes on first, but from one break nobody goes on with another.
    if (!is_break(*view.line())) {
        const process::RunSheetPart* part = view.part();
        pause.next = part ? scene.title + " · " + part->title.in(c.language()) : scene.title;
        pause.after = scene.next;
    }
    scene = std::move(pause);
}

void put_question(Context& c, const LiveView& view, app::RoomScene& scene) {
    const planning::AgendaItem& line = *view.line()->line;
    const process::RunSheetPart* part = view.part();
    const bool shows_work = scene.kind == RoomKind::clock || scene.kind == RoomKind::field;
    if (!shows_work || is_break(*view.line()) || (part && part->audience == process::Audience::panel))
        return;
    const app::ParticipantView* team = c.planner.view().participant(line.participant.empty() ? view.subject : line.participant);
    if (!team || team->learning_question.empty() || scene.text.find(team->learning_question) != std::string::npos)
        return;
    scene.question = c.tr("live.room_question", {{"question", team->learning_question}});
}

} // namespace planner::ui
