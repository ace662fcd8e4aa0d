#pragma once

#include "ui/screen_state.h"


namespace planner::ui {

/// A list with the chosen item beside it; where there is no room for both, the chosen item alone, or the list.
struct SideBySide {
    bool chosen = false;  ///< an item of the list is chosen
    app::Route list;      ///< where the list alone is shown
    float detail_width = 348; ///< unscaled, beside the list
    kit::Draw draw_list;
    kit::Draw draw_detail;
};

/// Two columns; `right_width` is unscaled.
void draw_columns(Context&, float right_width, kit::Draw draw_left,
                  kit::Draw draw_right);

void draw_side_by_side(Context&, const SideBySide&);

} // namespace planner::ui
