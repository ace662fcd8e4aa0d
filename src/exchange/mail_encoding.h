#pragma once

#include <string>
#include <string_view>

namespace planner::exchange {

/// Base64 (RFC 2045, 6.8) without line breaks.
std::string base64(std::string_view bytes);

/// Base64 in lines of 76 characters with CRLF between them.
std::string base64_lines(std::string_view bytes);

/// Quoted-printable (RFC 2045, 6.7) of a text with LF between its lines: at most 76 characters in a line, CRLF between
/// lines. No UTF-8 character is cut; nothing in it looks like the end of a message or the start of another one.
std::string quoted_printable(std::string_view text);

/// The value of a header that people read, such as Subject, after "Name: " of `room_taken` characters: as it is when
/// that is short ASCII, else as encoded words of UTF-8 (RFC 2047), each on a line of its own. `text` is on one line.
std::string header_text(std::string_view text, std::size_t room_taken);

/// The name of a mailbox: a quoted string or encoded words. `name` is on one line and not empty.
std::string header_name(std::string_view name);

/// A file name that every system takes: no folder, no sign that Windows refuses, no dot at an end, single spaces, at
/// most 120 octets, "bijlage" when nothing is left.
std::string safe_file_name(std::string_view name);

/// ; name="..." as parameters of a MIME header, each on a line of its own. What is not ASCII goes as RFC 2231
/// says, in parts when it is long, after a plain form with _ for those who do not know that.
std::string file_name_parameters(std::string_view parameter, std::string_view safe_name);

} // namespace planner::exchange
