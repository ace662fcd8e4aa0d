#pragma once

#include "ui/screen_state.h"

#include <functional>

namespace planner::ui {

/// A list with the chosen item beside it; where there is no room for both, the chosen item alone, or the list.
struct SideBySide {
    bool chosen = false;  ///< an item of the list is chosen
    app::Route list;      ///< where the list alone is shown
    float detail_width = 348; ///< unscaled, beside the list
    std::function<void()> draw_list;
    std::function<void()> draw_detail;
};

/// Two columns; `right_width` is unscaled.
void draw_columns(Context&, float right_width, const std::function<void()>& draw_left,
                  const std::function<void()>& draw_right);

void draw_side_by_side(Context&, const SideBySide&);

} // namespace planner::ui
