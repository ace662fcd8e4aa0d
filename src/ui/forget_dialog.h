#pragma once

#include "ui/screen_state.h"

#include <vector>

namespace planner::ui {

/// A button per person in these entities that opens the dialog to remove them for good; nothing where nobody is named.
void draw_forget_buttons(Context&, const std::vector<document::EntityKey>&);

/// Until when how to reach people is kept, with what the planner proposes.
void draw_keep_until(Context&);

/// After that day: a notice that proposes to erase it. Draws nothing before, or when nothing is left.
void draw_keep_until_notice(Context&);

} // namespace planner::ui
