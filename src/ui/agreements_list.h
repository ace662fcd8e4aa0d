#pragma once

#include "ui/screen_state.h"

#include "planning/agreements.h"

#include <vector>

namespace planner::ui {

/// Which agreements the screen of tasks lists: late ones first, those without a day last.
std::vector<planning::Agreement> shown_agreements(app::Planner&, const TaskFilter&);

/// By when, how late, or when it was done.
std::string agreement_when(Context&, const planning::Agreement&);

/// What people agreed in meetings, to tick off, each with a link to where it stands. False when there is nothing to list.
bool draw_agreements(Context&);

} // namespace planner::ui
