#pragma once

#include "planning/agenda_clock.h"
#include "planning/run_sheet.h"
#include "planning/run_sheet_status.h"
#include "ui/kit/surface.h"
#include "ui/screen_state.h"

#include <string>

namespace planner::ui {

/// The run sheet on the screen.
struct SheetView {
    planning::Agenda agenda;
    planning::RunSheetStatus status;
    bool held = false; ///< see was_held

    /// Whether it may still change.
    bool is_open() const { return status.state != planning::RunSheetState::settled; }
};

/// What a line is called, with whose turn it is.
std::string line_title(Context&, const planning::AgendaItem&);

/// How far people are with a run sheet, in a word.
struct RunSheetLook {
    std::string word;
    std::string_view icon;
    kit::Tone tone;
};

/// Whether people met by this run sheet: its meeting is over, and before its day that was a rehearsal.
bool was_held(Context&, const process::RunSheet&, const std::string& subject);
/// `held` says more than how far people were with the draft.
RunSheetLook look_of(Context&, const planning::RunSheetStatus&, bool held);

/// How far it is, when it starts, how long it takes, and the rules that go with it.
void draw_run_sheet_head(Context&, const SheetView&);
/// The first thing that does not fit, with the ways out.
void draw_run_sheet_trouble(Context&, const SheetView&);
/// All lines: a table, or cards below each other where there is no room for one.
void draw_run_sheet_lines(Context&, const SheetView&);

} // namespace planner::ui
