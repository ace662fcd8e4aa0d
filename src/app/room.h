#pragma once

#include <optional>
#include <string>

#include "platform/platform.h"

namespace planner::app {

/// What a page knows of the windows that people look at together.
struct Room {
    platform::ProjectorState projector = platform::ProjectorState::absent;
    platform::FullScreen full_screen = platform::FullScreen::off; ///< of this page
    std::string scene;                    ///< what this page shows, when it is a projector
    std::optional<std::string> projected; ///< what this page handed over last
    platform::Awake awake = platform::Awake::no; ///< as asked for last
};

} // namespace planner::app
