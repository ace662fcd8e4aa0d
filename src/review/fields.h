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
/// "visit.date") shares one value between cards; without one the value belongs to this card of this participant, or of
/// the whole review when `participant` is empty. The visit is that at `participant`; `Review::key_of` knows who is
/// visited when that may be somebody else.
document::FieldKey field_key(const process::Field& field, std::string_view card, std::string_view participant);

/// What must be written beside `key` the first time something is written on a card or a review day: the fields that say
/// whose it is, which its id already says to us but not to a person who reads the file. Empty when they are there.
std::vector<FieldWrite> missing_links(const document::Document& document, const document::FieldKey& key);

} // namespace planner::review
