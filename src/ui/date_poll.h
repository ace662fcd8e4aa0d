#pragma once

#include "ui/screen_state.h"

namespace planner::ui {

/// Who can come on which proposed day: what each day comes to, the best marked, and everybody's answers. Draws nothing
/// while no day is proposed.
void draw_date_poll(Context&);

} // namespace planner::ui
