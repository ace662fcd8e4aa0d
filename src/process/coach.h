#pragma once

#include "process/text.h"

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
};

/// Help with a learning question.
struct Coach {
    std::vector<CoachExample> examples;
    std::vector<CoachCheck> checks;
    std::vector<Text> criteria; ///< what people ask themselves

    bool empty() const { return examples.empty() && checks.empty() && criteria.empty(); }
};

} // namespace planner::process
