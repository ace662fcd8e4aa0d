#pragma once

#include "ui/screen_state.h"

#include <string_view>

namespace planner::ui {

/// The head of a card on the dashboard: its title at the left and one action at the right, "" for none. True when the
/// action was chosen.
bool draw_card_head(Context&, std::string_view title, std::string_view action, std::string_view icon);

/// The open differences, and the way to the first of them.
void draw_conflicts_card(Context&, const app::ReviewView&);

} // namespace planner::ui
