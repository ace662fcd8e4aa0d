#pragma once

#include "ui/screen_state.h"

namespace planner::ui {

// One function per screen and dialog; each draws itself and runs the commands that people choose in it.
void draw_overview_screen(Context&);
void draw_start_screen(Context&);
void draw_dashboard_screen(Context&);
void draw_tasks_screen(Context&);
void draw_messages_screen(Context&);
void draw_cards_screen(Context&);
void draw_card_screen(Context&);
void draw_settings_screen(Context&);
/// A review or page that is not there, cannot be read or is still being fetched.
void draw_missing_screen(Context&);
/// A review that can be read while its process cannot, so that only the texts in it can be shown.
void draw_lost_process_screen(Context&);

void draw_new_review_dialog(Context&);
void draw_participants_dialog(Context&);
void draw_dates_dialog(Context&);
void draw_combine_dialog(Context&);
void draw_import_dialog(Context&);
void draw_process_offer_dialog(Context&);
void draw_process_dialog(Context&);

void draw_toasts(Context&);
void draw_drop_notice(Context&);
void draw_opening_notice(Context&);

/// Starts the dialog for a new review with the number of teams that its process asks for.
void open_new_review(Context&);
void open_new_review(Context&, const process::Process&);

} // namespace planner::ui
