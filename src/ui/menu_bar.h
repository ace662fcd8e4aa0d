#pragma once

#include "ui/screen_state.h"

namespace planner::ui {

/// Width that the menu at the left takes, CSS px; 0 on a phone.
float menu_width(kit::Frame&);
/// Height that the bar at the bottom of a phone takes, CSS px; 0 on larger screens.
float bottom_bar_height(kit::Frame&);
void draw_menu_bar(Context&);

} // namespace planner::ui
