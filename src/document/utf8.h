#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace planner::document {

/// Length in bytes of the well-formed UTF-8 sequence at `offset` (Unicode table 3-7: nothing overlong, no
/// surrogates, nothing above U+10FFFF); 0 when there is none.
std::size_t utf8_sequence_length(std::string_view text, std::size_t offset);

/// Offset of the first byte that is not UTF-8; the size of the text when all of it is.
std::size_t first_invalid_utf8(std::string_view text);

/// True for UTF-8 without NUL.
bool is_writable_text(std::string_view text);

/// The text with U+FFFD for every byte that is not UTF-8 and for every NUL.
std::string writable_text(std::string_view text);

} // namespace planner::document
