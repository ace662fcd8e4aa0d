#include "ui/live_parts.h"

#include "ui/kit/button.h"
#include "ui/kit/icons.h"

namespace planner::ui {

void draw_projector_button(Context& c) {
    kit::Frame& frame = c.frame;
    const platform::ProjectorState state = c.planner.projector_state();
    const bool there = state == platform::ProjectorState::connected || state == platform::ProjectorState::lost;
    // An empty wall is easily forgotten.
    const std::string_view on = c.state.live.shows == app::RoomShows::blank ? "live.projector_blank" : "live.projector_on";
    const std::string_view key = state == platform::ProjectorState::connected ? on
                                 : state == platform::ProjectorState::lost    ? "live.projector_lost"
                                                                              : "live.projector";
    const std::string label = c.tr(key);
    const bool phone = frame.room() == kit::Room::narrow;
    if (phone ? kit::icon_button(frame, {.icon = kit::icon::monitor_play, .name = label, .key = "projector", .ground = kit::Ground::dark})
              : kit::button(frame, {.label = label, .icon = kit::icon::monitor_play, .key = "projector", .ground = kit::Ground::dark}))
        frame.defer([&planner = c.planner, there] { there ? planner.close_projector() : planner.open_projector(); });
}

} // namespace planner::ui
