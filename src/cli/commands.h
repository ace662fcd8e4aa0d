#pragma once

#include "cli/arguments.h"
#include "cli/problem.h"
#include "cli/surroundings.h"

#include "document/document.h"
#include "document/stamp.h"
#include "planning/identity.h"
#include "planning/day.h"

#include <cstdint>
#include <string>
#include <vector>

namespace planner::cli {

/// Starts a review of a process that the program knows.
Expected<void> run_new(const Surroundings&, const Arguments&);
/// Prints a file for people, or `data` as it stands in the file.
Expected<void> run_show(const Surroundings&, const Arguments&);
/// Prints one value of `data` as JSON.
Expected<void> run_get(const Surroundings&, const Arguments&);
/// Prints the fields that several people wrote differently, with all their texts.
Expected<void> run_conflicts(const Surroundings&, const Arguments&);
/// Prints what stood in the fields before.
Expected<void> run_history(const Surroundings&, const Arguments&);
/// Writes an entity's fields, one field or something inside one.
Expected<void> run_set(const Surroundings&, const Arguments&);
/// Marks an entity as deleted, empties a field or takes something out of one.
Expected<void> run_remove(const Surroundings&, const Arguments&);
/// Settles a conflict.
Expected<void> run_resolve(const Surroundings&, const Arguments&);
/// Puts files of one review together.
Expected<void> run_merge(const Surroundings&, const Arguments&);
/// Reads files and says what is wrong with them.
Expected<void> run_check(const Surroundings&, const Arguments&);
/// Prints what is asked of whom on a day.
Expected<void> run_tasks(const Surroundings&, const Arguments&);
/// Prints the messages that have arisen on a day, with their texts.
Expected<void> run_messages(const Surroundings&, const Arguments&);
/// Writes the days of a review, or of somebody in it, as a calendar.
Expected<void> run_ics(const Surroundings&, const Arguments&);
/// Prints how much time a review takes whom.
Expected<void> run_hours(const Surroundings&, const Arguments&);
/// Writes something of a review for paper.
Expected<void> run_print(const Surroundings&, const Arguments&);
/// Writes a copy of a review without how to reach people, and says what was left out and what else to look at.
Expected<void> run_share(const Surroundings&, const Arguments&);
/// Removes a person from a review for good, and says where and what else to look at.
Expected<void> run_forget_person(const Surroundings&, const Arguments&);
Expected<void> run_unlock(const Surroundings&, const Arguments&);
/// Reads a process and says what is wrong with it.
Expected<void> run_process_check(const Surroundings&, const Arguments&);
/// Lets a review follow the process in a file.
Expected<void> run_process_use(const Surroundings&, const Arguments&);

/// The members that this version does not know (JSON pointers into the file) and that several people wrote differently.
std::vector<std::string> member_conflicts(const document::Document& document);

/// A writer that never was before: every call of the command is a replica of its own.
document::Stamp new_stamp(const Surroundings& surroundings, const Arguments& arguments);

/// Whose days or tasks the options ask for.
planning::Identity identity_of(const Arguments& arguments);

/// The day of a moment (milliseconds since 1970) in UTC.
planning::Day day_of(std::int64_t milliseconds);

/// ISO 8601 with milliseconds, in UTC.
std::string iso_time(std::int64_t milliseconds);

} // namespace planner::cli
