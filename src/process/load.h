#pragma once

#include "process/process.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace planner::process {

/// What the member "format" of a process file holds.
constexpr std::string_view file_format = "peer-review-planner-process";

/// What is wrong with a process file, and where.
struct ProcessError {
    std::string pointer;    ///< JSON pointer (RFC 6901) of the value concerned; "" is the whole text
    std::string sentence;   ///< English, for who writes process files
    std::size_t line = 0;   ///< from 1
    std::size_t column = 0; ///< from 1, in Unicode code points
};

/// Reads a process file (assets/processes/process.schema.json describes it) as strictly as a planner file: unknown
/// members, double ids and references to nothing are errors. Gives the first error.
tl::expected<Process, ProcessError> load(std::string_view json);

} // namespace planner::process
