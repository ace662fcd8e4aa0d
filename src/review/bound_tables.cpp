#include "review/bound_tables.h"

#include <algorithm>

#include "review/ids.h"

namespace planner::review {
namespace {

using process::BindingOwner;

template <class Matches>
const BoundTable* find(const Matches& matches) {
    const auto* found = std::find_if(bound_tables.begin(), bound_tables.end(), matches);
    return found == bound_tables.end() ? nullptr : found;
}

} // namespace

const BoundTable* bound_table(std::string_view binding) {
    return find([&](const BoundTable& table) { return table.binding == binding; });
}

const BoundTable* bound_table_of_collection(std::string_view collection) {
    return find([&](const BoundTable& table) { return table.collection == collection; });
}

std::string_view owner_field(const BoundTable& table) {
    switch (table.owner) {
    case BindingOwner::participant: return "participant";
    case BindingOwner::visit: return "visit";
    case BindingOwner::review: break;
    }
    return "";
}

std::string owner_value(const BoundTable& table, std::string_view participant) {
    switch (table.owner) {
    case BindingOwner::participant: return std::string(participant);
    case BindingOwner::visit: return visit_key(participant).id;
    case BindingOwner::review: break;
    }
    return "";
}

std::string participant_of_owner(const BoundTable& table, std::string_view value) {
    return table.owner == BindingOwner::visit ? split_card_id(value).participant : std::string(value);
}

} // namespace planner::review
