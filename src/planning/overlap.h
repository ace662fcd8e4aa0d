#pragma once

#include <string>
#include <vector>

#include "process/overlap.h"
#include "review/review.h"

namespace planner::planning {

/// Two learning questions that may be about the same.
struct QuestionOverlap {
    std::string left, right;                   ///< ids of participants, in their order
    std::vector<std::string> words;            ///< what both say, as the left one writes it, without stop words and names of themes of both
    std::vector<const process::Theme*> themes; ///< what both are about, in the order of the process
    double weight = 0;                         ///< 0..1: how much of what the shorter one says they share
    bool similar = false;                      ///< worth a talk
};

/// All pairs of participants with a question, in their order; none when the process does not say how questions are
/// compared. Points into the process, which must outlive the result.
///
/// A question says its words, each stem once and no stop words, and its themes. Both say a word when it has the same
/// stem, or when one begins or ends with the other ("gesprek", "voortgangsgesprek"). The weight is what both say divided
/// by what the shorter one says, where a theme counts for two words. Questions are similar that share a theme or two
/// words and weigh 0.3 or more: then a theme is enough for a question of four other words, and not for one that says much
/// besides. Only the first 1,000 bytes of a question count.
std::vector<QuestionOverlap> question_overlaps(const review::Review& review);

} // namespace planner::planning
