#pragma once

#include "planning/hours.h"
#include "ui/screen_state.h"

#include <string>

namespace planner::ui {

/// "4–8 uur", with halves as people write them.
std::string hours_text(Context&, const planning::HoursRange&);

/// The hours of each role, with the way to their screen; for the dashboard. Draws nothing when the process has none.
void draw_hours_card(Context&);

} // namespace planner::ui
