#pragma once

#include "ui/screen_state.h"

namespace planner::ui {

/// Over all reviews: what is mine to do, what of others is late, and what of mine waits for others.
void draw_today_card(Context&);

} // namespace planner::ui
