#pragma once

#include "ui/screen_state.h"

#include <string>

namespace planner::ui {

/// A way to what stood in a field before; nothing when nothing did. `name` is the accessible name of the field.
void draw_history_button(Context&, const document::FieldKey&, const std::string& name);

} // namespace planner::ui
