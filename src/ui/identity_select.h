#pragma once

#include "ui/screen_state.h"

#include <string>
#include <string_view>

namespace planner::ui {

/// Asks who the user of this device is in one review. `label` may be any text; `help` may be "".
void draw_identity_select(Context&, const std::string& review_id, std::string_view label, std::string_view help);

} // namespace planner::ui
