#include "document/folding.h"

#include <algorithm>
#include <cstddef>

#include "document/utf8.h"

namespace planner::document {
namespace {

/// Base letters of U+00C0 to U+017F; '*' stands for the letters that become two, '-' for the two signs that stay.
constexpr std::string_view base_letters = "aaaaaa*ceeeeiiiidnooooo-ouuuuy**aaaaaa*ceeeeiiiidnooooo-ouuuuy*y"
                                          "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll"
                                          "lllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(base_letters.size() == 0x180 - 0xC0);

std::string_view two_letters(unsigned code) {
    switch (code) {
    case 0xC6:
    case 0xE6: return "ae";
    case 0xDE:
    case 0xFE: return "th";
    case 0xDF: return "ss";
    case 0x132:
    case 0x133: return "ij";
    default: return "oe";
    }
}

unsigned decode_two_bytes(std::string_view bytes) {
    return (static_cast<unsigned char>(bytes[0]) & 0x1FU) << 6 | (static_cast<unsigned char>(bytes[1]) & 0x3FU);
}

void append_folded(std::string& result, std::string_view character) {
    if (character.size() == 1) {
        const char c = character[0];
        result += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        return;
    }
    if (character.size() == 2) {
        const unsigned code = decode_two_bytes(character);
        if (code >= 0x300 && code < 0x370) return;
        if (code >= 0xC0 && code < 0x180 && base_letters[code - 0xC0] != '-') {
            const char base = base_letters[code - 0xC0];
            if (base == '*')
                result += two_letters(code);
            else
                result += base;
            return;
        }
    }
    result += character;
}

bool is_word_character(std::string_view character) {
    if (character.size() == 1) {
        const char c = character[0];
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    if (character.size() == 2 && character[0] == '\xC2') return false;
    return !(character.size() == 3 && character[0] == '\xE2' && (character[1] == '\x80' || character[1] == '\x81'));
}

/// Whether nothing but white space, quotes and dashes stands there: "eva@voorbeeld" is one thing, not two words.
bool is_gap(std::string_view between) {
    return std::all_of(between.begin(), between.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || std::string_view(" \t\r\n").find(c) != std::string_view::npos;
    });
}

} // namespace

std::string folded(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t length = utf8_sequence_length(text, offset);
        if (length == 0) {
            ++offset;
            continue;
        }
        append_folded(result, text.substr(offset, length));
        offset += length;
    }
    return result;
}

bool contains_words(std::string_view text, std::string_view words) {
    for (std::size_t from = words.find_first_not_of(' '); from != std::string_view::npos;) {
        const std::size_t end = std::min(words.find(' ', from), words.size());
        if (text.find(words.substr(from, end - from)) == std::string_view::npos) return false;
        from = words.find_first_not_of(' ', end);
    }
    return true;
}

std::vector<FoldedWord> words_of(std::string_view text) {
    std::vector<FoldedWord> words;
    bool is_inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = std::max<std::size_t>(utf8_sequence_length(text, at), 1);
        const std::string_view character = text.substr(at, length);
        const bool is_of_word = is_word_character(character);
        if (is_of_word) {
            if (!is_inside) words.push_back({at, at, ""});
            append_folded(words.back().folded, character);
            words.back().end = at + length;
        }
        is_inside = is_of_word;
        at += length;
    }
    return words;
}

std::vector<Span> find_phrase(std::string_view text, std::string_view words) {
    const std::vector<FoldedWord> wanted = words_of(words), there = words_of(text);
    const auto is_same = [](const FoldedWord& left, const FoldedWord& right) { return left.folded == right.folded; };
    std::vector<Span> found;
    for (auto at = there.begin(); !wanted.empty();) {
        at = std::search(at, there.end(), wanted.begin(), wanted.end(), is_same);
        if (at == there.end()) break;
        const auto end = at + static_cast<std::ptrdiff_t>(wanted.size());
        const auto parted = std::adjacent_find(at, end, [&](const FoldedWord& left, const FoldedWord& right) {
            return !is_gap(text.substr(left.end, right.begin - left.end));
        });
        if (parted == end) found.push_back({at->begin, std::prev(end)->end});
        at = parted == end ? end : std::next(parted);
    }
    return found;
}

} // namespace planner::document
