#pragma once

#include "exchange/print.h"
#include "ui/screen_state.h"

namespace planner::ui {

/// The kinds of peer review beside each other, so that people see which fits them; each with a way to begin.
void draw_comparison(Context&);

/// The same on paper.
exchange::Table comparison_table(const app::Planner&);

/// What kinds there are, in short, with a link to more about each.
void draw_kinds(Context&);

/// The button that begins a review of this kind.
void draw_start_of(Context&, const process::Process&);

} // namespace planner::ui
