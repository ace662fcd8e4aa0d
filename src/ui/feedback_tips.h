#pragma once

#include "ui/card_field.h"

namespace planner::ui {

/// Above a table in which people sort what they found: what to do and what not to do when they tell it, from the cards
/// that help with this one. Draws nothing when no card says so.
void draw_feedback_tips(Context&, const CardPlace&, const process::Field& table);

} // namespace planner::ui
