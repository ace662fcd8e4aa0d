#include "app/folding.h"

#include <algorithm>

#include <cstddef>

#include "document/utf8.h"

namespace planner::app {
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

} // namespace

std::string folded(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t length = document::utf8_sequence_length(text, offset);
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

} // namespace planner::app
