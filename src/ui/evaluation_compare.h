#pragma once

#include "ui/screen_state.h"

#include <vector>

namespace planner::ui {

/// Of a table whose answers are to be compared: the button to switch, and, when it is on, each question with the answers
/// of everybody side by side. True when it drew the answers, in the place of the rows.
bool draw_comparison(Context&, const process::Field& table, const std::vector<document::EntityKey>& rows);

} // namespace planner::ui
