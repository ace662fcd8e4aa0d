#pragma once

#include "process/node.h"

#include <vector>

namespace planner::process {

/// The fields of one block, maybe none. Ids that only have to be unique in the whole card are checked by the caller.
std::vector<Field> load_fields(const Node& list);

} // namespace planner::process
