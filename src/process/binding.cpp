#include "process/binding.h"

#include <algorithm>
#include <array>

namespace planner::process {

namespace {

constexpr std::array<std::string_view, 11> field_bindings = {
    "participant.institution", "participant.name",
    "review.facilitator_contact", "review.facilitator_name", "review.goal",
    "review.kickoff_date", "review.kickoff_place", "review.kickoff_time",
    "visit.date", "visit.place", "visit.time",
};

constexpr std::array<std::string_view, 3> person_columns = {"name", "function", "contact"};

template <typename Names>
bool contains(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

bool is_field_binding(std::string_view binding) { return contains(field_bindings, binding); }

bool is_table_binding(std::string_view binding) { return binding == "persons"; }

bool is_column_of(std::string_view table_binding, std::string_view column) {
    return is_table_binding(table_binding) && contains(person_columns, column);
}

}  // namespace planner::process
