#pragma once

#include "process/text.h"

#include <cstddef>
#include <string>

namespace planner::process {

/// once: in the whole review. visit: again for every visit.
enum class Times { once, visit };

/// How much time one kind of work takes somebody.
struct Hours {
    std::string id;
    std::string role;
    Text title;
    double minimum = 0; ///< hours for each person, in halves, from 0 to 1000
    double maximum = 0; ///< the same, not less than the minimum
    std::size_t persons = 1;
    Times times = Times::once;
    Text tasks; ///< what is done in that time; may be empty
};

/// A footnote to the hours of a role.
struct HoursNote {
    std::string role;
    Text text;
};

} // namespace planner::process
