#pragma once

#include <string_view>
#include <vector>

#include "planning/school_holidays.h"
#include "process/process.h"

/// What the program holds, read.
namespace planner::assets {

/// The kind of review with this id; null when there is none. Read once, valid forever.
const process::Process* known_process(std::string_view id);

/// All of them, in the order of their ids.
std::vector<const process::Process*> known_processes();

/// All school holidays. Read once, valid forever.
const planning::SchoolHolidays& school_holidays();

} // namespace planner::assets
