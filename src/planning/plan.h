#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/key.h"
#include "planning/key_dates.h"
#include "process/process.h"
#include "review/review.h"

namespace planner::planning {

enum class TaskState {
    not_yet,       ///< the day on which it opens has not come, or is not known
    waiting,       ///< something that it depends on is not done
    open,          ///< can be done now
    late,          ///< should have been done, whether it could be or not
    done,          ///< a person said so
    not_applicable ///< a person said so, with a reason
};

/// Who gave a task its due date. proposal: a rule, counted from a day that is only proposed.
enum class DueBy { nobody, proposal, rule, hand };

/// One task of the process for one subject: what is asked of whom, and how it stands on one day.
struct PlannedTask {
    const process::Task* task = nullptr;
    std::string subject;     ///< id of the participant that it is about; "" for the whole review
    document::EntityKey key; ///< where people's own words about it are kept
    TaskState state = TaskState::open;
    std::optional<Day> opens;
    std::optional<Day> due;
    DueBy due_by = DueBy::nobody;
    bool squeezed = false; ///< by the rule it was due before the review was made; the planner proposes a later day
    std::vector<std::size_t> depends_on;  ///< indexes into the plan
    std::vector<std::size_t> waiting_for; ///< those of them that are not finished
    std::vector<std::size_t> followed_by; ///< indexes into the plan: what depends on it
    std::string done_by; ///< who said that it is done, or that it does not apply
    std::optional<Day> done_on; ///< and when
    std::string reason;      ///< why it does not apply
    bool seems_done = false; ///< what it asks for is filled in; a person decides

    bool finished() const { return state == TaskState::done || state == TaskState::not_applicable; }
};

/// Where the words of people about a task are kept: done, by whom, another due date. Derived, so that two copies that
/// say something about the same task meet in one entity.
document::EntityKey task_key(std::string_view task, std::string_view subject);

/// Fields of such an entity.
namespace task_field {
constexpr std::string_view task = "task";
constexpr std::string_view participant = "participant";
constexpr std::string_view state = "state";
constexpr std::string_view due = "due";
constexpr std::string_view done_by = "done_by";
constexpr std::string_view done_on = "done_on";
constexpr std::string_view reason = "reason";
} // namespace task_field

/// Values of the field `state`; any other value, or none, leaves the state to the plan.
constexpr std::string_view state_done = "done";
constexpr std::string_view state_not_applicable = "not_applicable";

/// The days on which nothing is asked of one participant, or, for "", of anybody.
using WorkingDaysOf = std::function<const WorkingDays&(std::string_view subject)>;

/// All tasks of a review in the order of the process, on one day. It points into the process, which must outlive it.
struct Plan {
    std::vector<PlannedTask> tasks;

    const PlannedTask* find(const document::EntityKey& key) const;
};

/// A review may be made later than the process counts on. What was due before that day is due `squeezed_days` later
/// than it, but not after the day that it was counted from nor after what waits for it.
constexpr int squeezed_days = 7;

Plan make_plan(const review::Review& review, Day today, const WorkingDaysOf& days);

/// A task whose due date differs between two plans of the same review.
struct DateMove {
    document::EntityKey key;
    std::optional<Day> from;
    std::optional<Day> to;
};

/// What moves when one plan becomes the other, in the order of `after`. Tasks that are finished do not move, and dates
/// that were set by hand stay where they are.
std::vector<DateMove> moves_between(const Plan& before, const Plan& after);

} // namespace planner::planning
