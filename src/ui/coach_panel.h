#pragma once

#include "ui/card_field.h"

namespace planner::ui {

/// Whether the coach of the process has something to say beside this field: it may hold the learning question.
bool has_coach(Context&, const CardPlace&, const process::Field&);

/// Help with the learning question in this field: what is good, what could be better, examples. It follows what is
/// typed but never speaks up by itself and stops nobody.
void draw_coach(Context&, const CardPlace&, const process::Field&);

} // namespace planner::ui
