#include "exchange/plain_text.h"

#include "document/utf8.h"

#include <algorithm>

namespace planner::exchange {
namespace {

enum class Kind { visible, tab, line_break, control, nothing };

struct Piece {
    std::string_view bytes;
    Kind kind;
};

Kind kind_of_ascii(char character) {
    if (character == '\0') return Kind::nothing;
    if (character == '\t') return Kind::tab;
    if (character == '\n' || character == '\r') return Kind::line_break;
    return static_cast<unsigned char>(character) < 0x20 || character == 0x7F ? Kind::control : Kind::visible;
}

Kind kind_of_sequence(std::string_view bytes) {
    if (bytes == "\xC2\x85" || bytes == "\xE2\x80\xA8" || bytes == "\xE2\x80\xA9") return Kind::line_break;
    const bool is_c1 = bytes[0] == '\xC2' && static_cast<unsigned char>(bytes[1]) < 0xA0;
    return is_c1 ? Kind::control : Kind::visible;
}

/// The character at `offset`; CR LF counts as one.
Piece piece_at(std::string_view text, std::size_t offset) {
    if (text.substr(offset, 2) == "\r\n") return {text.substr(offset, 2), Kind::line_break};
    const std::size_t length = document::utf8_sequence_length(text, offset);
    const std::string_view bytes = text.substr(offset, std::max<std::size_t>(length, 1));
    if (length > 1) return {bytes, kind_of_sequence(bytes)};
    return {bytes, length == 0 ? Kind::visible : kind_of_ascii(bytes[0])};
}

void append_visible(std::string& result, std::string_view bytes) {
    const bool is_valid = document::utf8_sequence_length(bytes, 0) == bytes.size();
    result += is_valid ? bytes : "\xEF\xBF\xBD";
}

} // namespace

std::string one_line(std::string_view text) {
    std::string result;
    bool replaced = false;
    for (std::size_t offset = 0; offset < text.size();) {
        const Piece piece = piece_at(text, offset);
        offset += piece.bytes.size();
        if (piece.kind == Kind::nothing) continue;
        if (piece.kind == Kind::visible)
            append_visible(result, piece.bytes);
        else if (!replaced)
            result += ' ';
        replaced = piece.kind != Kind::visible;
    }
    return std::string(trimmed(result));
}

std::string several_lines(std::string_view text) {
    std::string result;
    for (std::size_t offset = 0; offset < text.size();) {
        const Piece piece = piece_at(text, offset);
        offset += piece.bytes.size();
        if (piece.kind == Kind::visible) append_visible(result, piece.bytes);
        if (piece.kind == Kind::tab) result += '\t';
        if (piece.kind == Kind::line_break) result += '\n';
    }
    return result;
}

std::string percent_encoded(std::string_view text, bool (*stays)(char)) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result;
    for (const char character : text) {
        if (stays(character)) {
            result += character;
            continue;
        }
        const auto byte = static_cast<unsigned char>(character);
        result += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return result;
}

bool is_alphanumeric(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           (character >= '0' && character <= '9');
}

bool is_unreserved(char character) {
    return is_alphanumeric(character) || std::string_view("-._~").find(character) != std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

} // namespace planner::exchange
