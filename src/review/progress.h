#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "review/review.h"

namespace planner::review {

/// How far something is filled in, counted in blocks. A block is filled when every required field in it is, or, when
/// none is required, when any field is. Fields that are not asked (their condition does not hold) and blocks without
/// fields do not count.
struct Progress {
    std::size_t filled_blocks = 0;
    std::size_t blocks = 0;
    std::size_t filled_required = 0;
    std::size_t required = 0;

    bool complete() const { return filled_blocks == blocks; }
    bool started() const { return filled_blocks > 0; }
};

bool is_filled(const Review& review, const process::Block& block, std::string_view card, std::string_view participant);
Progress progress_of_card(const Review& review, const process::Card& card, std::string_view participant);

/// How many cards of a step are complete, over everyone who has a copy of them.
struct StepProgress {
    std::size_t complete_cards = 0;
    std::size_t cards = 0;

    bool complete() const { return cards > 0 && complete_cards == cards; }
};
StepProgress progress_of_step(const Review& review, const process::Step& step);

/// Index of the first step with a card that is not complete; the step after the last one with cards when all are
/// complete (never beyond the last step).
std::size_t current_step(const Review& review);
/// The same from progress that was counted before, one per step.
std::size_t current_step(const std::vector<StepProgress>& steps);

} // namespace planner::review
