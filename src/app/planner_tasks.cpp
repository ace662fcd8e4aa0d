#include <algorithm>

#include "app/planner.h"

namespace planner::app {

using document::Value;
using review::FieldWrite;

const Planned& Planner::planned() {
    const OpenReview& review = *current();
    const Day day = today();
    const std::string key = review.id() + " " + std::to_string(review.revision()) + " " + format_day(day) + " " +
                            planning::to_text(identity()) + " " + settings_.author;
    if (found_.planned.of == key) return found_.planned.value;
    const review::RowIndex rows(review.document());
    const review::Review reading(review.document(), review.process(), rows);
    found_.planned = {{plan_on(reading, day), {}, {}, planning::agreements_of(reading, day)}, key};
    auto& [plan, messages, own_tasks, agreements, late_agreements] = found_.planned.value;
    const planning::Part part = own_part(reading, identity());
    for (const planning::PlannedTask& task : plan.tasks) {
        if (part.acts_in(task, reading)) own_tasks.insert(task.key.id);
    }
    const bool nobody_known = identity() == planning::Identity{};
    for (const planning::Agreement& agreement : agreements) {
        const bool counts = nobody_known || planning::concerns(agreement, part, reading);
        if (counts && agreement.state == planning::AgreementState::late) ++late_agreements;
    }
    messages = planning::make_messages(reading, plan, day, {settings_.author, identity()});
    std::reverse(messages.begin(), messages.end());
    return found_.planned.value;
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
            [this](Day day) { return texts_.tr("agreement.by", {{"date", long_date(texts_, day)}}); },
            [this](const std::string& from, const std::string& until) { return times_text(texts_, from, until); }};
}

planning::MessageText Planner::message_text(const planning::PlannedMessage& message) {
    return planning::text_of(reading(), plan(), message, message_words());
}

namespace {

std::vector<FieldWrite> writes_for(const document::EntityKey& task, TaskDecision decision, Day today, const std::string& author) {
    namespace field = planning::task_field;
    const auto at = [&](std::string_view name) { return document::FieldKey{task, std::string(name)}; };
    const bool done = decision == TaskDecision::done;
    const bool decided = decision != TaskDecision::undecided;
    const std::string_view state = done                                         ? planning::state_done
                                   : decision == TaskDecision::not_applicable ? planning::state_not_applicable
                                                                                : std::string_view("");
    return {{at(field::state), std::string(state)},
            {at(field::done_on), decided ? Value(format_day(today)) : Value("")},
            {at(field::done_by), decided ? Value(author) : Value("")}};
}

} // namespace

void Planner::decide_tasks(const std::vector<document::EntityKey>& tasks, TaskDecision decision) {
    std::vector<FieldWrite> writes;
    for (const document::EntityKey& task : tasks)
        for (FieldWrite& write : writes_for(task, decision, today(), settings_.author)) writes.push_back(std::move(write));
    write_fields(writes, decision == TaskDecision::done ? "undo.what.task_done" : "undo.what.task");
}

} // namespace planner::app
