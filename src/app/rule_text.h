#pragma once

#include <string>
#include <string_view>

#include "planning/rules.h"
#include "process/process.h"

namespace planner::app {

/// What a rule counted for one participant ("" for the whole review), in the words of the process: "Goed: 6 · Beter: 3".
/// "" when it counts nothing, or nothing is filled in yet.
std::string count_text(const process::Process& process, const planning::RuleFinding& finding, std::string_view subject,
                       process::Language language);

} // namespace planner::app
