#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "planning/moments.h"
#include "planning/run_sheet.h"

namespace planner::planning {

// All times are milliseconds since 1970-01-01 UTC, all durations milliseconds.

constexpr std::int64_t ms_of_minute = 60'000;

/// waiting: it has not begun. over: it was ended; it can be taken up again by taking that back.
enum class MeetingState { waiting, running, paused, over };

/// ahead: still to come. skipped: people went past it without doing it.
enum class LineState { ahead, running, done, skipped };

/// A line of a run sheet while the meeting runs: what was planned, what really happened and what is to be expected
/// stand beside each other.
struct LiveLine {
    const AgendaItem* line = nullptr;
    LineState state = LineState::ahead;
    std::int64_t planned_start = 0, planned_end = 0;
    std::optional<std::int64_t> began, ended; ///< really; it may have ended and go on again
    std::int64_t start = 0, end = 0;          ///< really where that is known, else as expected now
    std::int64_t allotted = 0;                ///< what it was planned to take, with what was given to it or taken off
    std::int64_t spent = 0;                   ///< without pauses
    std::vector<std::int64_t> spent_on_parts; ///< of each part of the line, in their order
    std::size_t part = 0;                     ///< which of them people are in, or were in last

    /// Of who is in it: negative when it is over its time.
    std::int64_t remaining() const { return allotted - spent; }
};

/// A pause that people took, outside the run sheet.
struct TakenPause {
    std::int64_t since = 0;
    std::optional<std::int64_t> until; ///< nothing while it lasts
    std::size_t line = 0;              ///< the line that it interrupted

    std::int64_t length(std::int64_t now) const { return until.value_or(now) - since; }
};

/// A meeting at one moment, computed from its run sheet and what was recorded of it.
struct Live {
    MeetingState state = MeetingState::waiting;
    std::int64_t now = 0;
    std::vector<LiveLine> lines;
    std::optional<std::size_t> current; ///< the line that people are in; nothing before the start and after the end
    std::optional<std::int64_t> began;
    std::optional<std::int64_t> paused_since;
    std::optional<std::int64_t> paused_until; ///< when people go on, where they agreed on that; it may have passed
    std::vector<TakenPause> pauses; ///< in their order
    std::int64_t planned_end = 0; ///< with the minutes that people agreed on
    std::int64_t agreed_later = 0;
    std::int64_t end = 0; ///< as expected, or really when it is over
    /// How much later than planned people come to `anchor`; negative: earlier. 0 while what is free before a locked time
    /// makes up for it.
    std::int64_t behind = 0;
    std::int64_t planned_arrival = 0; ///< at the anchor
    std::size_t anchor = 0; ///< the next line with a locked time; the number of lines: the end of the meeting

    const LiveLine* current_line() const { return current ? &lines[*current] : nullptr; }
    /// The line that comes after the current one; null when there is none.
    const LiveLine* next_line() const;
    /// What the lines and the pauses take together: what they took or take by now, else what lines have.
    std::int64_t length() const;
    /// Of the pauses that people took in this line, by now.
    std::int64_t paused_in(std::size_t line) const;
    /// The planned end before anybody agreed on another.
    std::int64_t first_planned_end() const { return planned_end - agreed_later; }
    /// In minutes as they are read from a clock, so that it is what the shown times differ by.
    int minutes_behind() const;
    /// When a pause ends of which people know how long it lasts, as long as that is to come.
    std::optional<std::int64_t> goes_on_at() const;
    /// The next line that begins at a locked time, before which nothing of the rest can begin; null when there is none.
    const LiveLine* next_locked() const;
};

/// The meeting at `now`. `midnight` is the start of the day of the meeting where people are. It points into the agenda,
/// which must outlive it. Time goes by in it because clocks do, not because anybody counts: a computer that slept or a
/// browser that was closed and opened again shows the same.
///
/// The forecast follows the rule of stage timers: what is left of the current line (nothing when it is over its time),
/// then what comes after it as planned, each not before its locked time.
Live make_live(const Agenda& agenda, const std::vector<Moment>& moments, std::int64_t now, std::int64_t midnight);

/// What a clock asks of who looks at it.
enum class ClockState {
    plenty,
    nearly, ///< at most a fifth is left
    last,   ///< at most a twentieth is left
    over,
};
ClockState clock_state(std::int64_t remaining, std::int64_t allotted);

/// The step that `MomentKind::back` takes back now: the last go, part or stop that counts; nothing when there is none.
std::optional<Moment> last_step(const std::vector<Moment>& moments);
/// Where people go from here: the next part of the line, the next line, or the end.
Moment next_moment(const Live& live);
/// How often each spoke, by id.
std::map<std::string, std::size_t, std::less<>> turns_in(const std::vector<Moment>& moments);

} // namespace planner::planning
