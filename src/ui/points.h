#pragma once

#include "process/card.h"
#include "ui/screen_state.h"

#include <string_view>
#include <vector>

namespace planner::ui {

struct PointMark {
    std::string_view icon;
    kit::Color color;
};

/// A paragraph. An address of the web in it becomes a link that can be followed.
void draw_paragraph(Context&, const std::string& text);

/// How points of that tone are marked.
PointMark mark_of(Context&, process::Tone);

/// Short points under each other, only to read.
void draw_points(Context&, std::string_view name, const std::vector<process::Text>& points, const PointMark& mark);

/// The same points as words with what they mean when each is a word, a colon, a space and its meaning; false, and
/// nothing drawn, when they are not.
bool draw_words(Context&, std::string_view name, const std::vector<process::Text>& points);

} // namespace planner::ui
