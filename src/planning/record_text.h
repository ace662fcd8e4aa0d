#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "planning/message_text.h"
#include "review/review.h"

namespace planner::planning {

/// Texts behind each other on one line: a sentence before another text loses its full stop. An empty text adds nothing.
void add_to_line(std::string& line, std::string_view between, std::string_view text);

/// What is filled in on cards, as lines for a letter: the required fields of those cards that are asked, each with its
/// label, and a table as one line for each row; also what questions have in common, as far as it names the participant.
/// `participant` is whose cards they are. Left out is how to reach people, and what a letter has other words for:
/// agreements, the learning question, and what is bound.
std::string record_of(const review::Review& review, const std::vector<std::string>& cards, std::string_view participant,
                      const MessageWords& words);

} // namespace planner::planning
