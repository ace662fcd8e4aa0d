#pragma once

#include <string>
#include <string_view>

namespace planner::exchange {

/// The content lines of an iCalendar object (RFC 5545, 3.1): ended with CRLF, folded so that no line is longer than 75
/// octets and no UTF-8 character is cut. Lines of exactly 75 octets are not folded.
class ContentLines {
public:
    /// `name` with its parameters, `value` as it stands in the file.
    void add(std::string_view name, std::string_view value);
    /// Adds a TEXT value (RFC 5545, 3.3.11): backslash, semicolon, comma and line break escaped. Nothing for "".
    void add_text(std::string_view name, std::string_view text);

    [[nodiscard]] const std::string& bytes() const { return bytes_; }

private:
    std::string bytes_;
};

/// A parameter value between quotes. It cannot hold a double quote (RFC 5545, 3.2): an apostrophe takes its place.
std::string quoted_parameter(std::string_view text);

} // namespace planner::exchange
