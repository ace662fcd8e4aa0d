#include "app/live.h"

#include <algorithm>
#include <cmath>

#include "app/planner.h"

namespace planner::app {
namespace {

using planning::Moment;
using planning::MomentKind;

void write_down(Planner& planner, const LiveMeeting& meeting, const std::vector<Moment>& moments,
                std::string_view command) {
    if (moments.empty()) return;
    planner.write_fields(planning::record(planner.reading(), meeting.agenda.sheet->id, meeting.agenda.subject, moments,
                                          [&planner] { return planner.random_bits(); }),
                         command);
}

void write_down(Planner& planner, const LiveMeeting& meeting, Moment moment, std::string_view command) {
    moment.at = planner.now();
    write_down(planner, meeting, std::vector<Moment>{std::move(moment)}, command);
}

/// The last time that it began, which is the day of the meeting; else now.
std::int64_t day_of(const std::vector<Moment>& moments, std::int64_t now) {
    const auto start = std::find_if(moments.rbegin(), moments.rend(),
                                    [](const Moment& moment) { return moment.kind == MomentKind::start; });
    return start == moments.rend() ? now : start->at;
}

LiveMeeting meeting_of(Planner& planner, const process::RunSheet& sheet, std::string_view subject, std::vector<Moment> moments) {
    LiveMeeting meeting{planning::make_agenda(planner.reading(), sheet, subject), std::move(moments), {}};
    const std::int64_t now = planner.now();
    meeting.live = planning::make_live(meeting.agenda, meeting.moments, now,
                                       planner.local_midnight(day_of(meeting.moments, now)));
    return meeting;
}

std::string_view said_of(planning::RepairKind kind) {
    switch (kind) {
    case planning::RepairKind::shorten: return "live.did_shorten";
    case planning::RepairKind::run_over: return "live.did_run_over";
    case planning::RepairKind::later: return "live.did_later";
    case planning::RepairKind::spread: return "live.did_spread";
    case planning::RepairKind::earlier: return "live.did_earlier";
    }
    return {};
}

/// Minutes by which a line is over its time, each that began counted whole; 0 when it is not.
int minutes_over(const planning::LiveLine& line) {
    const std::int64_t over = std::max<std::int64_t>(0, -line.remaining());
    return static_cast<int>((over + planning::ms_of_minute - 1) / planning::ms_of_minute);
}

} // namespace

LiveMeeting live_meeting(Planner& planner, const process::RunSheet& sheet, std::string_view subject) {
    return meeting_of(planner, sheet, subject, planning::moments_of(planner.reading(), sheet.id, subject));
}

LiveMeeting live_meeting_before_last_step(Planner& planner, const process::RunSheet& sheet, std::string_view subject) {
    std::vector<Moment> moments = planning::moments_of(planner.reading(), sheet.id, subject);
    moments.push_back({MomentKind::back, planner.now()});
    return meeting_of(planner, sheet, subject, std::move(moments));
}

int minutes_late(Planner& planner, const LiveMeeting& meeting) {
    if (!meeting.agenda.start || meeting.live.lines.empty()) return 0;
    // As if it had never begun: an earlier run may have been moved, or on another day.
    const std::int64_t now = planner.now();
    const planning::Live plan = planning::make_live(meeting.agenda, {}, now, planner.local_midnight(now));
    const auto late = static_cast<double>(now - plan.lines.front().planned_start);
    return static_cast<int>(std::floor(late / static_cast<double>(planning::ms_of_minute)));
}

void begin_meeting(Planner& planner, const LiveMeeting& meeting, Beginning beginning) {
    Moment start{MomentKind::start};
    if (beginning == Beginning::moved) {
        const int late = minutes_late(planner, meeting);
        // A meeting on quite another time of the day is none of the planned one.
        start.minutes = std::clamp(late, -planning::minutes_per_day, planning::minutes_per_day);
    }
    const bool again = meeting.live.began.has_value();
    write_down(planner, meeting, start, "undo.what.live_start");
    if (again) planner.offer_undo_of_last(planner.tr("live.began_again"));
}

void go_on(Planner& planner, const LiveMeeting& meeting) {
    write_down(planner, meeting, planning::next_moment(meeting.live), "undo.what.live_next");
}

void go_to_line(Planner& planner, const LiveMeeting& meeting, const planning::AgendaItem& line) {
    write_down(planner, meeting, {MomentKind::go, 0, line.key.id}, "undo.what.live_next");
}

void go_to_part(Planner& planner, const LiveMeeting& meeting, const std::string& part) {
    const planning::LiveLine* line = meeting.live.current_line();
    if (line != nullptr)
        write_down(planner, meeting, {MomentKind::part, 0, line->line->key.id, part}, "undo.what.live_next");
}

void step_back(Planner& planner, const LiveMeeting& meeting) {
    if (!planning::last_step(meeting.moments)) return;
    write_down(planner, meeting, {MomentKind::back}, "undo.what.live_back");
}

void take_back_step(Planner& planner, const LiveMeeting& meeting, const std::string& said) {
    step_back(planner, meeting);
    planner.offer_undo_of_last(said);
}

void pause_or_resume(Planner& planner, const LiveMeeting& meeting) {
    const bool paused = meeting.live.state == planning::MeetingState::paused;
    write_down(planner, meeting, {paused ? MomentKind::resume : MomentKind::pause}, "undo.what.live_pause");
}

void agree_on_pause(Planner& planner, const LiveMeeting& meeting, int minutes) {
    if (meeting.live.state == planning::MeetingState::paused)
        write_down(planner, meeting, {MomentKind::pause, 0, "", "", minutes}, "undo.what.live_pause");
}

void give_minutes(Planner& planner, const LiveMeeting& meeting, int minutes) {
    const planning::LiveLine* line = meeting.live.current_line();
    if (line == nullptr) return;
    const int from_now = minutes > 0 ? minutes_over(*line) : 0;
    const int given = std::min(minutes + from_now, planning::minutes_per_day);
    write_down(planner, meeting, {MomentKind::give, 0, line->line->key.id, "", given}, "undo.what.live_minutes");
}

void repair(Planner& planner, const LiveMeeting& meeting, planning::RepairKind kind) {
    const bool gain = kind == planning::RepairKind::spread || kind == planning::RepairKind::earlier;
    for (const planning::Repair& each : gain ? planning::gains_of(meeting.live) : planning::repairs_of(meeting.live)) {
        if (each.kind != kind || each.minutes == 0) continue;
        write_down(planner, meeting, planning::moments_for(meeting.live, each), "undo.what.live_repair");
        planner.offer_undo_of_last(planner.tr(said_of(kind), {{"time", planner.time_text(each.end)}}));
    }
}

void end_meeting(Planner& planner, const LiveMeeting& meeting) {
    write_down(planner, meeting, {MomentKind::stop}, "undo.what.live_stop");
}

void count_turn(Planner& planner, const LiveMeeting& meeting, const std::string& who) {
    write_down(planner, meeting, {MomentKind::turn, 0, "", "", 0, who}, "undo.what.live_turn");
}

void add_note(Planner& planner, const LiveMeeting& meeting, const process::NoteKind& kind, const std::string& text) {
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) return;
    const planning::LiveLine* line = meeting.live.current_line();
    planner.write_fields(planning::new_note(planner.reading(), meeting.agenda, line == nullptr ? nullptr : line->line,
                                            {&kind, text, planner.settings().author, planner.now()},
                                            [&planner] { return planner.random_bits(); }),
                         "undo.what.live_note");
}

void work_out_note(Planner& planner, const LiveMeeting& meeting, const planning::MeetingNote& note,
                   const process::NoteTarget& target) {
    planner.write_fields(planning::work_out(planner.reading(), meeting.agenda, note, target,
                                            [&planner] { return planner.random_bits(); }),
                         "undo.what.live_note");
}

} // namespace planner::app
