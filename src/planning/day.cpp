#include "planning/day.h"

#include <cstdio>

namespace planner::planning {
namespace {

std::optional<int> digits(std::string_view text) {
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

} // namespace

std::optional<Day> parse_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    const Day found{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                    std::chrono::day{static_cast<unsigned>(*day)}};
    return found.ok() ? std::optional(found) : std::nullopt;
}

std::string format_day(Day day) {
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                  static_cast<unsigned>(day.day()));
    return text;
}

int days_between(Day from, Day to) {
    return static_cast<int>((std::chrono::sys_days{to} - std::chrono::sys_days{from}).count());
}

Day add_days(Day day, int days) {
    return Day{std::chrono::sys_days{day} + std::chrono::days{days}};
}

Day add_months(Day day, int months) {
    const Day moved = day + std::chrono::months{months};
    return moved.ok() ? moved : Day{moved.year() / moved.month() / std::chrono::last};
}

int months_between(Day from, Day to) {
    if (to < from) return -months_between(to, from);
    const auto month = [](Day day) { return static_cast<int>(unsigned{day.month()}); };
    const int months = (static_cast<int>(to.year()) - static_cast<int>(from.year())) * 12 + month(to) - month(from);
    return add_months(from, months) > to ? months - 1 : months;
}

int weekday_number(Day day) {
    const unsigned from_sunday = std::chrono::weekday{std::chrono::sys_days{day}}.c_encoding();
    return from_sunday == 0 ? 7 : static_cast<int>(from_sunday);
}

} // namespace planner::planning
