#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/planner_types.h"
#include "planning/messages.h"

/// The commands on the messages of the current review, `Planner::messages()`. Only when `Planner::current()` is ready.
namespace planner::app {

class Planner;

void decide_message(Planner& planner, const planning::PlannedMessage& message, MessageDecision decision);
/// The same for several, as one command.
void decide_messages(Planner& planner, const std::vector<planning::PlannedMessage>& messages, MessageDecision decision);

/// Changes the subject or the body of one message; what the process proposes stays as it is.
void set_message_text(Planner& planner, const planning::PlannedMessage& message, std::string_view field,
                      const std::string& text, const std::optional<std::string>& base);

} // namespace planner::app
