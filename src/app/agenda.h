#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "planning/identity.h"
#include "planning/plan.h"

namespace planner::app {

/// All tasks of a review on one day, off the school holidays that the planner knows.
planning::Plan plan_on(const review::Review& review, planning::Day today);

/// The part of who says to be `identity`; none when nobody said so.
planning::Part own_part(const review::Review& review, const planning::Identity& identity);

/// Whether an agenda says what its tasks are called, or leaves that to the process that the planner has.
enum class Titles { of_process, written };

/// The tasks of a plan that are not finished, in a few bytes each: one line with its id, when it opens, when it is due,
/// whether it is of who has this part, and what it waits for; and the agreements of the review that have a day. It stays
/// true when the day changes, so that the overview knows what is late in reviews that it does not open. Never empty.
std::string write_agenda(const planning::Plan& plan, const review::Review& review, const planning::Part& own,
                         Titles titles = Titles::of_process);

/// A task or an agreement of an agenda that asks for attention on one day.
struct AgendaTask {
    process::Text title;
    std::string subject;
    document::EntityKey key; ///< of an agreement: its row
    std::string card;        ///< of an agreement: where it stands; "" of a task
    planning::TaskState state = planning::TaskState::open;
    std::optional<planning::Day> due;
    bool own = false;
    process::Text waits_for; ///< title of the first that it waits for; empty when it waits for nothing
    std::string waits_for_subject;
};

/// Of the reader of the agenda: what can be done or is late, and what waits and is due within `soon_days`. Of others:
/// what is late. An agreement can always be done, and asks for attention that long before it is due. Lines that make no
/// sense, or name a task that the process does not have, are left out. Without a process only lines that say their title
/// count.
std::vector<AgendaTask> read_agenda(std::string_view agenda, const process::Process* process, planning::Day today);

/// How long ahead somebody wants to know that something waits for others.
constexpr int soon_days = 28;

} // namespace planner::app
