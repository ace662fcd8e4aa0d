#include "planning/clock.h"

#include <cstdio>

namespace planner::planning {
namespace {

constexpr int minutes_per_hour = 60;

/// Two digits; -1 for anything else.
int two_digits(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return is_digit(text[0]) && is_digit(text[1]) ? (text[0] - '0') * 10 + (text[1] - '0') : -1;
}

} // namespace

std::optional<int> parse_clock(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const int hours = two_digits(text.substr(0, 2));
    const int minutes = two_digits(text.substr(3, 2));
    if (hours < 0 || hours > 23 || minutes < 0 || minutes >= minutes_per_hour) return std::nullopt;
    return hours * minutes_per_hour + minutes;
}

std::string format_clock(int minutes) {
    const int in_day = (minutes % minutes_per_day + minutes_per_day) % minutes_per_day;
    char text[32];
    std::snprintf(text, sizeof text, "%02d:%02d", in_day / minutes_per_hour, in_day % minutes_per_hour);
    return text;
}

} // namespace planner::planning
