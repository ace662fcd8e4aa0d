#include "cli/commands.h"
#include "cli/open_review.h"
#include "cli/words.h"

#include "document/key.h"
#include "document/write.h"
#include "exchange/address.h"
#include "planning/messages.h"

#include <ostream>

namespace planner::cli {

namespace {

using document::Value;
using planning::MessageState;
using planning::PlannedMessage;

/// A message with all that is to be printed of it.
struct Printed {
    const PlannedMessage& message;
    const planning::PlannedTask& task;
    planning::MessageText text;
    std::vector<planning::Recipient> recipients;
};

std::string name_of(MessageState state) {
    switch (state) {
    case MessageState::draft: return "draft";
    case MessageState::sent: return "sent";
    case MessageState::lapsed: return "lapsed";
    }
    return "";
}

Value as_json(const std::vector<planning::Recipient>& recipients) {
    Value list = Value::array();
    for (const planning::Recipient& recipient : recipients) {
        Value addresses = Value::array();
        for (const exchange::Mailbox& mailbox : exchange::find_mailboxes(recipient.contact)) {
            addresses.push_back(mailbox.address);
        }
        list.push_back({{"name", recipient.name}, {"contact", recipient.contact}, {"addresses", std::move(addresses)}});
    }
    return list;
}

Value attachments(const process::Message& message) {
    Value list = Value::array();
    for (const process::Attachment attachment : message.attach) {
        list.push_back(attachment == process::Attachment::review_file ? "review_file" : "calendar");
    }
    return list;
}

Value as_json(const Printed& printed, const Words& words) {
    const PlannedMessage& message = printed.message;
    return {{"pointer", document::to_pointer(message.key)},
            {"message", message.message->id},
            {"title", words.of(message.message->title)},
            {"task", document::to_pointer(printed.task.key)},
            {"participant", message.audience},
            {"day", planning::format_day(message.day)},
            {"state", name_of(message.state)},
            {"sent_on", message.sent_on ? Value(planning::format_day(*message.sent_on)) : Value()},
            {"sent_by", message.sent_by},
            {"recipients", as_json(printed.recipients)},
            {"subject", printed.text.subject},
            {"body", printed.text.body},
            {"missing", printed.text.missing},
            {"edited", printed.text.edited},
            {"attach", attachments(*message.message)}};
}

void print(std::ostream& out, const Printed& printed) {
    const PlannedMessage& message = printed.message;
    out << planning::format_day(message.day) << "  " << name_of(message.state) << "  "
        << document::to_pointer(message.key) << "\n  to:";
    if (printed.recipients.empty()) {
        out << " nobody is known yet";
    }
    for (std::size_t index = 0; index < printed.recipients.size(); ++index) {
        const planning::Recipient& recipient = printed.recipients[index];
        out << (index == 0 ? " " : ", ") << recipient.name
            << (recipient.contact.empty() ? "" : " <" + recipient.contact + ">");
    }
    out << "\n  " << printed.text.subject << "\n";
    if (message.state == MessageState::lapsed) {
        return;
    }
    out << "\n    ";
    for (const char character : printed.text.body) {
        out << character << (character == '\n' ? "    " : "");
    }
    out << "\n\n";
}

} // namespace

Expected<void> run_messages(const Surroundings& surroundings, const Arguments& arguments) {
    const auto opened = open_review(surroundings, arguments.files_and_values[0]);
    if (!opened) {
        return tl::unexpected<Problem>(opened.error());
    }
    const Words words(arguments);
    const planning::Day today = *planning::parse_day(*arguments.today);
    const review::Review review = opened->reading();
    const planning::Plan plan = opened->plan(today);
    Value list = Value::array();
    for (const PlannedMessage& message : planning::make_messages(review, plan, today)) {
        const Printed printed{message, plan.tasks[message.task],
                              planning::text_of(review, plan, message, words.for_messages()),
                              planning::recipients_of(review, plan, message)};
        if (arguments.json) {
            list.push_back(as_json(printed, words));
        } else {
            print(surroundings.out, printed);
        }
    }
    if (arguments.json) {
        surroundings.out << document::canonical_text(list) << "\n";
    }
    return {};
}

} // namespace planner::cli
