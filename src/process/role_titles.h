#pragma once

#include "process/process.h"

#include <string>

namespace planner::process {

/// What the roles are called that help with a task, with ", " between them; "" when nobody helps.
std::string titles_of_helpers(const Process& process, const Task& task, Language language);

} // namespace planner::process
