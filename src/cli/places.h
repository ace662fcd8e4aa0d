#pragma once

#include "document/value.h"

#include <span>
#include <string>

namespace planner::cli {

/// The value at a path of names and array indices (RFC 6901 section 4); null when there is none.
const document::Value* value_at(const document::Value& root, std::span<const std::string> path);

/// Puts a value at a path inside `root`: a member, an element, or for "-" a new last element. False when what should
/// hold it is not there; `root` is unchanged then.
bool put_at(document::Value& root, std::span<const std::string> path, document::Value value);

/// Takes the member or element at a path out of `root`. False when there is none.
bool take_out(document::Value& root, std::span<const std::string> path);

} // namespace planner::cli
