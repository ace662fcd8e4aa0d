#include "document/dot.h"

namespace planner::document {

namespace {

constexpr std::string_view hexadecimal_digits = "0123456789abcdef";
constexpr std::size_t text_length = 16;

} // namespace

std::string to_text(ReplicaId replica) {
    std::string text(text_length, '0');
    for (std::size_t index = 0; index < text_length; ++index) {
        const auto shift = 4 * (text_length - 1 - index);
        text[index] = hexadecimal_digits[(replica.bits >> shift) & 0xF];
    }
    return text;
}

std::optional<ReplicaId> replica_from_text(std::string_view text) {
    if (text.size() != text_length) {
        return std::nullopt;
    }
    ReplicaId replica;
    for (const char character : text) {
        const std::size_t digit = hexadecimal_digits.find(character);
        if (digit == std::string_view::npos) {
            return std::nullopt;
        }
        replica.bits = replica.bits << 4 | digit;
    }
    return replica;
}

} // namespace planner::document
