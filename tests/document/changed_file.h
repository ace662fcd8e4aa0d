#pragma once

#include "document/value.h"

#include <functional>
#include <string>

namespace planner::document {

using Change = std::function<void(Value& root)>;

/// A file changed as JSON, its checksum left as it was: an edit by hand.
std::string edited_by_hand(const std::string& bytes, const Change& change);

/// A file changed as JSON, with a checksum that holds: what a newer version or a liar could send.
std::string edited_with_checksum(const std::string& bytes, const Change& change);

} // namespace planner::document
