#pragma once

#include "window.h"

#include <string>
#include <vector>

namespace planner::testing {

/// What is wrong with what a window shows, one sentence each; nothing for a good screen.
using Findings = std::vector<std::string>;

/// One h1, a name for every control, no two controls that cannot be told apart, no raw keys or placeholders in texts.
Findings inspect_words(const Window& window);
/// Controls are large enough and apart; controls and texts stay inside what holds them; letters are not cut off.
Findings inspect_boxes(const Window& window);
/// Siblings follow each other as they are read: line by line, from left to right, columns after each other.
Findings inspect_order(const Window& window);

/// Everything that is read inside the region with this name, one line each; fails the test when there is none.
std::string words_in(Window& window, const std::string& region);

} // namespace planner::testing
