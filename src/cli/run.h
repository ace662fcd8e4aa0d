#pragma once

#include "cli/surroundings.h"

#include <string>
#include <vector>

namespace planner::cli {

enum class Exit { done = 0, refused = 1, wrong_usage = 2 };

/// Runs the command `planner`; `words` is the command line without the program's name.
Exit run(const Surroundings& surroundings, const std::vector<std::string>& words);

} // namespace planner::cli
