#pragma once

#include "process/process.h"

#include <optional>
#include <string_view>

namespace planner::process {

/// The kind of what is kept under a binding "<what>.<field>", where what is the review, the participant of the card
/// or the participant's visit ("participant.institution"); nothing when a field cannot be bound to it.
std::optional<FieldKind> kind_of_binding(std::string_view binding);

/// True when the rows of a table may be the entities of this collection that belong to the participant ("persons").
bool is_table_binding(std::string_view binding);

/// True when an entity of that collection has this field, so that a table bound to it may have the column.
bool is_column_of(std::string_view table_binding, std::string_view column);

} // namespace planner::process
