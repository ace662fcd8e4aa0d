#pragma once

#include "ui/kit/field.h"
#include "ui/screen_state.h"

#include <string>

namespace planner::ui {

/// Which card of whom is on the screen.
struct CardPlace {
    std::string card;
    std::string participant;
};

/// How a value is named on the screen.
struct Caption {
    std::string label;
    std::string name = {}; ///< accessible name, when the label alone is not unique
    std::string help = {};
    std::string placeholder = {}; ///< what holds as long as nothing is filled in
    std::string instead = {};     ///< the same, shown as if it were filled in: for a date, which has no placeholder
    /// Hidden in a cell of a table, which has no room for a conflict either: who draws the table shows those above it.
    kit::LabelPlace label_place = kit::LabelPlace::above;
};

/// Draws one field of a card, of any kind, and writes what people fill in.
void draw_card_field(Context&, const CardPlace&, const process::Field&);

/// Draws one value with the label, help and kind of `field`; `name` is its accessible name. Used by cards, tables and
/// dialogs alike, so that an open conflict shows the same everywhere.
void draw_value(Context&, const document::FieldKey&, const process::Field&, const std::string& name);

/// The same for a value that belongs to no process field.
void draw_plain_value(Context&, const document::FieldKey&, process::FieldKind, std::string_view label, std::string_view name = {});
void draw_plain_value(Context&, const document::FieldKey&, process::FieldKind, const Caption&);

/// Draws what is kept under a binding as the process asks for it ("visit.length"); nothing when it asks for no such
/// thing. `participant` is whose it is, "" for the review.
void draw_bound_value(Context&, std::string_view binding, const std::string& participant = {});

/// Shows the conflict of a value, if it has one; false when somebody is typing in the field or wants to choose later.
bool draw_conflict_instead(Context&, const document::FieldKey&, const process::Field*, const std::string& label);

} // namespace planner::ui
