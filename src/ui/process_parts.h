#pragma once

#include "review/leftovers.h"
#include "ui/screen_state.h"

#include <vector>

namespace planner::ui {

/// Texts that people wrote and that a process has no place for, each with where it stood. `most` 0: all of them.
void draw_leftovers(Context&, const std::vector<review::Leftover>&, std::size_t most = 0);

/// The part of a screen with everything of the current review that its process does not show; nothing when there is none.
void draw_leftovers_part(Context&);

/// The way to the process of the current review, and which names in it are the planner's own.
void draw_process_line(Context&);

/// What is to be known about the process of the current review: it cannot be read, or there is a newer version.
void draw_process_notices(Context&);

} // namespace planner::ui
