#include "planning/messages.h"

#include <algorithm>
#include <set>
#include <utility>

#include "document/folding.h"
#include "document/order.h"
#include "planning/occasions.h"
#include "review/values.h"

namespace planner::planning {
namespace {

using process::RoleKind;

const process::Role* addressee(const process::Process& process, const process::Message& message,
                               const process::Task& task) {
    return process.role(message.to_actor() ? task.role : message.to);
}

/// Whose contacts or panel each copy of a message is for.
std::vector<std::string> audiences(const review::Review& review, RoleKind kind, const std::string& subject) {
    if (kind == RoleKind::facilitator || kind == RoleKind::everyone) return {""};
    if (!subject.empty()) return {subject};
    return review.subjects(kind == RoleKind::panel ? process::Scope::host : process::Scope::participant);
}

void read_words(const review::Review& review, PlannedMessage& message, bool current) {
    const auto text = [&](std::string_view field) {
        return review::text_of(review.document().value({message.key, std::string(field)}));
    };
    const std::string state = text(message_field::state);
    message.state = current ? MessageState::draft : MessageState::lapsed;
    if (state == state_lapsed) message.state = MessageState::lapsed;
    if (state != state_sent) return;
    message.state = MessageState::sent;
    message.sent_on = parse_day(text(message_field::sent_on));
    message.sent_by = text(message_field::sent_by);
}

void add(std::vector<Recipient>& list, std::string name, std::string contact) {
    if (!name.empty() || !contact.empty()) list.push_back({std::move(name), std::move(contact)});
}

void add_contacts(const review::Review& review, const std::string& participant, std::vector<Recipient>& list) {
    for (const review::Person& person : review.persons_of(participant)) add(list, person.name, person.contact);
}

void add_panel(const review::Review& review, const std::string& host, std::vector<Recipient>& list) {
    for (const review::Seat& seat : review.expected_seats_of(host)) add(list, seat.name, seat.contact);
}

/// The same person may be a contact person and sit in a panel.
void keep_each_once(std::vector<Recipient>& list) {
    std::set<std::pair<std::string, std::string>> seen;
    std::erase_if(list, [&](const Recipient& each) {
        return !seen.insert(each.contact.empty() ? std::pair(each.name, std::string()) : std::pair(std::string(), each.contact)).second;
    });
}

void add_facilitator(const review::Review& review, std::vector<Recipient>& list) {
    const review::Facilitator facilitator = review.facilitator();
    add(list, facilitator.name, facilitator.contact);
}

bool sends_as_facilitator(const review::Review& review, const Sender& sender) {
    if (sender.identity.kind != IdentityKind::everybody) return sender.identity.kind == IdentityKind::facilitator;
    const std::string name = document::folded(review.facilitator().name);
    return !name.empty() && (sender.name.empty() || document::folded(sender.name) == name);
}

/// Whether nobody but the facilitator reads it. The work of a task is sent whoever reads it.
bool only_facilitator_reads(const review::Review& review, const Plan& plan, RoleKind kind, const PlannedMessage& message) {
    if (message.message->on == process::MessageOn::task) return false;
    if (kind == RoleKind::facilitator) return true;
    if (kind != RoleKind::everyone || review.facilitator().name.empty()) return false;
    const std::vector<Recipient> readers = recipients_of(review, plan, message);
    return readers.size() == 1 && readers.front().name == review.facilitator().name;
}

} // namespace

document::EntityKey message_key(std::string_view message, const document::EntityKey& task, std::string_view audience,
                                std::string_view occasion) {
    std::string id = std::string(message) + "." + task.id;
    if (!audience.empty() && !task.id.ends_with("." + std::string(audience))) id.append(".").append(audience);
    if (!occasion.empty()) id.append(".").append(occasion);
    return {"messages", std::move(id)};
}

std::vector<PlannedMessage> make_messages(const review::Review& review, const Plan& plan, Day today,
                                          const Sender& sender) {
    const process::Process& process = review.process();
    const bool as_facilitator = sends_as_facilitator(review, sender);
    const Day created = parse_day(std::string_view(review.created()).substr(0, 10)).value_or(today);
    std::vector<PlannedMessage> found;
    for (std::size_t index = 0; index < plan.tasks.size(); ++index) {
        const PlannedTask& task = plan.tasks[index];
        for (const process::Message& message : process.messages) {
            if (!message.task.empty() && message.task != task.task->id) continue;
            const process::Role* role = addressee(process, message, *task.task);
            const std::vector<Occasion> times = occasions(message, plan, index, today, created);
            if (role == nullptr || times.empty()) continue;
            for (const std::string& audience : audiences(review, role->kind, task.subject)) {
                for (const Occasion& time : times) {
                    PlannedMessage planned;
                    planned.message = &message;
                    planned.task = index;
                    planned.audience = audience;
                    planned.key = message_key(message.id, task.key, audience, time.mark);
                    planned.day = time.day;
                    read_words(review, planned, time.current);
                    if (as_facilitator && planned.state != MessageState::sent &&
                        only_facilitator_reads(review, plan, role->kind, planned))
                        continue;
                    found.push_back(std::move(planned));
                }
            }
        }
    }
    document::sort_items(found, [](const PlannedMessage& left, const PlannedMessage& right) { return left.day < right.day; });
    return found;
}

bool all_sent(const review::Review& review, const process::Task& task, const std::string& subject) {
    bool sent = false;
    for (const process::Message& message : review.process().messages) {
        const process::Role* role = addressee(review.process(), message, task);
        if (message.on != process::MessageOn::task || message.task != task.id || role == nullptr) continue;
        for (const std::string& audience : audiences(review, role->kind, subject)) {
            PlannedMessage planned;
            planned.key = message_key(message.id, task_key(task.id, subject), audience, "");
            read_words(review, planned, true);
            if (planned.state == MessageState::draft) return false;
            sent = sent || planned.state == MessageState::sent;
        }
    }
    return sent;
}

const process::Role* addressee(const process::Process& process, const Plan& plan, const PlannedMessage& message) {
    return addressee(process, *message.message, *plan.tasks[message.task].task);
}

std::vector<Recipient> recipients_of(const review::Review& review, const Plan& plan, const PlannedMessage& message) {
    std::vector<Recipient> list;
    const process::Role* role = addressee(review.process(), plan, message);
    if (role == nullptr) return list;
    switch (role->kind) {
    case RoleKind::facilitator: add_facilitator(review, list); break;
    case RoleKind::contacts: add_contacts(review, message.audience, list); break;
    case RoleKind::panel: add_panel(review, message.audience, list); break;
    case RoleKind::everyone:
        add_facilitator(review, list);
        for (const std::string& id : review.subjects(process::Scope::participant)) add_contacts(review, id, list);
        for (const std::string& id : review.subjects(process::Scope::host)) add_panel(review, id, list);
        keep_each_once(list);
        break;
    }
    return list;
}

} // namespace planner::planning
