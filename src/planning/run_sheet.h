#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/key.h"
#include "planning/clock.h"
#include "planning/day.h"
#include "process/process.h"
#include "review/review.h"

namespace planner::planning {

/// One line of a run sheet as it stands in one review: the process's, with people's own words over it, or a line that
/// people added.
struct AgendaItem {
    const process::RunSheetItem* item = nullptr; ///< null for a line that people added
    std::string participant;                     ///< whose turn it is, of an item that is repeated; else ""
    document::EntityKey key;                     ///< where people's own words are kept
    std::string position;                        ///< its place among the others

    std::size_t minutes = 0;
    std::size_t minimum = 0;      ///< below which nobody shortens it; not more than `minutes`
    std::optional<int> locked_at; ///< minutes since midnight at which it begins, whatever comes before it

    int start = 0;   ///< minutes since midnight, or since the start of the meeting when that is not known
    int end = 0;     ///< the same
    int overlap = 0; ///< minutes of what comes before it that do not fit before its locked time
    int slack = 0;   ///< minutes between what comes before it and its locked time

    std::string title(process::Language language) const;
    std::string who(process::Language language) const;
    std::string needs(process::Language language) const;

    std::string own_title; ///< "" where people left the words of the process
    std::string own_who;
    std::string own_needs;
    std::string comment; ///< what somebody thinks of it while it is being agreed on
};

/// An item that gets less time.
struct ShorterItem {
    document::EntityKey key;
    std::size_t minutes = 0;
};

/// How a meeting that takes too long becomes short enough: one of the two.
struct WaysOut {
    /// The most minutes that each repeated item can have; nothing when even their minimum is too long.
    std::optional<std::size_t> shorten_to;
    /// What becomes shorter then. Without repeated items: everything that comes after the last locked time, in
    /// proportion. Empty when it cannot be.
    std::vector<ShorterItem> shorter;
    /// How much later than the maximum it ends when nothing is shortened.
    std::size_t minutes_later = 0;
};

/// The programme of one meeting of one review, with times.
struct Agenda {
    const process::RunSheet* sheet = nullptr;
    std::string subject;      ///< id of the participant that is visited; "" for the whole review
    std::string length;       ///< id of the chosen length; "" when the sheet knows none or none is chosen
    std::optional<int> start; ///< minutes since midnight; nothing when people did not fill it in
    std::vector<AgendaItem> items;
    /// What people or the chosen length leave out, without times; in the order in which it would stand.
    std::vector<AgendaItem> left_out;
    /// How long it may take, in minutes; 0: as long as it likes. The most of what the sheet says, what the chosen length
    /// comes to as the process proposes it, and what people agreed on.
    std::size_t maximum = 0;
    std::size_t total_minutes = 0;   ///< of all items together
    int length_minutes = 0;          ///< from the start to the end of the last item, with what is free in between
    std::optional<WaysOut> too_long; ///< nothing when it is short enough or there is no maximum

    int end() const { return start.value_or(0) + length_minutes; }
    /// The first item whose locked time comes before what stands above it is over; null when everything fits.
    const AgendaItem* first_overlap() const;
    /// hh:mm when the start is known, else the minutes since the start as h:mm with a "+" before it ("+1:05").
    std::string clock(int minutes) const;
};

/// Where people's own words about a line are kept. Derived, so that two copies that change the same line meet in one
/// entity. A line is left out by a field, so that it can be put back, also in a copy of the review; one that people
/// added may be removed as well.
document::EntityKey agenda_item_key(std::string_view sheet, std::string_view subject, std::string_view item,
                                    std::string_view participant = "");
/// The same for a line that people add; `random_id` tells it apart from other ones.
document::EntityKey added_item_key(std::string_view sheet, std::string_view subject, std::string_view random_id);

/// Fields of such an entity, beside "position"; other ones, such as when the item really took place, may stand beside
/// them. All but `minutes` and `left_out` are texts.
namespace agenda_field {
constexpr std::string_view minutes = "minutes"; ///< a whole number, at most a day; anything else does not count
constexpr std::string_view title = "title";
constexpr std::string_view who = "who";
constexpr std::string_view needs = "needs";
constexpr std::string_view start = "start"; ///< hh:mm: a locked time
constexpr std::string_view comment = "comment";
constexpr std::string_view left_out = "left_out"; ///< true or false
} // namespace agenda_field

/// Where it is kept at what time the meeting starts, and how long the visit is.
document::FieldKey start_key(const review::Review& review, const process::RunSheet& sheet, std::string_view subject);
document::FieldKey length_key(const review::Review& review, std::string_view subject);
/// The day of the meeting, where people agreed on one: of the visit when its time is that of a visit, else of the kickoff.
std::optional<Day> meeting_day(const review::Review& review, const process::RunSheet& sheet, std::string_view subject);

/// The programme of a meeting: of the whole review for subject "", else of the visit at that participant. An item
/// without minutes in the chosen length is left out, unless people gave it some. Locked times count once the start of
/// the meeting is known. It points into the process, which must outlive it.
Agenda make_agenda(const review::Review& review, const process::RunSheet& sheet, std::string_view subject);

} // namespace planner::planning
