#pragma once

#include "process/card.h"
#include "process/scope.h"
#include "process/text.h"

#include <cstddef>
#include <map>
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
    Text purpose;
    Scope scope = Scope::review;     ///< review or host
    std::string start;               ///< the binding that holds the time at which it starts ("visit.time")
    std::size_t maximum_minutes = 0; ///< 0: none
    std::vector<Option> lengths;     ///< the chosen one is visit.length; empty: there is one length
    std::vector<RunSheetItem> items;

    const RunSheetItem* item(std::string_view item_id) const;
};

} // namespace planner::process
