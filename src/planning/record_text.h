#pragma once

#include <string>
#include <string_view>

#include "planning/message_text.h"
#include "review/review.h"

namespace planner::planning {

/// What is filled in on the cards that a message records, as lines for a letter: the fields that are asked, each with its
/// label, and a table as one line for each row; of what questions have in common only what names the participant. Then
/// what was noted in the meeting that it names. `participant` is whose cards they are. Left out is how to reach people,
/// and what a letter has other words for: agreements, the learning question, and what is bound.
std::string record_of(const review::Review& review, const process::Message& message, std::string_view participant,
                      const MessageWords& words);

} // namespace planner::planning
