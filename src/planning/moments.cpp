#include "planning/moments.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

#include "document/fractional_index.h"
#include "document/order.h"
#include "planning/clock.h"
#include "planning/day.h"
#include "review/values.h"

namespace planner::planning {
namespace {

constexpr std::array<std::pair<std::string_view, MomentKind>, 10> kinds{{
    {"start", MomentKind::start}, {"go", MomentKind::go},         {"part", MomentKind::part},
    {"back", MomentKind::back},   {"pause", MomentKind::pause},   {"resume", MomentKind::resume},
    {"give", MomentKind::give},   {"later", MomentKind::later},   {"stop", MomentKind::stop},
    {"turn", MomentKind::turn},
}};

constexpr std::int64_t ms_per_second = 1000, ms_per_minute = 60'000, ms_per_day = 86'400'000;

std::string_view name_of(MomentKind kind) {
    for (const auto& [name, value] : kinds) {
        if (value == kind) return name;
    }
    return "";
}

int minutes_in(const document::Value& value) {
    if (!value.is_number_integer()) return 0;
    const auto minutes = value.get<std::int64_t>();
    return minutes >= -minutes_per_day && minutes <= minutes_per_day ? static_cast<int>(minutes) : 0;
}

/// As many digits as it has; -1 for anything else.
int number_in(std::string_view digits) {
    int number = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return -1;
        number = number * 10 + (c - '0');
    }
    return number;
}

std::optional<Moment> moment_of(const document::Document& document, const document::EntityKey& key) {
    const auto value = [&](std::string_view field) -> const document::Value& {
        return document.value({key, std::string(field)});
    };
    const std::string name = review::text_of(value(moment_field::kind));
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const auto& each) { return each.first == name; });
    const auto at = parse_moment(review::text_of(value(moment_field::at)));
    if (kind == kinds.end() || !at) return std::nullopt;
    return Moment{kind->second,
                  *at,
                  review::text_of(value(moment_field::line)),
                  review::text_of(value(moment_field::part)),
                  minutes_in(value(moment_field::minutes)),
                  review::text_of(value(moment_field::who))};
}

struct Recorded {
    std::string run; ///< id of the start that it belongs to; "" when there was none yet
    Moment moment;
};

/// Every moment of a meeting, also of runs that do not count, in the order of the list.
std::vector<Recorded> all_recorded(const review::Review& review, std::string_view sheet, std::string_view subject) {
    std::vector<Recorded> all;
    std::string last_start;
    for (const std::string& id : review::sorted_ids(review.document(), moments_collection)) {
        const document::EntityKey key{std::string(moments_collection), id};
        const auto text = [&](std::string_view field) {
            return review::text_of(review.document().value({key, std::string(field)}));
        };
        if (text(moment_field::sheet) != sheet || text(moment_field::subject) != subject) continue;
        std::optional<Moment> moment = moment_of(review.document(), key);
        if (!moment) continue;
        if (moment->kind == MomentKind::start) last_start = id;
        // Where none is written the list tells: files of before a run had a name.
        const std::string written = text(moment_field::run);
        const bool tells = moment->kind == MomentKind::start || written.empty();
        all.push_back({tells ? last_start : written, std::move(*moment)});
    }
    return all;
}

/// Of the run that began last, in the order of their times.
std::vector<Recorded> last_run_in(std::vector<Recorded> all) {
    const Recorded* start = nullptr;
    for (const Recorded& each : all) {
        const bool later = start == nullptr || std::pair(each.moment.at, each.run) > std::pair(start->moment.at, start->run);
        if (each.moment.kind == MomentKind::start && later) start = &each;
    }
    if (start == nullptr) return {};
    const std::string run = start->run;
    std::erase_if(all, [&](const Recorded& each) { return each.run != run; });
    std::stable_sort(all.begin(), all.end(), [](const Recorded& a, const Recorded& b) {
        const bool begins = a.moment.kind == MomentKind::start;
        return begins != (b.moment.kind == MomentKind::start) ? begins : a.moment.at < b.moment.at;
    });
    // Another laptop's clock may run behind that of who pressed the button that began it.
    for (Recorded& each : all) each.moment.at = std::max(each.moment.at, all.front().moment.at);
    return all;
}

} // namespace

std::string format_moment(std::int64_t time) {
    const std::chrono::sys_days day = std::chrono::floor<std::chrono::days>(
        std::chrono::sys_time<std::chrono::milliseconds>{std::chrono::milliseconds{time}});
    const std::int64_t in_day = time - day.time_since_epoch().count() * ms_per_day;
    char text[32];
    std::snprintf(text, sizeof text, "T%02d:%02d:%02d.%03dZ", static_cast<int>(in_day / (60 * ms_per_minute)),
                  static_cast<int>(in_day / ms_per_minute % 60), static_cast<int>(in_day / ms_per_second % 60),
                  static_cast<int>(in_day % ms_per_second));
    return format_day(Day{day}) + text;
}

std::optional<std::int64_t> parse_moment(std::string_view text) {
    constexpr std::size_t length = 24;
    if (text.size() != length || text[10] != 'T' || text[16] != ':' || text[19] != '.' || text[23] != 'Z')
        return std::nullopt;
    const std::optional<Day> day = parse_day(text.substr(0, 10));
    const std::optional<int> clock = parse_clock(text.substr(11, 5));
    const int seconds = number_in(text.substr(17, 2)), milliseconds = number_in(text.substr(20, 3));
    if (!day || !clock || seconds < 0 || seconds > 59 || milliseconds < 0) return std::nullopt;
    return std::chrono::sys_days{*day}.time_since_epoch().count() * ms_per_day + *clock * ms_per_minute +
           seconds * ms_per_second + milliseconds;
}

std::vector<Moment> moments_of(const review::Review& review, std::string_view sheet, std::string_view subject) {
    std::vector<Moment> moments;
    for (Recorded& recorded : last_run_in(all_recorded(review, sheet, subject))) moments.push_back(std::move(recorded.moment));
    return moments;
}

std::vector<review::FieldWrite> record(const review::Review& review, std::string_view sheet, std::string_view subject,
                                       const std::vector<Moment>& moments, const review::RandomBits& random) {
    const std::vector<Recorded> before = last_run_in(all_recorded(review, sheet, subject));
    const std::string run = before.empty() ? "" : before.front().run;
    // The order stays when a clock was set back.
    const std::int64_t earliest = before.empty() ? 0 : before.back().moment.at;
    std::vector<review::FieldWrite> writes;
    std::string last;
    for (const Moment& moment : moments) {
        std::vector<std::pair<std::string, document::Value>> fields = {
            {std::string(moment_field::sheet), std::string(sheet)},
            {std::string(moment_field::kind), std::string(name_of(moment.kind))},
            {std::string(moment_field::at), format_moment(moment.kind == MomentKind::start ? moment.at : std::max(moment.at, earliest))}};
        const auto add = [&](std::string_view field, const std::string& text) {
            if (!text.empty()) fields.emplace_back(field, text);
        };
        add(moment_field::subject, std::string(subject));
        add(moment_field::line, moment.line);
        add(moment_field::part, moment.part);
        add(moment_field::who, moment.who);
        if (moment.kind != MomentKind::start) add(moment_field::run, run);
        if (moment.minutes != 0) fields.emplace_back(moment_field::minutes, moment.minutes);
        review::NewRow row = review::new_in_list(review.document(), moments_collection, fields, random);
        // All are made from the same document, and each comes after the one before it.
        document::Value& position = row.writes.back().value;
        if (!last.empty()) position = document::index_between(last, "");
        last = review::text_of(position);
        for (review::FieldWrite& write : row.writes) writes.push_back(std::move(write));
    }
    return writes;
}

} // namespace planner::planning
