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

/// What people compare to see which kind of peer review fits them; all empty when the process does not say.
struct Fits {
    Text group;     ///< who looks at whom
    Text driver;    ///< who drives it
    Text subject;   ///< what it is about
    Text frequency; ///< how often
    Text time;      ///< how much time it takes

    bool empty() const { return group.empty(); }
};

} // namespace planner::process
