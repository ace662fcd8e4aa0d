#pragma once

#include "app/room_scene.h"
#include "ui/screen_state.h"

namespace planner::ui {

/// Colours of what a room looks at. Every text keeps at least 7:1 on what it stands on (WCAG 2.2, 1.4.6), which
/// tests/ui checks.
struct RoomColors {
    kit::Color ground, ink, ink_2, label, nearly, over;
    kit::Color field, field_line, tile, tile_ink;
    kit::Color strip, bar, track, now, now_line, open_line;
};

const RoomColors& room_colors(app::RoomTheme);

/// What all of it stands on: a wall on which there is nothing gives no light, in each theme.
kit::Color room_ground(const app::RoomScene&);

/// Draws what the room looks at over `area`, in sizes that follow its height: the countdown at least a quarter of it,
/// letters at least a twenty-fifth, at most seven lines of text. `now` in milliseconds since 1970 UTC.
void draw_room(Context&, const app::RoomScene&, const kit::Rect& area, std::int64_t now);

} // namespace planner::ui
