#pragma once

#include "ui/screen_state.h"

namespace planner::ui {

/// The way to where in the planner the work of a task is done, when that is a dialog or screen of its own.
void draw_task_place(Context&, const planning::PlannedTask&);

} // namespace planner::ui
