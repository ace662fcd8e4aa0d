#pragma once

#include <string>
#include <vector>

#include "exchange/mail.h"
#include "planning/messages.h"

/// To whom the messages of the current review go. Only when `Planner::current()` is ready.
namespace planner::app {

class Planner;

std::vector<planning::Recipient> recipients(Planner& planner, const planning::PlannedMessage& message);
/// Whether anybody is known to send it to, by name or by address.
bool has_recipient(Planner& planner, const planning::PlannedMessage& message);
/// "Contactpersoon · a@example.nl; ..."; a sentence when nobody is known.
std::string recipients_text(Planner& planner, const planning::PlannedMessage& message);
/// Every address in what people wrote about how to reach them.
std::vector<exchange::Mailbox> mailboxes(Planner& planner, const planning::PlannedMessage& message);
/// A link cannot hold its text: that goes by the clipboard.
bool is_too_long_for_link(Planner& planner, const planning::PlannedMessage& message);

} // namespace planner::app
