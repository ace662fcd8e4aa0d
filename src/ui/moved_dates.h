#pragma once

#include "ui/screen_state.h"

namespace planner::ui {

/// Which due dates moved since the dialog with the key dates was opened, so that people see what a date does before they
/// leave it. Draws nothing while nothing moved.
void draw_moved_dates(Context&);

} // namespace planner::ui
