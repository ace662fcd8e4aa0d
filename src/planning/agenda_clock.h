#pragma once

#include "planning/run_sheet.h"

namespace planner::planning {

/// Gives every item of an agenda its start and end, and says whether all of it takes too long.
void set_clock(Agenda& agenda);

} // namespace planner::planning
