#pragma once

#include "ui/room_paper.h"

namespace planner::ui {

/// The smallest size of the digits, as a fraction of the height: the lowest digit takes 0.668 of it, which is a quarter.
constexpr float least_room_digits = 0.376f;

/// Where the countdown stands, and how large it may be.
struct RoomClockPlace {
    float top = 0;
    float least = least_room_digits; ///< where that leaves room for other things
    float most = least_room_digits;
};

/// Milliseconds until the time of a scene is over.
std::int64_t remaining_of(const app::RoomScene&, std::int64_t now);

/// The countdown, and beside it what people do, how far they are and until when; below it on a screen that is not wide
/// enough. Gives the y below them; `place.top` when the scene shows no clock.
float draw_room_clock(Context&, const RoomPaper&, const app::RoomScene&, std::int64_t now, const RoomClockPlace& place);

} // namespace planner::ui
