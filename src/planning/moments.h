#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/key.h"
#include "review/review.h"
#include "review/rows.h"

namespace planner::planning {

/// What happened in a meeting that is run from the planner.
enum class MomentKind {
    start,  ///< it began: a run of its own; of several runs only the one that began last counts
    go,     ///< people went on to a line of the run sheet
    part,   ///< people went on to a part of the line they are in; to the one that they are in: it begins only now
    back,   ///< the last go, part or stop was a mistake
    pause,  ///< again while it lasts: people agreed how long
    resume,
    give,   ///< a line got minutes, or lost them
    later,  ///< people agreed that it ends later
    stop,   ///< it is over
    turn,   ///< somebody spoke
};

/// One recorded moment. Moments are only added, never changed, so that copies of a review that were edited apart put
/// them together without a question, and every clock is computed from them.
struct Moment {
    MomentKind kind = MomentKind::start;
    std::int64_t at = 0; ///< milliseconds since 1970-01-01 UTC
    std::string line = {}; ///< of go, part and give: id of the line (AgendaItem::key)
    std::string part = {}; ///< of part: id of the part of that line
    int minutes = 0;       ///< of give and later; of start: how much later than planned everything is; of pause: after how many
                           ///< people go on, which says nothing of whether there is one; 0 begins it
    std::string who = {};  ///< of turn: id of a participant or a seat
};

/// Fields of the entity that holds a moment. It lies in the collection "moments", beside its place among the others.
namespace moment_field {
constexpr std::string_view sheet = "sheet";
constexpr std::string_view subject = "subject";
constexpr std::string_view kind = "moment";
constexpr std::string_view at = "at"; ///< ISO 8601 in UTC with milliseconds
constexpr std::string_view line = "line";
constexpr std::string_view part = "part";
constexpr std::string_view minutes = "minutes"; ///< a whole number from -1440 to 1440
constexpr std::string_view who = "who";
constexpr std::string_view run = "run"; ///< of all but start: id of the start that it came after
} // namespace moment_field

constexpr std::string_view moments_collection = "moments";

/// "2026-11-19T13:06:12.345Z"
std::string format_moment(std::int64_t time);
/// Reads what `format_moment` writes; nothing for anything else.
std::optional<std::int64_t> parse_moment(std::string_view text);

/// What was recorded of the last run of one meeting, in the order of its times; what makes no sense is left out. A rehearsal
/// that comes in with another copy is a run of its own, so that it never moves a meeting that is on.
std::vector<Moment> moments_of(const review::Review& review, std::string_view sheet, std::string_view subject);

/// What to write to record these moments of the last run of one meeting, as one command. A clock that was set back does not
/// turn their order around: no moment comes before one that was recorded.
std::vector<review::FieldWrite> record(const review::Review& review, std::string_view sheet, std::string_view subject,
                                       const std::vector<Moment>& moments, const review::RandomBits& random);

} // namespace planner::planning
