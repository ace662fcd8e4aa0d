#pragma once

#include <string_view>

#include "process/process.h"

namespace planner::app {

/// The kind of review with this id, from the planner's own assets; null when there is none. Read once, valid forever.
const process::Process* known_process(std::string_view id);

} // namespace planner::app
