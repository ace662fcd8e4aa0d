#pragma once

#include "document/read.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <string>

namespace planner::cli {

/// Why a command did nothing.
struct Problem {
    std::string file;
    std::size_t line = 1;
    std::size_t column = 1;
    std::string pointer; ///< JSON pointer; "" when there is no place
    std::string reason;  ///< English, one clause
};

template <class Result>
using Expected = tl::expected<Result, Problem>;

tl::unexpected<Problem> refuse(std::string file, std::string pointer, std::string reason);

/// A refusal of the document reader, about this file.
Problem problem_of(std::string file, const document::Refusal& refusal);

/// The text on one line: control characters, which would break the line or the terminal, become "?".
std::string visible(const std::string& text);

/// "FILE:LINE:COL: POINTER: reason", always one line.
std::string to_line(const Problem& problem);

} // namespace planner::cli
