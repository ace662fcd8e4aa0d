#pragma once

#include "process/process.h"

#include <optional>
#include <string_view>
#include <vector>

namespace planner::process {

/// To whom a bound value or a row of a bound table belongs.
enum class BindingOwner { review, participant, visit };

/// The kind of what is kept under a binding "<what>.<field>", where what is the review, the participant of the card
/// or the participant's visit ("participant.institution"); nothing when a field cannot be bound to it.
std::optional<FieldKind> kind_of_binding(std::string_view binding);

/// The ids that the options of a field with this binding may have: the planner itself knows what they mean. Empty when
/// the process is free to choose them.
std::vector<std::string_view> options_of_binding(std::string_view binding);

/// True when the rows of a table may be the entities of this collection that belong to the participant ("persons"), its
/// visit or the review.
bool is_table_binding(std::string_view binding);

/// True when an entity of that collection has this field, so that a table bound to it may have the column.
bool is_column_of(std::string_view table_binding, std::string_view column);

/// True when that column of a bound table holds the id of a participant: a choice whose options are the participants.
bool is_participant_column(std::string_view table_binding, std::string_view column);

/// Whether what is kept under a binding, or in a column of a bound table ("persons", "contact"), is somebody's name or how
/// to reach them, whatever a process calls it.
Personal personal_of_binding(std::string_view binding, std::string_view column = "");

/// Nothing when neither a field nor a table can be bound to it.
std::optional<BindingOwner> owner_of_binding(std::string_view binding);

/// Whether who has something of this scope has one such owner. It is not so when the whole review is asked for a
/// participant, or for a visit while there are several.
bool has_owner(Scope scope, Hosting hosting, BindingOwner owner);

} // namespace planner::process
