#pragma once

#include "ui/screen_state.h"

#include <string>

namespace planner::ui {

/// The versions of a value beside each other, with the ways to choose. `field` may be null.
void draw_conflict(Context&, const document::FieldKey&, const process::Field* field, const std::string& label);

} // namespace planner::ui
