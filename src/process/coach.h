#pragma once

#include "process/card.h"
#include "process/text.h"

#include <cstddef>
#include <vector>

namespace planner::process {

/// A learning question to look at, and what makes it good.
struct CoachExample {
    Text text;
    Text why;
};

/// What the planner can see of a learning question by itself.
enum class CoachCheckKind { is_question, is_open, is_single, is_short, has_purpose };

struct CoachCheck {
    CoachCheckKind kind = CoachCheckKind::is_question;
    Text text; ///< what to do about it when it is not so
    Text good; ///< what is said when it is so
    std::size_t words = 25;             ///< of is_short: how many words there may be
    std::vector<FieldReference> fields; ///< of has_purpose: where people write what the answer is for
};

/// Help with a learning question.
struct Coach {
    std::vector<CoachExample> examples;
    std::vector<CoachCheck> checks;
    std::vector<Text> criteria; ///< what people ask themselves

    bool empty() const { return examples.empty() && checks.empty() && criteria.empty(); }
};

} // namespace planner::process
