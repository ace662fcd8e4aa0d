#pragma once

#include "ui/screen_state.h"

namespace planner::ui {

/// Goes to where people can choose between the versions of a value: its card, screen or dialog. There the first choice gets the focus.
void show_conflict(app::Planner&, ScreenState&, const review::Conflict&);

} // namespace planner::ui
