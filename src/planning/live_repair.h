#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "planning/live.h"

namespace planner::planning {

/// What can be done about being behind, or about being far ahead.
enum class RepairKind {
    shorten,  ///< everything that is to come gets less time, in proportion to what each can spare
    run_over, ///< it comes off the time that was kept free for it
    later,    ///< it ends later
    spread,   ///< everything that is to come gets more time, in proportion to what each has, but for time that is kept free
    earlier,  ///< it ends earlier
};

struct RepairedLine {
    const AgendaItem* line = nullptr;
    int minutes = 0; ///< what it has after the repair
    int before = 0;  ///< and has now

    bool operator==(const RepairedLine&) const = default;
};

struct Repair {
    RepairKind kind = RepairKind::shorten;
    std::vector<RepairedLine> lines; ///< what gets another length; none for `later` and `earlier`
    int minutes = 0;                 ///< how much it makes up for, or gives back; 0: it is not possible here
    std::int64_t end = 0;            ///< when the meeting ends then, as expected
};

/// Whether two ways come to the same.
bool same_effect(const Repair& one, const Repair& other);

/// The ways to make up for being behind, one of each kind in that order; none when it is not behind. Nothing becomes
/// shorter than its minimum, breaks keep their length, and only what comes before the next locked time counts.
/// Ending later is possible only when no locked time is in between. Participants whose turn is the same item lose
/// equally much, when that makes up for at most as many minutes too many as there would be missing otherwise.
std::vector<Repair> repairs_of(const Live& live);

/// What can be done with the time that is left over: `spread` and `earlier`; none when it is not ahead. Participants get
/// equally much, and no more is given than there is.
std::vector<Repair> gains_of(const Live& live);

/// What to record to do it.
std::vector<Moment> moments_for(const Live& live, const Repair& repair);

} // namespace planner::planning
