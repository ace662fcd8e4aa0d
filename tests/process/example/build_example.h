#pragma once

#include "document/value.h"

#include <string>

/// The planner file of an example, from its source beside this header: the same review made in the planner itself, by
/// the same people at the same moments. The same source gives the same bytes.
std::string build_example(const planner::document::Value& source);
