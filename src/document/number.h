#pragma once

#include <string_view>

namespace planner::document {

/// True when writing `number` back loses nothing of `literal`, the JSON number that it was read from: the literal is
/// the number's decimal expansion rounded to as many digits as the literal has, or its shortest spelling. An integer
/// literal never is: it only reaches a floating-point number when 64 bits are too few.
bool keeps_number(std::string_view literal, double number);

} // namespace planner::document
