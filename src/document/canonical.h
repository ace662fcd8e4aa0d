#pragma once

#include "document/value.h"

#include <string>
#include <string_view>

namespace planner::document {

/// Adds a JSON string literal. Escapes only what JSON demands (RFC 8259 section 7).
void append_text(std::string& out, std::string_view text);

/// Adds the canonical form of a value: sorted keys, no white space, shortest numbers.
void append_value(std::string& out, const Value& value);

} // namespace planner::document
