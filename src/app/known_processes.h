#pragma once

#include <string_view>
#include <vector>

#include "process/process.h"

namespace planner::app {

/// The kind of review with this id, from the planner's own assets; null when there is none. Read once, valid forever.
const process::Process* known_process(std::string_view id);

/// All of them, in the order of their ids.
std::vector<const process::Process*> known_processes();

/// The built-in example that people look at first; "" when there is none.
std::string_view first_example();

} // namespace planner::app
