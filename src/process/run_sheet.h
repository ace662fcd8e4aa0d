#pragma once

#include "process/card.h"
#include "process/scope.h"
#include "process/text.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace planner::process {

enum class ItemKind {
    activity,
    pause,    ///< "break" in the file
    run_over, ///< time kept free for what takes longer
};

enum class Repeat { once, participant };

/// What people do in a part of a line while the meeting runs.
enum class PartKind {
    talk,        ///< somebody talks; only the clock counts
    fields,      ///< fields of a card are filled in
    overlap,     ///< the learning questions lie beside each other; rows of a table say what they have in common
    visit_dates, ///< a day for the visit is chosen from the rows of a table with days
    impressions, ///< what people notice is written down in notes
    findings,    ///< notes are worked out into what the targets of the run sheet name
};

/// Who may see something while the meeting runs. panel: it never comes on the screen that the room looks at.
enum class Audience { room, panel };

/// A part of a line of a run sheet: what is done first, second, third.
struct RunSheetPart {
    std::string id; ///< unique in its line
    Text title;
    PartKind kind = PartKind::fields;
    std::size_t least_minutes = 0;   ///< of a talk: how short it may be
    std::size_t most_minutes = 0;    ///< and how long; 0: as long as the line has time
    std::string card;                ///< the card that is worked on; may be empty
    std::vector<std::string> fields; ///< ids of fields of that card, in the order in which they are filled in
    Audience audience = Audience::room;
};

/// A column of a table of a card, or, without a column, a long text of that card.
struct NotePlace {
    std::string card;
    std::string field;
    std::string column;
};

/// A word that says what a short note is, made while the meeting runs.
struct NoteKind {
    std::string id;
    Text label;
    std::optional<NotePlace> row; ///< such a note stands as a row in this table from the start
};

/// Where a note goes when people work it out: a new row of a table, or a new line of a long text.
struct NoteTarget {
    std::string id;
    Text label;
    NotePlace place;
    std::map<std::string, std::string, std::less<>> options; ///< column -> option that the new row begins with
};

/// One line of a run sheet.
struct RunSheetItem {
    std::string id;
    Text title;
    Text phase;              ///< the part of the meeting that begins or goes on here; may be empty
    std::size_t minutes = 0; ///< when it takes equally long in every length of the meeting
    std::map<std::string, std::size_t, std::less<>> minutes_by_length; ///< else: length id -> minutes, one for each
    std::size_t minimum = 5;                                           ///< minutes below which nobody may shorten it
    Repeat repeat = Repeat::once;                                      ///< participant: once for each, in their order
    Text who;
    Text needs; ///< what has to be there; may be empty
    std::vector<std::string> cards;
    ItemKind kind = ItemKind::activity;
    std::vector<Text> points;
    std::vector<RunSheetPart> parts; ///< may be empty: then there is only the line itself

    /// How long it takes in a meeting of this length, in minutes; 0 when it is left out. An unknown length gives that
    /// of the first one in the alphabet, so that there is always a sheet to show.
    std::size_t minutes_of(std::string_view length) const;
    /// The shortest it may become in a meeting of this length: `minimum`, or what it takes when that is less.
    std::size_t minimum_of(std::string_view length) const;
};

/// The programme of a meeting, minute by minute.
struct RunSheet {
    std::string id;
    Text title;
    Text meeting;                    ///< what the meeting is called; the title when the process does not say
    Text purpose;
    Scope scope = Scope::review;     ///< review or host
    std::string start;               ///< the binding that holds the time at which it starts ("visit.time")
    std::size_t maximum_minutes = 0; ///< 0: none
    std::vector<Option> lengths;     ///< the chosen one is visit.length; empty: there is one length
    std::vector<RunSheetItem> items;
    std::vector<NoteKind> notes;              ///< what a note can be; none: no notes are made
    std::vector<NoteTarget> targets;          ///< where notes can go; may be empty
    Audience notes_audience = Audience::room; ///< who may see the notes

    const RunSheetItem* item(std::string_view item_id) const;
};

} // namespace planner::process
