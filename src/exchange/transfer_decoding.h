#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace planner::exchange {

/// Text of base64 and white space only, that is not empty.
bool is_base64(std::string_view text);

/// The bytes of a base64 text (RFC 2045, 6.8): signs that do not belong to it are skipped, "=" ends it.
std::string from_base64(std::string_view text);

/// The bytes of a quoted-printable text (RFC 2045, 6.7); a "=" that says nothing stays as it is.
std::string from_quoted_printable(std::string_view text);

/// The text in UTF-8, from the character set that a mail names: UTF-16, and Latin-1 (as Windows-1252, which is what
/// senders mean) unless it is UTF-8, which programs label wrongly. Bytes of any other set stay as they are.
std::string in_utf8(std::string bytes, std::string_view character_set);

/// The text as UTF-8 without byte order mark; nothing when it is that already. Takes away the mark of UTF-8, and reads
/// UTF-16 that has a mark or begins with "{". U+FFFD stands for what is no character.
std::optional<std::string> without_byte_order_mark(std::string_view bytes);

/// The bytes of a text that was taken for Windows-1252 and written as UTF-8 once more, so that "é" became "Ã©"; nothing when it
/// cannot have been.
std::optional<std::string> from_doubled_utf8(std::string_view text);

/// A to Z of ASCII as a to z.
std::string lower_case(std::string_view text);

/// 0 to 15, or -1 when this is no hexadecimal digit.
int hexadecimal(char digit);

} // namespace planner::exchange
