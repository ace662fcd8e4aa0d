#pragma once

#include <string>
#include <string_view>

#include "review/rows.h"

namespace planner::review {

/// Fields of a row whose place another one took. Such a row is in no table any more, but is kept: who it was, who came
/// instead, when and why.
namespace replaced_field {
constexpr std::string_view by = "replaced_by"; ///< id of the row that took its place; "" while nobody did
constexpr std::string_view on = "replaced_on"; ///< yyyy-mm-dd
constexpr std::string_view why = "replaced_why";
} // namespace replaced_field

struct Replacement {
    NewRow made;                    ///< who comes instead, on the same place in the same table
    std::vector<FieldWrite> beside; ///< what makes the old row a former one
};

/// What to write to put a new row in the place of a seat. It says nothing yet but what goes with the place: from which
/// participant somebody comes, and in which role. Its id is derived, so that two copies that replace the same seat fill
/// in one new seat. Nothing is written when the seat is not there or was replaced already.
Replacement replace_seat(const document::Document& document, const document::EntityKey& seat, std::string_view today);

} // namespace planner::review
