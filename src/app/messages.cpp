#include "app/messages.h"

#include <iterator>

#include "app/planner.h"

namespace planner::app {

using document::Value;
using review::FieldWrite;

namespace {

/// What a message's entity needs to be understood by who reads the file.
std::vector<FieldWrite> links_of(const planning::PlannedMessage& message, const planning::Plan& plan) {
    namespace field = planning::message_field;
    const planning::PlannedTask& task = plan.tasks[message.task];
    std::vector<FieldWrite> writes = {
        {{message.key, std::string(field::message)}, message.message->id},
        {{message.key, std::string(field::task)}, task.task->id},
    };
    const std::string& participant = message.audience.empty() ? task.subject : message.audience;
    if (!participant.empty()) writes.push_back({{message.key, std::string(field::participant)}, participant});
    return writes;
}

} // namespace

void decide_message(Planner& planner, const planning::PlannedMessage& message, MessageDecision decision) {
    decide_messages(planner, {message}, decision);
}

void decide_messages(Planner& planner, const std::vector<planning::PlannedMessage>& messages, MessageDecision decision) {
    namespace field = planning::message_field;
    const bool sent = decision == MessageDecision::sent;
    const std::string_view state = sent                                         ? planning::state_sent
                                   : decision == MessageDecision::lapsed ? planning::state_lapsed
                                                                           : std::string_view("");
    std::vector<FieldWrite> writes;
    for (const planning::PlannedMessage& message : messages) {
        const auto at = [&](std::string_view name) { return document::FieldKey{message.key, std::string(name)}; };
        std::vector<FieldWrite> links = links_of(message, planner.plan());
        std::move(links.begin(), links.end(), std::back_inserter(writes));
        writes.push_back({at(field::state), std::string(state)});
        writes.push_back({at(field::sent_on), sent ? Value(format_day(planner.today())) : Value("")});
        writes.push_back({at(field::sent_by), sent ? Value(planner.settings().author) : Value("")});
    }
    planner.write_fields(writes, sent ? "undo.what.message_sent" : "undo.what.message");
}

void set_message_text(Planner& planner, const planning::PlannedMessage& message, std::string_view field,
                      const std::string& text, const std::optional<std::string>& base) {
    const document::FieldKey key{message.key, std::string(field)};
    if (planner.current()->document().entity(message.key) == nullptr)
        planner.write_fields(links_of(message, planner.plan()), "undo.what.message");
    planner.set_field(key, text, EditGroup::typing, base);
}

} // namespace planner::app
