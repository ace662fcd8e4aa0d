// Who hosts, who visits, and to whom the values and rows of a card belong because of that.

#include "review/review.h"

#include <algorithm>

#include "review/bound_tables.h"
#include "review/ids.h"
#include "review/values.h"

namespace planner::review {
namespace {

using process::BindingOwner;

constexpr std::string_view visit_bindings = "visit.";

/// The index of the one host among the ids, which are not none.
std::size_t index_of_host(const document::Document& document, const std::vector<std::string>& ids) {
    const auto says_so = [&](const std::string& id) {
        return document.value({participant_key(id), "side"}) == host_side;
    };
    const auto found = std::find_if(ids.begin(), ids.end(), says_so);
    return found == ids.end() ? 0 : static_cast<std::size_t>(found - ids.begin());
}

bool belongs_to_visit(const process::Field& table) {
    const BoundTable* bound = bound_table(table.binding);
    return bound != nullptr && bound->owner == BindingOwner::visit;
}

} // namespace

std::vector<std::string> Review::subjects(process::Scope scope) const {
    if (scope == process::Scope::review) return {""};
    std::vector<std::string> ids = sorted_ids(*document_, "participants");
    const bool all = process_->participants.hosting == process::Hosting::every || scope == process::Scope::participant;
    if (all || ids.empty()) return ids;
    const auto host = ids.begin() + static_cast<std::ptrdiff_t>(index_of_host(*document_, ids));
    if (scope == process::Scope::host) return {*host};
    ids.erase(host);
    return ids;
}

std::vector<Participant> Review::participants_of(process::Scope scope) const {
    std::vector<Participant> found;
    for (const std::string& id : subjects(scope)) {
        if (std::optional<Participant> each = participant(id)) found.push_back(std::move(*each));
    }
    return found;
}

std::vector<Participant> Review::participants() const {
    return participants_of(process::Scope::participant);
}

std::vector<Participant> Review::hosts() const {
    return participants_of(process::Scope::host);
}

std::vector<Participant> Review::visitors() const {
    return participants_of(process::Scope::visitor);
}

std::string Review::host_of(std::string_view participant) const {
    if (process_->participants.hosting == process::Hosting::every) return std::string(participant);
    const std::vector<std::string> hosts = subjects(process::Scope::host);
    return hosts.empty() ? "" : hosts.front();
}

document::FieldKey Review::key_of(std::string_view card, std::string_view participant,
                                  const process::Field& field) const {
    const bool of_visit = field.binding.compare(0, visit_bindings.size(), visit_bindings) == 0;
    return of_visit ? field_key(field, card, host_of(participant)) : field_key(field, card, participant);
}

TableKey Review::table_of(std::string_view card, std::string_view participant, const process::Field& table) const {
    std::string owner = belongs_to_visit(table) ? host_of(participant) : std::string(participant);
    return {std::string(card), std::move(owner), &table};
}

} // namespace planner::review
