#pragma once

#include "process/text.h"

#include <cstddef>
#include <optional>
#include <string>

namespace planner::process {

/// once: in the whole review. visit: again for every visit.
enum class Times { once, visit };

/// Hours of work that takes as long as a review day does.
struct DayHours {
    double half_day = 0;
    double whole_day = 0;
};

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
    std::optional<DayHours> lengths; ///< absent when the length of a review day makes no difference
};

/// A footnote to the hours of a role.
struct HoursNote {
    std::string role;
    Text text;
};

} // namespace planner::process
