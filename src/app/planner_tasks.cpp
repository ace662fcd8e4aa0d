#include <algorithm>

#include "app/planner.h"
#include "assets/catalog.h"
#include "planning/school_holidays.h"

namespace planner::app {

using document::Value;
using review::FieldWrite;

planning::Plan Planner::plan_of(const review::Review& reading) {
    const planning::ReviewDays days(reading, assets::school_holidays());
    return planning::make_plan(
        reading, today(), [&](std::string_view subject) -> const planning::WorkingDays& { return days.of(subject); });
}

void Planner::make_plan() {
    const OpenReview& review = *current();
    const Day day = today();
    const std::string key = review.id() + " " + std::to_string(review.revision()) + " " + format_day(day);
    if (plan_of_ == key) return;
    const review::RowIndex rows(review.document());
    const review::Review reading(review.document(), review.process(), rows);
    plan_ = plan_of(reading);
    messages_ = planning::make_messages(reading, plan_, day);
    std::reverse(messages_.begin(), messages_.end());
    plan_of_ = key;
}

const planning::Plan& Planner::plan() {
    make_plan();
    return plan_;
}

const std::vector<planning::PlannedMessage>& Planner::messages() {
    make_plan();
    return messages_;
}

planning::MessageText Planner::message_text(const planning::PlannedMessage& message) {
    const planning::MessageWords words{
        language(), settings_.author, [this](Day day) { return long_date(texts_, day); },
        [this](std::string_view placeholder) {
            return texts_.tr("message.missing", {{"what", texts_.tr("placeholder." + std::string(placeholder))}});
        }};
    return planning::text_of(reading(), plan(), message, words);
}

std::vector<planning::Recipient> Planner::recipients(const planning::PlannedMessage& message) {
    return planning::recipients_of(reading(), plan(), message);
}

void Planner::decide_task(const document::EntityKey& task, TaskDecision decision) {
    namespace field = planning::task_field;
    const auto at = [&](std::string_view name) { return document::FieldKey{task, std::string(name)}; };
    const bool done = decision == TaskDecision::done;
    const std::string_view state = done                                         ? planning::state_done
                                   : decision == TaskDecision::not_applicable ? planning::state_not_applicable
                                                                                : std::string_view("");
    const std::vector<FieldWrite> writes = {{at(field::state), std::string(state)},
                                            {at(field::done_on), done ? Value(format_day(today())) : Value("")},
                                            {at(field::done_by), done ? Value(settings_.author) : Value("")}};
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
    namespace field = planning::message_field;
    const auto at = [&](std::string_view name) { return document::FieldKey{message.key, std::string(name)}; };
    const bool sent = decision == MessageDecision::sent;
    const std::string_view state = sent                                         ? planning::state_sent
                                   : decision == MessageDecision::lapsed ? planning::state_lapsed
                                                                           : std::string_view("");
    std::vector<FieldWrite> writes = links_of(message, plan());
    writes.push_back({at(field::state), std::string(state)});
    writes.push_back({at(field::sent_on), sent ? Value(format_day(today())) : Value("")});
    writes.push_back({at(field::sent_by), sent ? Value(settings_.author) : Value("")});
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
