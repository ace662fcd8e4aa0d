#pragma once

#include "ui/ui.h"

#include <functional>

namespace planner::bench {

/// Tasks and messages of 200 reviews on one day, and opening the overview of 500; prints a line of JSON for each, and
/// for what they are compared with. `take_textures` takes the place of a renderer after each frame. No other user
/// interface may live meanwhile.
void measure_many_reviews(const kit::FontFiles& fonts, const std::function<void()>& take_textures);

} // namespace planner::bench
