#pragma once

#include "process/task.h"
#include "process/text.h"

#include <cstddef>
#include <string>
#include <vector>

namespace planner::process {

/// hard: it does not work otherwise. soft: it works less well. target: what a good review strives for.
enum class Severity { hard, soft, target };

enum class CheckKind {
    none,                  ///< advice that is only shown
    participants_at_least, ///< `least` participants
    persons_between,       ///< `least` to `most` persons for each participant
    run_sheet_at_most,     ///< the run sheet takes at most `most` minutes
    run_sheet_at_least,    ///< the run sheet takes at least `least` minutes
    checked,               ///< the checkbox `field` of `card` is ticked
    number_at_least,       ///< the number in `field` of `card` is at least `least`
    rows_at_least,         ///< the table `field` of `card` has `least` rows
    rows_checked,          ///< `column` is ticked in every row of the table `field` of `card` that is not off
    rows_ratio,            ///< for each row of that table with `other` in `column`, `least` rows with `good`
    days_between,          ///< at least `least` and at most `most` days from `from` to `to`
};

/// What the planner looks at to see whether a rule holds; members that its kind does not name are empty.
struct Check {
    CheckKind kind = CheckKind::none;
    std::size_t least = 0;
    std::size_t most = 0; ///< 0 with days_between: as many as people like
    std::string run_sheet;
    std::string card;
    std::string field;
    std::string column;
    std::string good;  ///< id of an option of the column
    std::string other; ///< the same
    KeyDate from = KeyDate::created;
    KeyDate to = KeyDate::created;
};

enum class ShownOn { participants, kickoff, visits, panel, dashboard, documents, messages, card, task, run_sheet };

struct Showing {
    ShownOn on = ShownOn::dashboard;
    std::string id; ///< of the card, task or run sheet; else empty
};

struct Rule {
    std::string id;
    Severity severity = Severity::soft;
    Text text; ///< the rule in one sentence
    Text reason;
    Check check;
    std::vector<Showing> shown; ///< at least one
};

} // namespace planner::process
