#include "document/utf8.h"

namespace planner::document {

namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

bool is_between(unsigned char byte, int low, int high) {
    return byte >= low && byte <= high;
}

} // namespace

std::size_t utf8_sequence_length(std::string_view text, std::size_t offset) {
    const auto byte = [&](std::size_t index) -> unsigned char {
        return offset + index < text.size() ? static_cast<unsigned char>(text[offset + index]) : 0;
    };
    const unsigned char lead = byte(0);
    if (lead < 0x80) {
        return offset < text.size() ? 1 : 0;
    }
    if (is_between(lead, 0xC2, 0xDF)) {
        return is_between(byte(1), 0x80, 0xBF) ? 2 : 0;
    }
    if (is_between(lead, 0xE0, 0xEF)) {
        const int low = lead == 0xE0 ? 0xA0 : 0x80;
        const int high = lead == 0xED ? 0x9F : 0xBF;
        return is_between(byte(1), low, high) && is_between(byte(2), 0x80, 0xBF) ? 3 : 0;
    }
    if (is_between(lead, 0xF0, 0xF4)) {
        const int low = lead == 0xF0 ? 0x90 : 0x80;
        const int high = lead == 0xF4 ? 0x8F : 0xBF;
        const bool tail = is_between(byte(2), 0x80, 0xBF) && is_between(byte(3), 0x80, 0xBF);
        return is_between(byte(1), low, high) && tail ? 4 : 0;
    }
    return 0;
}

std::size_t first_invalid_utf8(std::string_view text) {
    std::size_t offset = 0;
    while (offset < text.size()) {
        if (static_cast<unsigned char>(text[offset]) < 0x80) {
            ++offset;
            continue;
        }
        const std::size_t length = utf8_sequence_length(text, offset);
        if (length == 0) {
            return offset;
        }
        offset += length;
    }
    return offset;
}

bool is_writable_text(std::string_view text) {
    return text.find('\0') == std::string_view::npos && first_invalid_utf8(text) == text.size();
}

std::string writable_text(std::string_view text) {
    std::string result;
    std::size_t offset = 0;
    while (offset < text.size()) {
        const std::size_t length = text[offset] == '\0' ? 0 : utf8_sequence_length(text, offset);
        result += length == 0 ? replacement_character : text.substr(offset, length);
        offset += length == 0 ? 1 : length;
    }
    return result;
}

} // namespace planner::document
