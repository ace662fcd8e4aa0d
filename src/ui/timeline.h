#pragma once

#include "ui/screen_state.h"

namespace planner::ui {

/// A strip over all steps, one line per participant: from its first day to its last, the deadlines that are still to
/// come, its review day, and where we are. Draws nothing while no date is known.
void draw_timeline(Context&);

} // namespace planner::ui
