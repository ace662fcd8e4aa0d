#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "planning/live.h"
#include "planning/live_repair.h"
#include "planning/meeting_notes.h"

/// A meeting of the current review that is run from the planner, and the commands on it. Only when
/// `Planner::current()` is ready.
namespace planner::app {

class Planner;

/// A meeting as it stands now.
struct LiveMeeting {
    planning::Agenda agenda;
    std::vector<planning::Moment> moments;
    planning::Live live; ///< points into the agenda
};

LiveMeeting live_meeting(Planner& planner, const process::RunSheet& sheet, std::string_view subject);
/// How it would stand now if the last step had not been taken.
LiveMeeting live_meeting_before_last_step(Planner& planner, const process::RunSheet& sheet, std::string_view subject);

/// Whether a meeting that begins later (or earlier) than planned keeps its plan or moves all of it.
enum class Beginning { as_planned, moved };
/// How much later than planned it would begin now, in whole minutes that have passed; negative: earlier. 0 when the run
/// sheet has no time.
int minutes_late(Planner& planner, const LiveMeeting& meeting);

/// Each records a moment at the present time, as one command.
void begin_meeting(Planner& planner, const LiveMeeting& meeting, Beginning beginning);
/// To the next part, the next line, or the end.
void go_on(Planner& planner, const LiveMeeting& meeting);
void go_to_line(Planner& planner, const LiveMeeting& meeting, const planning::AgendaItem& line);
/// The part that people are in begins anew.
void go_to_part(Planner& planner, const LiveMeeting& meeting, const std::string& part);
/// Nothing when there is no step to take back.
void step_back(Planner& planner, const LiveMeeting& meeting);
/// The same, and says so beside a way to undo it.
void take_back_step(Planner& planner, const LiveMeeting& meeting, const std::string& said);
void pause_or_resume(Planner& planner, const LiveMeeting& meeting);
/// People go on so many minutes from now; nothing unless there is a pause.
void agree_on_pause(Planner& planner, const LiveMeeting& meeting, int minutes);
/// Gives the current line minutes, or takes some off. Over its time they are given from now on, so that people have them.
void give_minutes(Planner& planner, const LiveMeeting& meeting, int minutes);
/// Makes up for being behind, or shares out the time that is left over, and offers to undo that; nothing when the meeting is not,
/// or not in this way.
void repair(Planner& planner, const LiveMeeting& meeting, planning::RepairKind kind);
void end_meeting(Planner& planner, const LiveMeeting& meeting);
void count_turn(Planner& planner, const LiveMeeting& meeting, const std::string& who);

/// Writes a note in the current line; nothing when it says nothing.
void add_note(Planner& planner, const LiveMeeting& meeting, const process::NoteKind& kind, const std::string& text);
/// Makes a row or a line of text of a note.
void work_out_note(Planner& planner, const LiveMeeting& meeting, const planning::MeetingNote& note,
                   const process::NoteTarget& target);

} // namespace planner::app
