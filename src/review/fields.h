#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "process/process.h"

namespace planner::review {

/// One value to write; commands are lists of these.
struct FieldWrite {
    document::FieldKey key;
    document::Value value;
};

/// Where the value of a process field is kept. A binding ("participant.institution", "review.facilitator_name",
/// "visit.date") shares one value between cards; without one the value belongs to this card of this participant.
document::FieldKey field_key(const process::Field& field, std::string_view card, std::string_view participant);

/// The field `id` of a card, or null.
const process::Field* find_field(const process::Card& card, std::string_view id);

} // namespace planner::review
