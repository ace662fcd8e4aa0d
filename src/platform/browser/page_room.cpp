#include "platform/browser/page.h"

#include <emscripten/emscripten.h>

#include <algorithm>
#include <array>

// What the page tells of the windows that a room looks at, with web/main.js as the only caller.

using namespace planner::platform;

namespace {

/// By the numbers of web/projector.js.
ProjectorState projector_state(int number) {
    static constexpr std::array states = {ProjectorState::absent, ProjectorState::connected, ProjectorState::refused,
                                          ProjectorState::lost};
    return states[static_cast<std::size_t>(std::clamp(number, 0, 3))];
}

} // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void planner_scene(const char* scene, std::size_t size) {
    planner_up_to_date().on_scene({scene, size});
}

EMSCRIPTEN_KEEPALIVE void planner_projector(int state) {
    planner_up_to_date().on_projector(projector_state(state));
}

EMSCRIPTEN_KEEPALIVE void planner_full_screen(int on) {
    planner_up_to_date().on_full_screen(on != 0 ? FullScreen::on : FullScreen::off);
}
}
