#pragma once

#include "ui/live_parts.h"

namespace planner::ui {

// What a part of a line has beside its fields.

/// The learning questions beside each other, and which of them look alike.
void draw_live_overlap(Context&, const LiveView&);
/// Notes that were not worked out yet, each with where it can go.
void draw_live_findings(Context&, const LiveView&);

/// What stands in a field, in lines for people who look from afar.
std::string text_for_room(Context&, const FieldInRoom&);

} // namespace planner::ui
