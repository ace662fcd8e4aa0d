#pragma once

#include "ui/screen_state.h"

namespace planner::ui {

/// The way to where in the planner the work of a task is done, when that is a dialog or screen of its own.
void draw_task_place(Context&, const planning::PlannedTask&);

/// What the planning as a whole counts with: free days, and the hours that it takes.
void draw_planning_tools(Context&);

} // namespace planner::ui
