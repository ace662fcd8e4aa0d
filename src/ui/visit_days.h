#pragma once

#include "ui/card_field.h"

namespace planner::ui {

/// "De reviewdag van Team Zorg is op do 19 nov, 13:30."; "" as long as it has no day.
std::string visit_day_text(Context&, const review::Visit& visit);

/// Under a table with days that suit a visit (see review::offers_visit_days): who of the others can come on which day,
/// and the choice of one as the day of the visit. Draws nothing while the table has no day.
void draw_visit_days(Context&, const CardPlace&, const process::Field& table);

} // namespace planner::ui
