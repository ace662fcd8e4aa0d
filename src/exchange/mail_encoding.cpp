#include "exchange/mail_encoding.h"

#include "document/utf8.h"
#include "exchange/plain_text.h"

#include <algorithm>

namespace planner::exchange {
namespace {

constexpr std::size_t longest_line = 76;
/// Octets in one encoded word: 52 characters of base64 and 12 around them leave room for "Subject: ".
constexpr std::size_t encoded_word_octets = 39;
constexpr std::size_t longest_file_name = 120;

bool is_printable_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7F; });
}

/// Whether readers give it back as it is: they take =? for the start of an encoded word, and may make one space of two.
bool survives_in_header(std::string_view text) {
    const auto has = [&](std::string_view part) { return text.find(part) != std::string_view::npos; };
    return is_printable_ascii(text) && !has("=?") && !has("  ");
}

std::size_t character_length(std::string_view text, std::size_t offset) {
    return std::max<std::size_t>(document::utf8_sequence_length(text, offset), 1);
}

/// How many octets from `start` fit in `octets` without cutting a character.
std::size_t fitting(std::string_view text, std::size_t start, std::size_t octets) {
    std::size_t end = start;
    while (end < text.size() && end + character_length(text, end) - start <= octets) end += character_length(text, end);
    return end - start;
}

std::string encoded_words(std::string_view text) {
    std::string result;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t length = fitting(text, start, encoded_word_octets);
        if (start > 0) result += "\r\n ";
        result += "=?UTF-8?B?" + base64(text.substr(start, length)) + "?=";
        start += length;
    }
    return result;
}

std::string encode_all(std::string_view bytes) {
    std::string result = percent_encoded(bytes, [](char) { return false; });
    std::replace(result.begin(), result.end(), '%', '=');
    return result;
}

/// One character of `line` as it stands in quoted-printable: white space at the end of a line gets lost on the way, a
/// dot alone ends a message, and "From " begins another one in a mailbox file.
std::string quoted_character(std::string_view line, std::size_t offset) {
    const std::string_view character = line.substr(offset, character_length(line, offset));
    const char first = character[0];
    const bool is_space = first == ' ' || first == '\t';
    const bool is_last = offset + character.size() == line.size();
    const bool misleads = offset == 0 && (first == '.' || line.substr(0, 5) == "From ");
    const bool stays = (is_space && !is_last) || (first > ' ' && first < 0x7F && first != '=' && !misleads);
    return stays ? std::string(character) : encode_all(character);
}

std::string quoted_line(std::string_view line) {
    std::string result;
    std::size_t width = 0;
    for (std::size_t offset = 0; offset < line.size(); offset += character_length(line, offset)) {
        const std::string character = quoted_character(line, offset);
        if (width + character.size() > longest_line - 1) {
            result += "=\r\n";
            width = 0;
        }
        result += character;
        width += character.size();
    }
    return result;
}

} // namespace

std::string base64(std::string_view bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string result;
    result.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t start = 0; start < bytes.size(); start += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - start);
        unsigned group = 0;
        for (std::size_t index = 0; index < 3; ++index)
            group = group << 8 | (index < count ? static_cast<unsigned char>(bytes[start + index]) : 0U);
        for (std::size_t index = 0; index < 4; ++index)
            result += index <= count ? alphabet[group >> (18 - 6 * index) & 63] : '=';
    }
    return result;
}

std::string base64_lines(std::string_view bytes) {
    const std::string all = base64(bytes);
    std::string result;
    result.reserve(all.size() + all.size() / longest_line * 2 + 2);
    for (std::size_t start = 0; start < all.size(); start += longest_line)
        result.append(start > 0 ? "\r\n" : "").append(all, start, longest_line);
    return result;
}

std::string quoted_printable(std::string_view text) {
    std::string result;
    std::size_t start = 0;
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', start)) {
        result += quoted_line(text.substr(start, end - start)) + "\r\n";
        start = end + 1;
    }
    return result + quoted_line(text.substr(start));
}

std::string header_text(std::string_view text, std::size_t room_taken) {
    const bool stays = survives_in_header(text) && room_taken + text.size() <= longest_line;
    return stays ? std::string(text) : encoded_words(text);
}

std::string header_name(std::string_view name) {
    constexpr std::size_t longest_quoted = 60;
    if (!survives_in_header(name) || name.size() > longest_quoted) return encoded_words(name);
    std::string result = "\"";
    for (const char character : name) {
        if (character == '"' || character == '\\') result += '\\';
        result += character;
    }
    return result + '"';
}

std::string safe_file_name(std::string_view name) {
    std::string result = one_line(name);
    const auto both_spaces = [](char left, char right) { return left == ' ' && right == ' '; };
    result.erase(std::unique(result.begin(), result.end(), both_spaces), result.end());
    for (char& character : result)
        if (std::string_view("/\\:*?\"<>|").find(character) != std::string_view::npos) character = '-';
    if (result.size() > longest_file_name) {
        // The end says what kind of file it is.
        const std::size_t dot = result.rfind('.');
        const bool has_ending = dot != std::string::npos && result.size() - dot <= 10;
        const std::string ending = has_ending ? result.substr(dot) : "";
        result = result.substr(0, fitting(result, 0, longest_file_name - ending.size())) + ending;
    }
    const std::size_t first = result.find_first_not_of(". ");
    if (first == std::string::npos) return "bijlage";
    return result.substr(first, result.find_last_not_of(". ") - first + 1);
}

std::string file_name_parameters(std::string_view parameter, std::string_view safe_name) {
    constexpr std::size_t longest_part = 18; // octets: 54 characters when all of them are encoded
    std::string plain;
    for (std::size_t offset = 0; offset < safe_name.size(); offset += character_length(safe_name, offset))
        plain += safe_name[offset] >= ' ' && safe_name[offset] < 0x7F ? safe_name[offset] : '_';
    const std::string start = ";\r\n " + std::string(parameter);
    std::string result = start + "=\"" + plain + '"';
    if (is_printable_ascii(safe_name)) return result;
    const bool is_long = safe_name.size() > longest_part;
    for (std::size_t offset = 0, part = 0; offset < safe_name.size(); ++part) {
        const std::size_t length = fitting(safe_name, offset, longest_part);
        result += start + (is_long ? '*' + std::to_string(part) : "") + "*=" + (part == 0 ? "UTF-8''" : "");
        result += percent_encoded(safe_name.substr(offset, length), is_unreserved);
        offset += length;
    }
    return result;
}

} // namespace planner::exchange
