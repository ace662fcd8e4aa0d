#include "process/binding.h"

#include <algorithm>
#include <array>
#include <utility>

namespace planner::process {

namespace {

constexpr std::array<std::pair<std::string_view, FieldKind>, 11> field_bindings = {{
    {"participant.institution", FieldKind::text},
    {"participant.name", FieldKind::text},
    {"review.facilitator_contact", FieldKind::text},
    {"review.facilitator_name", FieldKind::text},
    {"review.goal", FieldKind::text},
    {"review.kickoff_date", FieldKind::date},
    {"review.kickoff_place", FieldKind::text},
    {"review.kickoff_time", FieldKind::time},
    {"visit.date", FieldKind::date},
    {"visit.place", FieldKind::text},
    {"visit.time", FieldKind::time},
}};

constexpr std::array<std::string_view, 3> person_columns = {"name", "function", "contact"};

} // namespace

std::optional<FieldKind> kind_of_binding(std::string_view binding) {
    for (const auto& [name, kind] : field_bindings) {
        if (name == binding) return kind;
    }
    return std::nullopt;
}

bool is_table_binding(std::string_view binding) {
    return binding == "persons";
}

bool is_column_of(std::string_view table_binding, std::string_view column) {
    return is_table_binding(table_binding) &&
           std::find(person_columns.begin(), person_columns.end(), column) != person_columns.end();
}

} // namespace planner::process
