#pragma once

#include "process/node.h"

namespace planner::process {

/// Follows every reference inside a process that was read without errors: tells each card its step, and adds an error
/// for the first reference to something that is not there.
void connect(Process& process, Errors& errors);

} // namespace planner::process
