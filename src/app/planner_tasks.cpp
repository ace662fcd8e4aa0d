#include <algorithm>
#include <iterator>

#include "app/planner.h"

namespace planner::app {

using document::Value;
using review::FieldWrite;

const Planned& Planner::planned() {
    const OpenReview& review = *current();
    const Day day = today();
    const std::string key = review.id() + " " + std::to_string(review.revision()) + " " + format_day(day) + " " +
                            planning::to_text(identity());
    if (planned_.of == key) return planned_.value;
    const review::RowIndex rows(review.document());
    const review::Review reading(review.document(), review.process(), rows);
    planned_ = {{plan_on(reading, day), {}, {}, planning::agreements_of(reading, day)}, key};
    auto& [plan, messages, own_tasks, agreements, late_agreements] = planned_.value;
    const planning::Part part = own_part(reading, identity());
    for (const planning::PlannedTask& task : plan.tasks) {
        if (part.acts_in(task, reading)) own_tasks.insert(task.key.id);
    }
    const bool nobody_known = identity() == planning::Identity{};
    for (const planning::Agreement& agreement : agreements) {
        const bool counts = nobody_known || planning::concerns(agreement, part, reading);
        if (counts && agreement.state == planning::AgreementState::late) ++late_agreements;
    }
    messages = planning::make_messages(reading, plan, day);
    std::reverse(messages.begin(), messages.end());
    return planned_.value;
}

const planning::Plan& Planner::plan() {
    return planned().plan;
}

const std::vector<planning::PlannedMessage>& Planner::messages() {
    return planned().messages;
}

const std::vector<planning::Agreement>& Planner::agreements() {
    return planned().agreements;
}

std::size_t Planner::late_agreements() {
    return planned().late_agreements;
}

planning::MessageWords Planner::message_words() {
    return {language(), settings_.author, [this](Day day) { return long_date(texts_, day); },
            [this](std::string_view placeholder) {
                return texts_.tr("message.missing", {{"what", texts_.tr("placeholder." + std::string(placeholder))}});
            },
            [this](Day day) { return texts_.tr("agreement.by", {{"date", long_date(texts_, day)}}); }};
}

planning::MessageText Planner::message_text(const planning::PlannedMessage& message) {
    return planning::text_of(reading(), plan(), message, message_words());
}

void Planner::decide_task(const document::EntityKey& task, TaskDecision decision) {
    namespace field = planning::task_field;
    const auto at = [&](std::string_view name) { return document::FieldKey{task, std::string(name)}; };
    const bool done = decision == TaskDecision::done;
    const bool decided = decision != TaskDecision::undecided;
    const std::string_view state = done                                         ? planning::state_done
                                   : decision == TaskDecision::not_applicable ? planning::state_not_applicable
                                                                                : std::string_view("");
    const std::vector<FieldWrite> writes = {{at(field::state), std::string(state)},
                                            {at(field::done_on), decided ? Value(format_day(today())) : Value("")},
                                            {at(field::done_by), decided ? Value(settings_.author) : Value("")}};
    write_fields(writes, done ? "undo.what.task_done" : "undo.what.task");
}

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

void Planner::decide_message(const planning::PlannedMessage& message, MessageDecision decision) {
    decide_messages({message}, decision);
}

void Planner::decide_messages(const std::vector<planning::PlannedMessage>& messages, MessageDecision decision) {
    namespace field = planning::message_field;
    const bool sent = decision == MessageDecision::sent;
    const std::string_view state = sent                                         ? planning::state_sent
                                   : decision == MessageDecision::lapsed ? planning::state_lapsed
                                                                           : std::string_view("");
    std::vector<FieldWrite> writes;
    for (const planning::PlannedMessage& message : messages) {
        const auto at = [&](std::string_view name) { return document::FieldKey{message.key, std::string(name)}; };
        std::vector<FieldWrite> links = links_of(message, plan());
        std::move(links.begin(), links.end(), std::back_inserter(writes));
        writes.push_back({at(field::state), std::string(state)});
        writes.push_back({at(field::sent_on), sent ? Value(format_day(today())) : Value("")});
        writes.push_back({at(field::sent_by), sent ? Value(settings_.author) : Value("")});
    }
    write_fields(writes, sent ? "undo.what.message_sent" : "undo.what.message");
}

void Planner::set_message_text(const planning::PlannedMessage& message, std::string_view field, const std::string& text,
                               const std::optional<std::string>& base) {
    const document::FieldKey key{message.key, std::string(field)};
    if (current()->document().entity(message.key) == nullptr)
        write_fields(links_of(message, plan()), "undo.what.message");
    set_field(key, text, EditGroup::typing, base);
}

} // namespace planner::app
