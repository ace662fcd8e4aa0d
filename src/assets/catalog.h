#pragma once

#include <map>
#include <string>
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

/// English texts by the id of their process, in the order in which put_english() puts them.
using Translations = std::map<std::string, std::vector<std::string>, std::less<>>;
/// Gives the processes their English; what is read already is changed where it stands. False, and nothing changed, when one
/// does not fit.
bool translate_processes(Translations translations);
/// Counts up with every translation: copies of a process that were made before are not translated.
unsigned translation();

/// All school holidays. Read once, valid forever.
const planning::SchoolHolidays& school_holidays();

} // namespace planner::assets
