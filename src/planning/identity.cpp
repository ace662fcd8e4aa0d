#include "planning/identity.h"

#include <algorithm>
#include <utility>

namespace planner::planning {
namespace {

using process::RoleKind;
using process::Scope;

Part everybody(const review::Review& review) {
    Part part;
    part.facilitates = true;
    for (const std::string& id : review.subjects(Scope::participant)) part.contact_of.insert(id);
    for (const std::string& id : review.subjects(Scope::host)) part.panel_of.insert(id);
    return part;
}

/// The panels in which somebody sits that `is_meant` says yes to.
template <class IsMeant>
void add_panels(const review::Review& review, Part& part, const IsMeant& is_meant) {
    for (const std::string& host : review.subjects(Scope::host)) {
        const auto seats = review.expected_seats_of(host);
        if (std::any_of(seats.begin(), seats.end(), is_meant)) part.panel_of.insert(host);
    }
}

Part participant(const review::Review& review, const std::string& id) {
    Part part;
    if (!review.participant(id)) return part;
    part.contact_of.insert(id);
    add_panels(review, part, [&](const review::Seat& seat) { return seat.participant == id; });
    return part;
}

/// The same person may be in several lists; who has the same name and comes from the same participant is the same.
void add_everywhere(const review::Review& review, Part& part, const std::string& from, const std::string& name) {
    if (name.empty()) return;
    for (const review::Person& person : review.persons_of(from)) {
        if (person.name == name) part.contact_of.insert(from);
    }
    add_panels(review, part, [&](const review::Seat& seat) { return seat.participant == from && seat.name == name; });
}

Part person(const review::Review& review, const std::string& id) {
    Part part;
    for (const std::string& participant : review.subjects(Scope::participant)) {
        for (const review::Person& each : review.persons_of(participant)) {
            if (each.id != id) continue;
            part.contact_of.insert(participant);
            add_everywhere(review, part, participant, each.name);
        }
    }
    for (const std::string& host : review.subjects(Scope::host)) {
        for (const review::Seat& seat : review.expected_seats_of(host)) {
            if (seat.id != id) continue;
            part.panel_of.insert(host);
            add_everywhere(review, part, seat.participant, seat.name);
        }
    }
    return part;
}

constexpr std::string_view facilitator_text = "facilitator", participant_prefix = "participant.",
                           person_prefix = "person.";

void add_known(std::vector<KnownPerson>& list, KnownPerson person) {
    const auto same = [&](const KnownPerson& each) {
        return each.participant == person.participant && each.name == person.name;
    };
    if (!person.name.empty() && std::none_of(list.begin(), list.end(), same)) list.push_back(std::move(person));
}

} // namespace

std::string to_text(const Identity& identity) {
    switch (identity.kind) {
    case IdentityKind::everybody: break;
    case IdentityKind::facilitator: return std::string(facilitator_text);
    case IdentityKind::participant: return std::string(participant_prefix) + identity.id;
    case IdentityKind::person: return std::string(person_prefix) + identity.id;
    }
    return "";
}

Identity identity_from_text(std::string_view text) {
    if (text == facilitator_text) return {IdentityKind::facilitator, ""};
    if (text.starts_with(participant_prefix))
        return {IdentityKind::participant, std::string(text.substr(participant_prefix.size()))};
    if (text.starts_with(person_prefix)) return {IdentityKind::person, std::string(text.substr(person_prefix.size()))};
    return {};
}

bool Part::has(RoleKind role, const review::Review& review, const std::string& subject) const {
    switch (role) {
    case RoleKind::facilitator: return facilitates;
    case RoleKind::contacts: return subject.empty() ? !contact_of.empty() : contact_of.contains(subject);
    case RoleKind::panel: return subject.empty() ? !panel_of.empty() : panel_of.contains(review.host_of(subject));
    case RoleKind::everyone: return true;
    }
    return false;
}

bool Part::acts_in(const PlannedTask& task, const review::Review& review) const {
    const process::Role* role = review.process().role(task.task->role);
    return role != nullptr && !empty() && has(role->kind, review, task.subject);
}

bool Part::goes_to(const review::Review& review, const std::string& host) const {
    return facilitates || panel_of.contains(host) ||
           std::any_of(contact_of.begin(), contact_of.end(),
                       [&](const std::string& participant) { return review.host_of(participant) == host; });
}

Part part_of(const review::Review& review, const Identity& identity) {
    switch (identity.kind) {
    case IdentityKind::everybody: return everybody(review);
    case IdentityKind::facilitator: return {true, {}, {}};
    case IdentityKind::participant: return participant(review, identity.id);
    case IdentityKind::person: return person(review, identity.id);
    }
    return {};
}

Part part_of(const review::Review& review, RoleKind role, const std::string& subject) {
    switch (role) {
    case RoleKind::facilitator: return {true, {}, {}};
    case RoleKind::contacts: return participant(review, subject);
    case RoleKind::panel: return {false, {}, {subject}};
    case RoleKind::everyone: return everybody(review);
    }
    return {};
}

std::vector<KnownPerson> known_persons(const review::Review& review) {
    std::vector<KnownPerson> list;
    for (const std::string& participant : review.subjects(Scope::participant)) {
        for (const review::Person& each : review.persons_of(participant))
            add_known(list, {each.id, participant, each.name});
    }
    for (const std::string& host : review.subjects(Scope::host)) {
        for (const review::Seat& seat : review.expected_seats_of(host))
            add_known(list, {seat.id, seat.participant, seat.name});
    }
    return list;
}

bool is_known(const review::Review& review, const Identity& identity) {
    return !part_of(review, identity).empty();
}

} // namespace planner::planning
