#pragma once

#include "ui/screen_state.h"

namespace planner::ui {

/// The way to the dialog with the free days that the plan keeps clear of.
void draw_holidays_button(Context&);

} // namespace planner::ui
