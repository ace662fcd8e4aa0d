#include "exchange/content_lines.h"

#include "exchange/plain_text.h"

#include <algorithm>

namespace planner::exchange {
namespace {

constexpr std::size_t longest_content_line = 75;

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

} // namespace

void ContentLines::add(std::string_view name, std::string_view value) {
    std::string line(name);
    line += ':';
    line += value;
    std::size_t room = longest_content_line;
    std::size_t start = 0;
    while (line.size() - start > room) {
        std::size_t end = start + room;
        while (end > start + 1 && is_continuation(line[end])) --end;
        bytes_.append(line, start, end - start).append("\r\n ");
        start = end;
        room = longest_content_line - 1; // the space that begins a continuation line counts
    }
    bytes_.append(line, start).append("\r\n");
}

void ContentLines::add_text(std::string_view name, std::string_view text) {
    if (text.empty()) return;
    std::string value;
    for (const char character : several_lines(text)) {
        if (character == '\\' || character == ';' || character == ',') value += '\\';
        value += character == '\n' ? std::string_view("\\n") : std::string_view(&character, 1);
    }
    add(name, value);
}

std::string quoted_parameter(std::string_view text) {
    std::string value = one_line(text);
    std::replace(value.begin(), value.end(), '"', '\'');
    return '"' + value + '"';
}

} // namespace planner::exchange
