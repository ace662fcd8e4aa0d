#pragma once

#include <string>

#include "document/value.h"

namespace planner::review {

/// The text in `value`; "" for anything that is not a text. Documents come from other people, so a field may hold any
/// JSON.
std::string text_of(const document::Value& value);

/// Whether a person would say that something is filled in: not null, no empty text or list, not an unticked box.
/// A text of white space only is empty.
bool is_filled(const document::Value& value);

} // namespace planner::review
