#pragma once

#include "ui/screen_state.h"

namespace planner::ui {

// One function per screen and dialog; each draws itself and runs the commands that people choose in it.
void draw_overview_screen(Context&);
void draw_start_screen(Context&);
void draw_dashboard_screen(Context&);
void draw_tasks_screen(Context&);
/// Which tasks that screen lists, as indexes into the plan.
std::vector<std::size_t> shown_tasks(app::Planner&, const TaskFilter&);
void draw_messages_screen(Context&);
/// The messages of all reviews.
void draw_archive_screen(Context&);
void draw_cards_screen(Context&);
void draw_card_screen(Context&);
void draw_settings_screen(Context&);
void draw_hours_screen(Context&);
/// What a kind of peer review is, or which of them fits; in a review: of its own kind.
void draw_about_screen(Context&);
void draw_run_sheets_screen(Context&);
/// What a room looks at, in a window of its own.
void draw_projector_screen(Context&);
/// A review or page that is not there, cannot be read or is still being fetched.
void draw_missing_screen(Context&);
/// A review that can be read while its process cannot, so that only the texts in it can be shown.
void draw_lost_process_screen(Context&);

void draw_new_review_dialog(Context&);
void draw_participants_dialog(Context&);
void draw_dates_dialog(Context&);
void draw_combine_dialog(Context&);
void draw_history_dialog(Context&);
void draw_holidays_dialog(Context&);
void draw_calendar_dialog(Context&);
void draw_share_dialog(Context&);
/// Asks for the pass phrase of a file that was opened.
void draw_unlock_dialog(Context&);
void draw_visit_dialog(Context&);
void draw_gathered_dialog(Context&);
void draw_forget_dialog(Context&);
void draw_import_dialog(Context&);
void draw_process_offer_dialog(Context&);
void draw_process_dialog(Context&);

/// What goes when everything on this device is wiped, asked twice.
void draw_wipe_dialog(Context&);
/// Before an import or a removal nothing could be kept: what now?
void draw_unkept_dialog(Context&);

void draw_toasts(Context&);
void draw_drop_notice(Context&);
void draw_opening_notice(Context&);

/// Starts the dialog for a new review of this kind (key_of_process), "" for the first one, with the number of teams that it asks for.
void open_new_review(Context&, std::string_view process = "");

} // namespace planner::ui
