#pragma once

#include "ui/kit/field.h"
#include "ui/run_sheet_parts.h"

namespace planner::ui {

// The pieces of one line of a run sheet, for the table and for the cards of a narrow window.

/// One line of the run sheet on the screen.
struct Line {
    const SheetView& view;
    const planning::AgendaItem& item;
    std::size_t index;
    std::string name; ///< with its number, so that no two are the same
    bool explained;   ///< a line above it already said what is done in it
};

enum class LinePart { title, minutes, start, who, needs, comment };

/// A field while the run sheet may change, else the text; what the process proposes where people say nothing.
void draw_line_field(Context&, const Line&, LinePart, kit::LabelPlace);
/// "13:30 tot 13:50"
std::string time_text(Context&, const Line&);
void draw_owner(Context&, const Line&);
/// What kind of item it is, and whether it fits where it stands.
void draw_marks(Context&, const Line&);
/// What is done in it, unless a line above it said so.
void draw_points(Context&, const Line&);
void draw_card_links(Context&, const Line&);
/// Conflicts, and what people think of it.
bool has_more(Context&, const Line&);
void draw_more(Context&, const Line&);
void draw_tools(Context&, const Line&);

} // namespace planner::ui
