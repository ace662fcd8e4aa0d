#pragma once

#include "ui/live_parts.h"

namespace planner::ui {

/// What the room sees while nobody is in a line of the run sheet: when the meeting begins, or that it is over.
void put_around(Context&, const LiveView&, app::RoomScene&);
/// Since when there is a break of the run sheet, and when people go on. Only in a line.
void put_break(Context&, const LiveView&, app::RoomScene&);
/// What the room sees in a pause that people took: since when, or until when where they agreed on that, and with what they
/// go on. Only in a line.
void put_pause(Context&, const LiveView&, app::RoomScene&);
/// The learning question of whose turn or whose visit it is, unless it can already be read; nothing beside what is the
/// panel's alone. Only in a line.
void put_question(Context&, const LiveView&, app::RoomScene&);

} // namespace planner::ui
