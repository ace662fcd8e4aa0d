#include "app/addressees.h"

#include <utility>

#include "app/planner.h"
#include "exchange/mailto.h"

namespace planner::app {

std::vector<planning::Recipient> recipients(Planner& planner, const planning::PlannedMessage& message) {
    return planning::recipients_of(planner.reading(), planner.plan(), message);
}

bool has_recipient(Planner& planner, const planning::PlannedMessage& message) {
    return !text_of(recipients(planner, message)).empty();
}

std::string recipients_text(Planner& planner, const planning::PlannedMessage& message) {
    const std::string text = text_of(recipients(planner, message));
    return text.empty() ? planner.tr("message.no_recipients") : text;
}

std::vector<exchange::Mailbox> mailboxes(Planner& planner, const planning::PlannedMessage& message) {
    std::vector<exchange::Mailbox> found;
    for (const planning::Recipient& recipient : recipients(planner, message)) {
        for (exchange::Mailbox& mailbox : exchange::find_mailboxes(recipient.contact)) {
            if (mailbox.name.empty()) mailbox.name = recipient.name;
            found.push_back(std::move(mailbox));
        }
    }
    return found;
}

bool is_too_long_for_link(Planner& planner, const planning::PlannedMessage& message) {
    const planning::MessageText text = planner.message_text(message);
    const auto link = exchange::mailto_link({mailboxes(planner, message), {}, text.subject, text.body});
    return link && link->length == exchange::MailtoLength::too_long;
}

} // namespace planner::app
