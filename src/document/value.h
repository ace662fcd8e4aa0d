#pragma once

#include <nlohmann/json.hpp>

namespace planner::document {

/// One JSON value. Objects keep their keys sorted by bytes, which the canonical form relies on.
using Value = nlohmann::json;

/// True when both are written with the same bytes. Unlike `==`, 1 and 1.0 differ, and so do 0.0 and -0.0, because
/// they are different texts in a file.
bool same_value(const Value& left, const Value& right);

/// Makes a value writable: bytes that are not UTF-8 and NUL characters become U+FFFD (in keys too), numbers that
/// JSON cannot hold (NaN, infinity) become null.
void make_writable(Value& value);

} // namespace planner::document
