#include "process/binding.h"

#include <algorithm>
#include <array>
#include <utility>

namespace planner::process {

namespace {

struct FieldBinding {
    std::string_view name;
    FieldKind kind;
};

constexpr std::array<FieldBinding, 18> field_bindings = {{
    {"participant.institution", FieldKind::text},
    {"participant.name", FieldKind::text},
    {"participant.region", FieldKind::text},
    {"participant.sector", FieldKind::choice},
    {"participant.side", FieldKind::choice},
    {"review.cycle_date", FieldKind::date},
    {"review.facilitator_contact", FieldKind::text},
    {"review.facilitator_name", FieldKind::text},
    {"review.goal", FieldKind::text},
    {"review.kickoff_date", FieldKind::date},
    {"review.kickoff_place", FieldKind::text},
    {"review.kickoff_time", FieldKind::time},
    {"review.period", FieldKind::text},
    {"visit.chair", FieldKind::text},
    {"visit.date", FieldKind::date},
    {"visit.length", FieldKind::choice},
    {"visit.place", FieldKind::text},
    {"visit.time", FieldKind::time},
}};

struct TableBinding {
    std::string_view name;
    BindingOwner owner;
    std::vector<std::string_view> columns;
};

const std::vector<TableBinding>& table_bindings() {
    static const std::vector<TableBinding> bindings = {
        {"persons", BindingOwner::participant, {"name", "function", "contact", "comes_to_kickoff"}},
        {"seats",
         BindingOwner::visit,
         {"name", "function", "contact", "participant", "role", "state", "recognises", "trained", "skills", "attitudes"}},
        {"date_options", BindingOwner::review, {"date", "time", "place"}},
        {"documents", BindingOwner::visit, {"title", "why", "asked", "received", "forwarded", "where"}},
        {"actions", BindingOwner::participant, {"activity", "why", "result", "needs", "owner", "date", "state"}},
    };
    return bindings;
}

const TableBinding* find_table(std::string_view binding) {
    for (const TableBinding& table : table_bindings()) {
        if (table.name == binding) return &table;
    }
    return nullptr;
}

} // namespace

std::optional<FieldKind> kind_of_binding(std::string_view binding) {
    for (const FieldBinding& each : field_bindings) {
        if (each.name == binding) return each.kind;
    }
    return std::nullopt;
}

std::vector<std::string_view> options_of_binding(std::string_view binding) {
    if (binding == "visit.length") return {"half_day", "whole_day"};
    if (binding == "participant.side") return {"host", "visitor"};
    return {};
}

bool is_table_binding(std::string_view binding) {
    return find_table(binding) != nullptr;
}

bool is_column_of(std::string_view table_binding, std::string_view column) {
    const TableBinding* table = find_table(table_binding);
    return table && std::find(table->columns.begin(), table->columns.end(), column) != table->columns.end();
}

bool is_participant_column(std::string_view table_binding, std::string_view column) {
    return column == "participant" && is_column_of(table_binding, column);
}

Personal personal_of_binding(std::string_view binding, std::string_view column) {
    struct Place {
        std::string_view binding, column;
        Personal personal;
    };
    static constexpr std::array<Place, 8> places = {{{"persons", "contact", Personal::contact},
                                                     {"seats", "contact", Personal::contact},
                                                     {"review.facilitator_contact", "", Personal::contact},
                                                     {"persons", "name", Personal::name},
                                                     {"seats", "name", Personal::name},
                                                     {"actions", "owner", Personal::name},
                                                     {"review.facilitator_name", "", Personal::name},
                                                     {"visit.chair", "", Personal::name}}};
    for (const Place& each : places) {
        if (each.binding == binding && each.column == column) return each.personal;
    }
    return Personal::no;
}

std::optional<BindingOwner> owner_of_binding(std::string_view binding) {
    if (const TableBinding* table = find_table(binding)) return table->owner;
    if (!kind_of_binding(binding)) return std::nullopt;
    const std::string_view what = binding.substr(0, binding.find('.'));
    if (what == "participant") return BindingOwner::participant;
    return what == "visit" ? BindingOwner::visit : BindingOwner::review;
}

bool has_owner(Scope scope, Hosting hosting, BindingOwner owner) {
    if (scope != Scope::review || owner == BindingOwner::review) return true;
    return owner == BindingOwner::visit && hosting == Hosting::one;
}

} // namespace planner::process
