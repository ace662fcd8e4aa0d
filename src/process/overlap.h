#pragma once

#include "process/text.h"

#include <string>
#include <vector>

namespace planner::process {

/// Something that learning questions can be about.
struct Theme {
    std::string id;
    Text title;
    /// Dutch; one that ends in "*" stands for every word that begins with it, one with spaces for these words beside each other.
    std::vector<std::string> words;
};

/// How the planner sees that two learning questions may be about the same.
struct Overlap {
    std::vector<std::string> stop_words; ///< words that say nothing about the subject of a question
    std::vector<Theme> themes;

    bool empty() const { return stop_words.empty() && themes.empty(); }
};

} // namespace planner::process
