#pragma once

#include "ui/card_field.h"

namespace planner::ui {

/// Below the field for the learning question, as long as that is empty: what the participant wrote on an earlier card, to take over.
/// Draws nothing for any other field, or when there is nothing to take over.
void draw_earlier_question(Context&, const CardPlace&, const process::Field&);

} // namespace planner::ui
