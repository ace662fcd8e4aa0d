#include "exchange/calendar_owner.h"

#include <algorithm>

namespace planner::exchange {
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
        const auto seats = review.seats_of(host);
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
        for (const review::Seat& seat : review.seats_of(host)) {
            if (seat.id != id) continue;
            part.panel_of.insert(host);
            add_everywhere(review, part, seat.participant, seat.name);
        }
    }
    return part;
}

} // namespace

bool Part::has(RoleKind role, const review::Review& review, const std::string& subject) const {
    switch (role) {
    case RoleKind::facilitator: return facilitates;
    case RoleKind::contacts: return subject.empty() ? !contact_of.empty() : contact_of.contains(subject);
    case RoleKind::panel: return subject.empty() ? !panel_of.empty() : panel_of.contains(review.host_of(subject));
    case RoleKind::everyone: return true;
    }
    return false;
}

bool Part::goes_to(const review::Review& review, const std::string& host) const {
    return facilitates || panel_of.contains(host) ||
           std::any_of(contact_of.begin(), contact_of.end(),
                       [&](const std::string& participant) { return review.host_of(participant) == host; });
}

Part part_of(const review::Review& review, const CalendarOwner& owner) {
    switch (owner.kind) {
    case CalendarOf::everybody: return everybody(review);
    case CalendarOf::facilitator: return {true, {}, {}};
    case CalendarOf::participant: return participant(review, owner.id);
    case CalendarOf::person: return person(review, owner.id);
    }
    return {};
}

bool is_known(const review::Review& review, const CalendarOwner& owner) {
    return !part_of(review, owner).empty();
}

} // namespace planner::exchange
