#pragma once

#include "exchange/print.h"
#include "ui/screen_state.h"

namespace planner::ui {

/// Whether this screen of a review is offered for printing. Of the messages, one that is chosen.
bool has_sheet(const app::Route&);

/// What the screen shows, for paper, with the choices that people made on it. A screen of a review without a form of
/// its own gives the dashboard, any other one a sentence.
exchange::Sheet sheet_of_screen(app::Planner&, const ScreenState&);

/// The card on the screen, to hang on a wall.
exchange::Sheet poster_of_card(app::Planner&);

} // namespace planner::ui
