#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "planning/plan.h"
#include "process/rule.h"
#include "review/review.h"

namespace planner::planning {

/// Whether a rule holds in one review on one day.
enum class RuleState {
    advice,  ///< the planner cannot see it
    not_yet, ///< what it looks at is not filled in, and does not have to be yet
    holds,
    broken,
};

/// Rows that a rule counts, for one participant ("" for the whole review).
struct RuleCount {
    std::string subject;
    std::size_t good = 0;
    std::size_t other = 0;
};

struct RuleFinding {
    const process::Rule* rule = nullptr;
    RuleState state = RuleState::advice;
    std::vector<std::string> subjects = {}; ///< participants for whom it is broken; empty for the whole review
    std::vector<RuleCount> counts = {};     ///< of CheckKind::rows_ratio: for each for whom something is counted

    const RuleCount* count(std::string_view subject) const;
};

/// All rules of the process, in its order. `plan` is of the same review and decides what still has time: something on a
/// card is not asked for as long as a task that fills in that card is neither finished nor late. Points into the
/// process, which must outlive the result.
std::vector<RuleFinding> check_rules(const review::Review& review, const Plan& plan);

} // namespace planner::planning
