#pragma once

#include "ui/screen_state.h"

namespace planner::ui {

/// Who was replaced in the panel that visits this participant: by whom, when and why. Draws nothing when nobody was.
void draw_former_seats(Context&, const std::string& host);

} // namespace planner::ui
