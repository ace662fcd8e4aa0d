#pragma once

#include "ui/screen_state.h"

#include <vector>

namespace planner::ui {

/// Draws the rules of the process that are shown in any of these places, each once, with their reason and whether they
/// hold now; nothing when there are none. `level` is that of its heading. Only in a review.
void draw_rule_notes(Context&, const std::vector<process::Showing>& places, int level = 3);

/// How many rules hold now, and those that do not; the rest can be opened.
void draw_rule_summary(Context&);

/// Where rules about a task are shown: with the task itself and where its work is done.
std::vector<process::Showing> rule_places(const process::Task&);

} // namespace planner::ui
