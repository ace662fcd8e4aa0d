#include "app/dates.h"

#include <chrono>
#include <cstdio>

namespace planner::app {
namespace {

constexpr std::int64_t ms_per_minute = 60'000;

std::string weekday_key(std::string_view form, Day day) {
    return "date.weekday." + std::string(form) + "." + std::to_string(planning::weekday_number(day));
}

std::string month_key(std::string_view form, Day day) {
    return "date.month." + std::string(form) + "." + std::to_string(static_cast<unsigned>(day.month()));
}

std::string in_words(const Texts& texts, std::string_view pattern, std::string_view form, Day day) {
    return texts.tr(pattern, {{"weekday", texts.tr(weekday_key(form, day))},
                              {"day", std::to_string(static_cast<unsigned>(day.day()))},
                              {"month", texts.tr(month_key(form, day))},
                              {"year", std::to_string(static_cast<int>(day.year()))}});
}

std::chrono::sys_time<std::chrono::minutes> local_minute(std::int64_t time, int offset_minutes) {
    const std::chrono::milliseconds local{time + offset_minutes * ms_per_minute};
    return std::chrono::sys_time<std::chrono::minutes>{std::chrono::floor<std::chrono::minutes>(local)};
}

} // namespace

Day local_day(std::int64_t time, int offset_minutes) {
    return Day{std::chrono::floor<std::chrono::days>(local_minute(time, offset_minutes))};
}

std::string time_of_day(std::int64_t time, int offset_minutes) {
    const auto minute = local_minute(time, offset_minutes);
    const auto in_day = static_cast<int>((minute - std::chrono::floor<std::chrono::days>(minute)).count());
    char text[32];
    std::snprintf(text, sizeof text, "%02d:%02d", in_day / 60, in_day % 60);
    return text;
}

std::string short_date(const Texts& texts, Day day, Day today) {
    return in_words(texts, day.year() == today.year() ? "date.short" : "date.short_year", "short", day);
}

std::string long_date(const Texts& texts, Day day) {
    return in_words(texts, "date.long", "long", day);
}

std::string distance(const Texts& texts, Day day, Day today) {
    const int days = days_between(today, day);
    if (days == 0) return texts.tr("date.today");
    if (days == 1) return texts.tr("date.tomorrow");
    if (days == -1) return texts.tr("date.yesterday");
    if (days > 0) return texts.count("date.in_days", static_cast<std::size_t>(days));
    return texts.count("date.days_ago", static_cast<std::size_t>(-days));
}

std::string moment(const Texts& texts, std::int64_t time, std::int64_t now, int offset_minutes) {
    const Day day = local_day(time, offset_minutes);
    const Day today = local_day(now, offset_minutes);
    const int days = days_between(today, day);
    const std::string date = days == 0 || days == -1 ? distance(texts, day, today) : short_date(texts, day, today);
    return texts.tr("date.with_time", {{"date", date}, {"time", time_of_day(time, offset_minutes)}});
}

std::string times_text(const Texts& texts, const std::string& from, const std::string& until) {
    if (until.empty()) return from;
    return texts.tr(from.empty() ? "date.time_until" : "date.time_range", {{"from", from}, {"until", until}});
}

} // namespace planner::app
