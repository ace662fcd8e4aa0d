#include "exchange/transfer_decoding.h"

#include "document/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace planner::exchange {
namespace {

constexpr char32_t no_character = 0xFFFD;

int value_in_base64(char sign) {
    if (sign >= 'A' && sign <= 'Z') return sign - 'A';
    if (sign >= 'a' && sign <= 'z') return sign - 'a' + 26;
    if (sign >= '0' && sign <= '9') return sign - '0' + 52;
    return sign == '+' ? 62 : sign == '/' ? 63 : -1;
}

void append_character(std::string& text, char32_t character) {
    const auto append = [&](char32_t bits) { text += static_cast<char>(bits); };
    if (character < 0x80) {
        append(character);
        return;
    }
    if (character < 0x800) {
        append(0xC0 | character >> 6);
    } else {
        if (character < 0x10000) {
            append(0xE0 | character >> 12);
        } else {
            append(0xF0 | character >> 18);
            append(0x80 | (character >> 12 & 0x3F));
        }
        append(0x80 | (character >> 6 & 0x3F));
    }
    append(0x80 | (character & 0x3F));
}

/// `high` is the place of the more significant byte in every two: 0 or 1.
std::string from_utf16(std::string_view bytes, std::size_t high) {
    const auto unit = [&](std::size_t at) -> char32_t {
        if (at + 1 >= bytes.size()) return no_character;
        return static_cast<char32_t>(static_cast<unsigned char>(bytes[at + high]) << 8 |
                                     static_cast<unsigned char>(bytes[at + 1 - high]));
    };
    std::string result;
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        char32_t character = unit(at);
        if (character >= 0xD800 && character < 0xE000) {
            const char32_t low = unit(at + 2);
            const bool is_pair = character < 0xDC00 && low >= 0xDC00 && low < 0xE000;
            character = is_pair ? 0x10000 + ((character - 0xD800) << 10) + (low - 0xDC00) : no_character;
            if (is_pair) at += 2;
        }
        append_character(result, character);
    }
    return result;
}

/// Windows-1252 from 0x80 to 0x9F; its other bytes are what they are in Unicode.
constexpr std::array<std::uint16_t, 32> differing{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
    std::string result;
    for (const char sign : bytes) {
        const auto byte = static_cast<unsigned char>(sign);
        append_character(result, byte >= 0x80 && byte < 0xA0 ? differing[byte - 0x80U] : byte);
    }
    return result;
}

} // namespace

int hexadecimal(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    const char small = static_cast<char>(digit | 0x20);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

std::string lower_case(std::string_view text) {
    std::string result(text);
    for (char& letter : result)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter | 0x20);
    return result;
}

bool is_base64(std::string_view text) {
    bool has_signs = false;
    for (const char sign : text) {
        const bool belongs = sign == '=' || value_in_base64(sign) >= 0;
        if (!belongs && sign != ' ' && sign != '\t' && sign != '\r' && sign != '\n') return false;
        has_signs = has_signs || belongs;
    }
    return has_signs;
}

std::string from_base64(std::string_view text) {
    std::string result;
    result.reserve(text.size() / 4 * 3);
    unsigned group = 0;
    int bits = 0;
    for (const char sign : text) {
        if (sign == '=') break;
        const int value = value_in_base64(sign);
        if (value < 0) continue;
        group = (group << 6 | static_cast<unsigned>(value)) & 0xFFFFU;
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        result += static_cast<char>(group >> bits & 0xFFU);
    }
    return result;
}

std::string from_quoted_printable(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '=') {
            result += text[at];
            continue;
        }
        const int high = at + 2 < text.size() ? hexadecimal(text[at + 1]) : -1;
        const int low = high < 0 ? -1 : hexadecimal(text[at + 2]);
        if (low >= 0) {
            result += static_cast<char>(high << 4 | low);
            at += 2;
            continue;
        }
        // White space that was added on the way may stand between "=" and the end of its line.
        const std::size_t end = text.find_first_not_of(" \t\r", at + 1);
        if (end == std::string_view::npos) break;
        if (text[end] == '\n')
            at = end;
        else
            result += '=';
    }
    return result;
}

std::string in_utf8(std::string bytes, std::string_view character_set) {
    const std::string set = lower_case(character_set);
    const auto begins = [&](std::string_view name) { return set.compare(0, name.size(), name) == 0; };
    const bool is_latin = begins("iso-8859-1") || begins("windows-1252") || begins("latin1");
    if (is_latin && document::first_invalid_utf8(bytes) < bytes.size()) return from_windows_1252(bytes);
    if (begins("utf-16")) {
        if (auto text = without_byte_order_mark(bytes)) return *text;
        return from_utf16(bytes, set == "utf-16le" ? 1 : 0);
    }
    return bytes;
}

std::optional<std::string> from_doubled_utf8(std::string_view text) {
    std::string result;
    bool changed = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = document::utf8_sequence_length(text, at);
        if (length == 0 || length > 3) return std::nullopt;
        const auto bits = [&](std::size_t index) { return static_cast<unsigned>(text[at + index]) & 0x3FU; };
        unsigned character = static_cast<unsigned char>(text[at]);
        if (length == 2) character = (character & 0x1FU) << 6 | bits(1);
        if (length == 3) character = (character & 0x0FU) << 12 | bits(1) << 6 | bits(2);
        const auto differs = std::find(differing.begin(), differing.end(), character);
        if (differs != differing.end()) character = 0x80 + static_cast<unsigned>(differs - differing.begin());
        if (character > 0xFF) return std::nullopt;
        result += static_cast<char>(character);
        changed = changed || length > 1;
        at += length;
    }
    return changed ? std::optional(std::move(result)) : std::nullopt;
}

std::optional<std::string> without_byte_order_mark(std::string_view bytes) {
    constexpr std::string_view utf8 = "\xEF\xBB\xBF";
    if (bytes.substr(0, utf8.size()) == utf8) return std::string(bytes.substr(utf8.size()));
    if (bytes.size() < 2) return std::nullopt;
    const std::string_view two = bytes.substr(0, 2);
    if (two == "\xFF\xFE") return from_utf16(bytes.substr(2), 1);
    if (two == "\xFE\xFF") return from_utf16(bytes.substr(2), 0);
    if (two == std::string_view("{\0", 2)) return from_utf16(bytes, 1);
    if (two == std::string_view("\0{", 2)) return from_utf16(bytes, 0);
    return std::nullopt;
}

} // namespace planner::exchange
