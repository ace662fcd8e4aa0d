#pragma once

#include "ui/screen_state.h"

#include <string>
#include <string_view>

namespace planner::ui {

/// The head of a card on the dashboard: its title at the left and one action at the right, "" for none. True when the
/// action was chosen.
bool draw_card_head(Context&, std::string_view title, std::string_view action, std::string_view icon);

/// A line of a card: a mark, what it is about, and in smaller letters what there is to say of it.
struct MarkedLine {
    std::string_view icon;
    kit::Color color;
    std::string text;
    std::string detail = {};
    kit::Color detail_color = 0; ///< 0: as texts that explain
};
void draw_marked_line(Context&, const MarkedLine&);

/// A list in which each item stands under a line; `draw_items` draws them with draw_subject or as list items.
void draw_list(Context&, const std::string& name, kit::Draw draw_items);

/// One participant in a list: its badge and name, what `draw_content` draws under it, and a pencil that opens the dialog
/// in which that is edited. `edited` says what the dialog is about; "" for no pencil.
struct Subject {
    const std::string& participant;
    std::string edited;
    DialogKind dialog = DialogKind::none;
    std::string card = {}; ///< of what is gathered from cards
};
void draw_subject(Context&, const Subject&, kit::Draw draw_content);

// The cards. Each draws nothing when the process has nothing of the kind.
/// The open differences, and the way to the first of them.
void draw_conflicts_card(Context&, const app::ReviewView&);
/// What is to be done first, with the way to each task and to all of them.
void draw_next_tasks_card(Context&);
/// Every visit: day, place, chair, programme and how full the panel is.
void draw_visits_card(Context&);
/// Who sends how many people to whose panel.
void draw_matrix_card(Context&);
/// The days from which the others are counted, and what is agreed about time.
void draw_dates_card(Context&, const app::ReviewView&);
/// Who guides the review, and the contact persons of each participant.
void draw_contacts_card(Context&, const app::ReviewView&);
void draw_documents_card(Context&);
void draw_follow_up_card(Context&);
/// What the process gathers from cards: agreements, evaluations.
void draw_gathered_card(Context&, const app::GatheredView&);
void draw_hours_card(Context&);

/// The programmes of a meeting: from when to when, how far they are, and the way to each. `whose` tells their links
/// apart.
void draw_programmes(Context&, const std::vector<app::Programme>&, const std::string& whose);

/// "2 zeker, 1 nog open"
std::string panel_text(Context&, const app::Standings&);

} // namespace planner::ui
