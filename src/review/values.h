#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "document/value.h"

namespace planner::review {

/// The text in `value`; "" for anything that is not a text. Documents come from other people, so a field may hold any
/// JSON.
std::string text_of(const document::Value& value);

/// The texts in a list; a text alone is a list of one. Empty for anything else.
std::vector<std::string> texts_of(const document::Value& value);

/// The whole number in `value`, as a number or as a text of digits, at most 100,000; 0 for anything else.
std::size_t whole_number_of(const document::Value& value);

/// Whether a person would say that something is filled in: not null, no empty text or list, not an unticked box.
/// A text of white space only is empty.
bool is_filled(const document::Value& value);

} // namespace planner::review
