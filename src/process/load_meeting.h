#pragma once

#include "process/node.h"

#include <cstddef>
#include <vector>

namespace planner::process {

/// What people do in a line of a run sheet, in that order; none when the line does not say. `longest`: how many minutes
/// the line takes at most.
std::vector<RunSheetPart> load_item_parts(const Node& item, std::size_t longest);

/// What notes of a meeting can be, where they go and who may see them.
void load_notes(const Node& node, RunSheet& sheet);

} // namespace planner::process
