#pragma once

#include "ui/card_field.h"

namespace planner::ui {

/// Draws a table of a card as rows with their fields; rows are added, moved and removed here.
void draw_card_table(Context&, const CardPlace&, const process::Field& table);

} // namespace planner::ui
