#include "document/number.h"

#include "document/value.h"

#include <array>
#include <cstdio>
#include <string>

namespace planner::document {

namespace {

// The exact decimal expansion of a double has at most this many significant digits.
constexpr std::size_t maximum_digits = 767;

/// The significant digits of a number: no sign, point, exponent, leading or final zeros.
std::string significant_digits(std::string_view literal) {
    std::string digits;
    for (const char character : literal.substr(0, literal.find_first_of("eE"))) {
        if (character >= '0' && character <= '9' && !(digits.empty() && character == '0')) {
            digits += character;
        }
    }
    const std::size_t end = digits.find_last_not_of('0');
    digits.resize(end == std::string::npos ? 0 : end + 1);
    return digits;
}

} // namespace

bool keeps_number(std::string_view literal, double number) {
    if (literal.find_first_of(".eE") == std::string_view::npos) {
        return false;
    }
    const std::string digits = significant_digits(literal);
    if (digits.empty() || digits.size() > maximum_digits) {
        return digits.empty();
    }
    std::array<char, maximum_digits + 32> rounded{};
    std::snprintf(rounded.data(), rounded.size(), "%.*e", static_cast<int>(digits.size()) - 1, number);
    return digits == significant_digits(rounded.data()) || digits == significant_digits(Value(number).dump());
}

} // namespace planner::document
