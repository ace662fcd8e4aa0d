#pragma once

#include "changed_file.h"
#include "document/document.h"
#include "document/merge.h"
#include "document/read.h"
#include "document/write.h"

#include <doctest/doctest.h>

#include <string>

namespace planner::document {

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

} // namespace planner::document
