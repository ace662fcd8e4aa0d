#pragma once

#include <cstddef>
#include <string_view>

namespace planner::process {

struct Position {
    std::size_t line = 1;   ///< from 1
    std::size_t column = 1; ///< from 1, in Unicode code points
};

/// Where the value that a JSON pointer (RFC 6901) names begins in `json`, which must be valid JSON in UTF-8. A pointer
/// that leads nowhere gives the place of the last value on its way.
Position locate(std::string_view json, std::string_view pointer);

} // namespace planner::process
