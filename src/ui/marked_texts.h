#pragma once

#include "ui/kit/text.h"

#include <string>
#include <vector>

namespace planner::ui {

struct Context;

/// Two texts, and in each the words that the other one does not have. Nothing is marked in texts that share nothing.
struct MarkedTexts {
    std::string one, other;
    std::vector<kit::TextRange> in_one, in_other;
};

/// Remembered from frame to frame; the reference holds until the next call.
const MarkedTexts& compared_texts(Context&, const std::string& one, const std::string& other);

/// A paragraph with these stretches marked, and told in words.
void draw_marked(Context&, const std::string& text, const std::vector<kit::TextRange>&, kit::Mark);

} // namespace planner::ui
