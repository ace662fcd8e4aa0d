#pragma once

#include "ui/card_field.h"

namespace planner::ui {

/// whole: as on its card. brief: without the long lists of choices, for a dialog.
enum class TableView { whole, brief };

/// Draws a table of a card as rows with their fields; rows are added, moved and removed here. In a panel somebody may take
/// the place of somebody else too.
void draw_card_table(Context&, const CardPlace&, const process::Field& table, TableView = TableView::whole);

} // namespace planner::ui
