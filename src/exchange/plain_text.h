#pragma once

#include <string>
#include <string_view>

namespace planner::exchange {

/// The text on one line, for a place where a line break would begin another header or property: line breaks, tabs and
/// other control characters (C0, C1, DEL) become one space, NUL disappears, both ends are trimmed. Always UTF-8:
/// U+FFFD stands for what was not.
std::string one_line(std::string_view text);

/// The text with every kind of line break (CRLF, CR, U+0085, U+2028, U+2029) as LF and without other control
/// characters but the tab. Always UTF-8.
std::string several_lines(std::string_view text);

/// Every byte for which `stays` is false as %XX in capitals (RFC 3986, 2.1).
std::string percent_encoded(std::string_view text, bool (*stays)(char));

/// A letter, a digit, or one of - . _ ~ (RFC 3986, 2.3).
bool is_unreserved(char character);
/// A letter or digit of ASCII.
bool is_alphanumeric(char character);

std::string_view trimmed(std::string_view text);

} // namespace planner::exchange
