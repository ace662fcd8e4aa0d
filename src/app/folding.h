#pragma once

#include <string>
#include <string_view>

namespace planner::app {

/// Lower case without accents, for searching and file names: "Één Überblick" -> "een uberblick". Combining marks are
/// dropped; letters beyond Latin pass unchanged.
std::string folded(std::string_view text);

} // namespace planner::app
