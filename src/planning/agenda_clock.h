#pragma once

#include "planning/run_sheet.h"

namespace planner::planning {

/// Gives every item of an agenda its start and end, and says whether all of it takes too long.
void set_clock(Agenda& agenda);

/// What becomes shorter so that an item of this agenda can begin at its locked time; empty when that cannot be.
std::vector<ShorterItem> shorter_before(const Agenda& agenda, const AgendaItem& late);

} // namespace planner::planning
