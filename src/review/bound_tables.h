#pragma once

#include <array>
#include <string>
#include <string_view>

#include "process/binding.h"

namespace planner::review {

/// A table whose rows do not belong to one card: they are the entities of a collection that belong to the same review,
/// participant or visit, whichever card shows them.
struct BoundTable {
    std::string_view binding; ///< as process files call it
    std::string_view collection;
    process::BindingOwner owner;
};

constexpr std::array<BoundTable, 5> bound_tables{{
    {"persons", "persons", process::BindingOwner::participant},
    {"seats", "seats", process::BindingOwner::visit},
    {"date_options", "date_options", process::BindingOwner::review},
    {"documents", "supporting_documents", process::BindingOwner::visit},
    {"actions", "actions", process::BindingOwner::participant},
}};

/// Null when no table is called so.
const BoundTable* bound_table(std::string_view binding);
/// Null when the collection does not hold the rows of a bound table.
const BoundTable* bound_table_of_collection(std::string_view collection);

/// The field of a row that says to whom it belongs: "participant" or "visit"; "" when all belong to the review.
std::string_view owner_field(const BoundTable& table);
/// What that field holds for rows of this participant (for a visit: of who is visited).
std::string owner_value(const BoundTable& table, std::string_view participant);
/// The participant that such a value names: the way back.
std::string participant_of_owner(const BoundTable& table, std::string_view value);

} // namespace planner::review
