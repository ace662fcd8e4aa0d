#pragma once

#include "app/live.h"
#include "ui/screen_state.h"

#include <string>

namespace planner::ui {

/// The meeting on the screen.
struct LiveView {
    const process::RunSheet* sheet = nullptr;
    std::string subject;
    app::LiveMeeting meeting;

    const planning::Live& live() const { return meeting.live; }
    const planning::LiveLine* line() const { return meeting.live.current_line(); }
    /// The part of that line that people are in; null when it has none.
    const process::RunSheetPart* part() const;
    bool runs() const { return live().state == planning::MeetingState::running; }
    bool is_on() const { return runs() || live().state == planning::MeetingState::paused; }
};

/// The meeting that the address names; without a sheet when it names none.
LiveView live_view(Context&);

/// Takes up what this device knows of the meeting on screen beside the review: what is half written, what the room is to see. From
/// then on that is kept.
void take_up_desk(Context&);
/// Whether the focus is in a text that is not in the review yet.
bool is_in_draft(Context&);

// Words
/// "22:42", "1:05" from an hour on, "+0:45" when the time is over.
std::string countdown_text(std::int64_t remaining);
/// Minutes in words for who listens: "Nog 5 minuten", "De tijd is om", "1 minuut over de tijd"; it changes at most once a minute.
std::string remaining_words(Context&, std::int64_t remaining);
/// As wide as these digits ever are, so that nothing beside them moves when one goes.
std::string widest_countdown(std::string_view digits);
/// Milliseconds until the countdown shows another second.
double until_next_second(std::int64_t remaining);
/// "Pauze sinds 10:10"
std::string paused_since_text(Context&, std::int64_t since);
/// The same of the pause that there is; "Pauze tot 10:20" where people agreed on that.
std::string paused_text(Context&, const planning::Live&);
/// In whole minutes, as they are shown.
int shown_minutes(std::int64_t duration);
/// What a line is called in a meeting: the team whose turn it is, else its title.
std::string live_title(Context&, const planning::AgendaItem&);
std::string clock_at(Context&, std::int64_t time);
/// "4 min achter", "3 min voor", "Op schema"
std::string drift_text(Context&, int minutes_behind);
/// Whether that part is there to choose the day of the visit at this participant, and none is chosen yet.
bool lacks_visit_day(Context&, const process::RunSheetPart&, const std::string& participant);
/// How a meeting that is over ended: "15 min later dan gepland. Afgesproken was 16:12."
std::string ended_text(Context&, const planning::Live&);

// Parts of the screen, each a card
void draw_live_agenda(Context&, const LiveView&);
void draw_live_clock(Context&, const LiveView&);
/// The same in two pieces, either both or none, for where there is little room: what is on and how long it has, in a low strip that stays in
/// sight at the top of an area, and the rest, which scrolls below it. The strip gives its height.
float draw_live_strip(Context&, const LiveView&, const kit::Rect& area);
void draw_live_clock_under_strip(Context&, const LiveView&);
/// The parts of the line that people are in, to go to, and the clock of who talks.
void draw_live_line_parts(Context&, const LiveView&);
/// The ways to make up for being behind; nothing when the meeting is not.
void draw_time_behind(Context&, const LiveView&);
/// The ways to use the time that is left over, once that is worth saying.
void draw_time_left(Context&, const LiveView&);
/// What is done in the current part: fields, overlap, days, findings.
void draw_live_work(Context&, const LiveView&);
void draw_live_notes(Context&, const LiveView&);
/// Over the screen, while a note is dragged: the boxes that it is dragged to.
void draw_note_boxes(Context&);
void draw_live_turns(Context&, const LiveView&);
/// What the room sees, and the choice of it.
void draw_live_room(Context&);
/// How to begin, before the meeting has begun; how it went, once it is over.
void draw_live_beginning(Context&, const LiveView&);
void draw_live_ending(Context&, const LiveView&);
/// Asks whether the meeting is over, because the room sees it at once.
void ask_to_end(Context&);
/// Takes the last step back; asks first when that would wipe out when a line began that people have been in for a while.
void ask_to_go_back(Context&, const LiveView&);
/// Over the screen: those questions.
void draw_live_dialogs(Context&);
/// Which keys do what, and whether letters do.
void draw_live_shortcuts(Context&);
/// To give what was written here to another laptop in the room, and to take in what was written there.
void draw_live_laptops(Context&);
/// Opens or closes the second window, and says whether it is there.
void draw_projector_button(Context&);

/// What the room sees of this meeting now.
app::RoomScene room_scene(Context&, const LiveView&);

/// A key pressed while no field has the focus. True when it was one of the meeting's.
bool live_key(Context&, std::string_view key);
/// The same in the window that the room looks at.
bool projector_key(Context&, std::string_view key);

} // namespace planner::ui
