#pragma once

#include "ui/kit/frame.h"

#include <string_view>

namespace planner::kit {

/// A layer above everything drawn before it, and with its own layout. `area` takes the pointer from what lies under it.
class OverlayWindow {
public:
    OverlayWindow(Frame&, std::string_view name, const Rect& area);
    ~OverlayWindow();
    OverlayWindow(const OverlayWindow&) = delete;
    OverlayWindow& operator=(const OverlayWindow&) = delete;

private:
    Frame& frame_;
};

} // namespace planner::kit
