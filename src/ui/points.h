#pragma once

#include "process/text.h"
#include "ui/screen_state.h"

#include <string_view>
#include <vector>

namespace planner::ui {

struct PointMark {
    std::string_view icon;
    kit::Color color;
};

/// Short points under each other, only to read.
void draw_points(Context&, std::string_view name, const std::vector<process::Text>& points, const PointMark& mark);

/// The same points as words with what they mean when each is a word, a colon, a space and its meaning; false, and
/// nothing drawn, when they are not.
bool draw_words(Context&, std::string_view name, const std::vector<process::Text>& points);

} // namespace planner::ui
