#include "document/fractional_index.h"

namespace planner::document {

namespace {

// In the order of their bytes.
constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::size_t last_digit = digits.size() - 1;

/// The part of a position that is a fraction in base 62: up to the first other character, without final zeros.
std::string_view fraction_of(std::string_view position) {
    position = position.substr(0, position.find_first_not_of(digits));
    const std::size_t end = position.find_last_not_of('0');
    return position.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

std::size_t digit_at(std::string_view fraction, std::size_t index) {
    return index < fraction.size() ? digits.find(fraction[index]) : 0;
}

/// The next fraction in steps of one digit, so that a list that grows at its end keeps short positions.
std::string after_all(std::string_view before) {
    if (before.empty()) {
        return std::string(1, digits[digits.size() / 2]);
    }
    for (std::size_t index = 0; index < before.size(); ++index) {
        if (digit_at(before, index) < last_digit) {
            return std::string(before.substr(0, index)) + digits[digit_at(before, index) + 1];
        }
    }
    return std::string(before) + digits[1];
}

std::string before_all(std::string_view after) {
    std::string result;
    for (std::size_t index = 0;; ++index) {
        const std::size_t digit = digit_at(after, index);
        if (digit > 1) {
            return result + digits[digit - 1];
        }
        if (digit == 1) {
            return index + 1 < after.size() ? result + digits[1] : result + digits[0] + digits[last_digit];
        }
        result += digits[0];
    }
}

std::string between(std::string_view before, std::string_view after) {
    std::size_t common = 0;
    while (digit_at(before, common) == digit_at(after, common)) {
        ++common;
    }
    const std::size_t low = digit_at(before, common);
    const std::size_t high = digit_at(after, common);
    std::string result(after.substr(0, common));
    if (high - low > 1) {
        return result + digits[(low + high) / 2];
    }
    if (common + 1 < after.size()) {
        return result + digits[high];
    }
    const std::string_view rest = common + 1 < before.size() ? before.substr(common + 1) : std::string_view();
    return result + digits[low] + after_all(rest);
}

} // namespace

std::string index_between(std::string_view before, std::string_view after) {
    const std::string_view low = fraction_of(before);
    const std::string_view high = fraction_of(after);
    if (high.empty()) {
        return after_all(low);
    }
    if (low.empty()) {
        return before_all(high);
    }
    return low < high ? between(low, high) : std::string(low) + digits[digits.size() / 2];
}

} // namespace planner::document
