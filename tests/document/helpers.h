#pragma once

#include "document/document.h"
#include "document/merge.h"
#include "document/read.h"
#include "document/write.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>

namespace planner::document {

using Change = std::function<void(Value& root)>;

Stamp stamp_of(std::uint64_t replica, std::int64_t time = 1000);

/// A field of entity `id` in the collection "rows".
FieldKey key_of(const std::string& id, const std::string& field);

/// A document with the field rows/a/title, written by replica 1.
Document one_field(const std::string& value);

/// Merges what must be mergeable.
MergeReport merged(Document& ours, const Document& theirs);

/// Reads what must be readable.
ReadDocument read_back(const std::string& bytes);

/// The refusal of what must not be readable.
Refusal refusal_of(const std::string& bytes);

/// A file changed as JSON, its checksum left as it was: an edit by hand.
std::string edited_by_hand(const std::string& bytes, const Change& change);

/// A file changed as JSON, with a checksum that holds: what a newer version or a liar could send.
std::string edited_with_checksum(const std::string& bytes, const Change& change);

} // namespace planner::document
