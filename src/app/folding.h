#pragma once

#include <string>
#include <string_view>

namespace planner::app {

/// Lower case without accents, for searching and file names: "Één Überblick" -> "een uberblick". Combining marks are
/// dropped; letters beyond Latin pass unchanged.
std::string folded(std::string_view text);

/// Whether `text` contains every word of `words`; both are folded. No words are in every text.
bool contains_words(std::string_view text, std::string_view words);

} // namespace planner::app
