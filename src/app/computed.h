#pragma once

#include <string>

namespace planner::app {

/// Something that takes time to find out, and what it was found out of: once that is another, it is out of date.
template <class Value>
struct Computed {
    Value value{};
    std::string of;
};

} // namespace planner::app
