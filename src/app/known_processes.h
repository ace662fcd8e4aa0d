#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "process/process.h"

namespace planner::app {

/// The kind of review with this id, from the planner's own assets; null when there is none. Read once, valid forever.
const process::Process* known_process(std::string_view id);

/// Whether it is another than the planner has, or has names that the people of a review gave.
bool is_own_process(const process::Process& process);

/// All of them, in the order of their ids.
std::vector<const process::Process*> known_processes();

/// The built-in example that people look at first; "" when there is none.
std::string_view first_example();

/// What a new review can follow: the planner's own, then those of files and reviews that were opened since it started.
std::vector<const process::Process*> processes_to_choose();

/// A short name for one of those, good until the planner stops; the id for the planner's own.
std::string key_of_process(const process::Process& process);
/// The process with that key; null when there is none.
const process::Process* process_with_key(std::string_view key);

} // namespace planner::app
