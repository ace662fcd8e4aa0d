#include "cli/words.h"

#include "assets/language.h"

#include <algorithm>

namespace planner::cli {

namespace {

std::string filled(std::string pattern, exchange::PrintArguments values) {
    for (const auto& [name, value] : values) {
        const std::string place = "{" + std::string(name) + "}";
        const std::size_t at = pattern.find(place);
        if (at != std::string::npos) {
            pattern.replace(at, place.size(), value);
        }
    }
    return pattern;
}

} // namespace

Words::Words(const Arguments& arguments)
    : language_(arguments.language == "en" ? process::Language::english : process::Language::dutch) {
}

std::string Words::text(const std::string& key) const {
    const auto texts = assets::texts(language_ == process::Language::english ? "en" : "nl");
    const auto found =
        std::lower_bound(texts.begin(), texts.end(), key,
                         [](const assets::Text& text, const std::string& name) { return text.key < name; });
    return found != texts.end() && found->key == key ? std::string(found->text) : key;
}

std::string Words::long_date(planning::Day day) const {
    return date("date.long", "long.", day);
}

std::string Words::date(const std::string& pattern, const std::string& form, planning::Day day) const {
    const auto month = std::to_string(static_cast<unsigned>(day.month()));
    return filled(text(pattern),
                  {{"weekday", text("date.weekday." + form + std::to_string(planning::weekday_number(day)))},
                   {"day", std::to_string(static_cast<unsigned>(day.day()))},
                   {"month", text("date.month." + form + month)},
                   {"year", std::to_string(static_cast<int>(day.year()))}});
}

review::AnonymousWords Words::for_anonymous() const {
    return {text("share.person"), text("share.institution"), text("share.anonymous_title")};
}

planning::MessageWords Words::for_messages() const {
    planning::MessageWords words;
    words.language = language_;
    words.day = [*this](planning::Day day) { return long_date(day); };
    words.by = [*this](planning::Day day) { return filled(text("agreement.by"), {{"date", long_date(day)}}); };
    words.times = [*this](const std::string& from, const std::string& until) {
        return filled(text(from.empty() ? "date.time_until" : "date.time_range"), {{"from", from}, {"until", until}});
    };
    words.missing = [*this](std::string_view placeholder) {
        return filled(text("message.missing"), {{"what", text("placeholder." + std::string(placeholder))}});
    };
    return words;
}

exchange::CalendarWords Words::for_calendars() const {
    return {language_, text("review.kickoff"), [*this](const std::string& name) {
                return filled(text("review.visit"), {{"participant", name}});
            }};
}

exchange::PrintWords Words::for_print(planning::Day today) const {
    return {language_, today,
            [*this](std::string_view key, exchange::PrintArguments arguments) {
                return filled(text(std::string(key)), arguments);
            },
            [*this](planning::Day day) { return long_date(day); },
            [*this, today](planning::Day day) {
                return date(day.year() == today.year() ? "date.short" : "date.short_year", "short.", day);
            }};
}

} // namespace planner::cli
