#pragma once

#include "process/text.h"

#include <string>
#include <vector>

namespace planner::process {

/// A part of the explanation of a kind of peer review.
struct AboutSection {
    std::string id;
    Text title;
    std::vector<Text> paragraphs;
    std::vector<Text> points;
};

} // namespace planner::process
