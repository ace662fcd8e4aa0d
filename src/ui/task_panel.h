#pragma once

#include "ui/screen_state.h"

namespace planner::ui {

/// What is asked, why, when, what comes before and after it; here people say that it is done.
void draw_task_panel(Context&, const planning::PlannedTask&);

} // namespace planner::ui
