#include "review/visible_name.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "document/utf8.h"

namespace planner::review {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};

bool is_in(const Range* begin, const Range* end, char32_t character) {
    return std::any_of(begin, end, [&](const Range& each) { return character >= each.first && character <= each.last; });
}

/// Controls, soft hyphen, marks and embeddings of direction, fillers, separators of lines, tags.
bool is_hidden(char32_t character) {
    static constexpr std::array<Range, 17> ranges = {{{0x00, 0x1F}, {0x7F, 0x9F}, {0xAD, 0xAD}, {0x34F, 0x34F},
                                                      {0x61C, 0x61C}, {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F},
                                                      {0x200B, 0x200B}, {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F},
                                                      {0x3164, 0x3164}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB},
                                                      {0xE0000, 0xE0FFF}}};
    return is_in(ranges.data(), ranges.data() + ranges.size(), character);
}

/// What joins or varies the character before it.
bool depends(char32_t character) {
    static constexpr std::array<Range, 2> ranges = {{{0x200C, 0x200D}, {0xFE00, 0xFE0F}}};
    return is_in(ranges.data(), ranges.data() + ranges.size(), character);
}

char32_t code_of(std::string_view sequence) {
    const auto first = static_cast<unsigned char>(sequence[0]);
    if (sequence.size() == 1) return first;
    char32_t code = first & (0x7FU >> sequence.size());
    for (const char each : sequence.substr(1)) code = (code << 6) | (static_cast<unsigned char>(each) & 0x3FU);
    return code;
}

std::string sign_of(char32_t character) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string number;
    for (; character > 0 || number.size() < 4; character >>= 4) number += digits[character & 15];
    std::reverse(number.begin(), number.end());
    return "[U+" + number + "]";
}

} // namespace

std::string visible_name(std::string_view name) {
    std::string result;
    char32_t before = 0;
    for (std::size_t offset = 0; offset < name.size();) {
        const std::size_t length = std::max<std::size_t>(document::utf8_sequence_length(name, offset), 1);
        const std::string_view sequence = name.substr(offset, length);
        const char32_t character = code_of(sequence);
        offset += length;
        const bool is_lost = is_hidden(character) || (depends(character) && before < 0x80);
        if (is_lost)
            result += sign_of(character);
        else
            result += sequence;
        before = character;
    }
    return result;
}

} // namespace planner::review
