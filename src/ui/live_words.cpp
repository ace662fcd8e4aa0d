#include "ui/live_parts.h"
#include "ui/run_sheet_parts.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace planner::ui {

const process::RunSheetPart* LiveView::part() const {
    const planning::LiveLine* now = line();
    return now && now->part < now->spent_on_parts.size() ? &now->line->item->parts[now->part] : nullptr;
}

LiveView live_view(Context& c) {
    const app::Route& route = c.planner.route();
    LiveView view;
    view.sheet = c.planner.current()->process().run_sheet(route.item);
    view.subject = route.participant;
    if (!view.sheet)
        return view;
    const auto subjects = c.planner.reading().subjects(view.sheet->scope);
    if (std::find(subjects.begin(), subjects.end(), view.subject) == subjects.end())
        view.sheet = nullptr;
    else
        view.meeting = app::live_meeting(c.planner, *view.sheet, view.subject);
    return view;
}

std::string countdown_text(std::int64_t remaining) {
    // The second that is running counts whole, so that a clock of five minutes begins with 5:00 and ends at 0:00.
    const long long seconds = remaining >= 0 ? (remaining + 999) / 1000 : -remaining / 1000;
    const char* sign = remaining < 0 ? "+" : "";
    char text[48];
    if (seconds >= 3600)
        std::snprintf(text, sizeof text, "%s%lld:%02lld", sign, seconds / 3600, seconds / 60 % 60);
    else
        std::snprintf(text, sizeof text, "%s%lld:%02lld", sign, seconds / 60, seconds % 60);
    return text;
}

std::string remaining_words(Context& c, std::int64_t remaining) {
    constexpr std::int64_t minute = planning::ms_of_minute;
    if (remaining <= -minute)
        return c.planner.texts().count("live.over_by", static_cast<std::size_t>((-remaining + minute / 2) / minute));
    if (remaining <= 0)
        return c.tr("live.time_up");
    // To the nearest, so that it stays close to the digits beside it; but nobody has none left until it is over.
    const std::int64_t minutes = std::max<std::int64_t>(1, (remaining + minute / 2) / minute);
    return c.planner.texts().count("live.minutes_left", static_cast<std::size_t>(minutes));
}

std::string live_title(Context& c, const planning::AgendaItem& item) {
    const auto participant = c.planner.reading().participant(item.participant);
    if (participant && item.own_title.empty())
        return participant->name;
    return line_title(c, item);
}

std::string paused_since_text(Context& c, std::int64_t since) {
    return c.tr("live.paused_since", {{"time", clock_at(c, since)}});
}

std::string paused_text(Context& c, const planning::Live& live) {
    if (const auto until = live.goes_on_at())
        return c.tr("live.paused_until", {{"time", clock_at(c, *until)}});
    return paused_since_text(c, live.paused_since.value_or(live.now));
}

std::string widest_countdown(std::string_view digits) {
    return std::string(digits.size() > 5 ? digits : "00:00");
}

double until_next_second(std::int64_t remaining) {
    constexpr std::int64_t second = 1000;
    const std::int64_t into = ((remaining % second) + second) % second;
    return static_cast<double>(into == 0 ? second : into);
}

int shown_minutes(std::int64_t duration) {
    return static_cast<int>(std::lround(static_cast<double>(duration) / static_cast<double>(planning::ms_of_minute)));
}

std::string clock_at(Context& c, std::int64_t time) {
    return c.planner.time_text(time);
}

namespace {

struct DriftKeys {
    std::string_view none, later, earlier, other_day;
};

std::string drift_in(Context& c, int minutes_behind, const DriftKeys& keys) {
    constexpr int hour = 60, day = 24 * hour;
    const int minutes = std::abs(minutes_behind);
    if (minutes == 0 || minutes >= day)
        return c.tr(minutes == 0 ? keys.none : keys.other_day);
    const std::string amount = minutes < hour ? c.tr("live.minutes", {{"minutes", std::to_string(minutes)}})
                                              : c.tr("live.hours_minutes", {{"hours", std::to_string(minutes / hour)}, {"minutes", std::to_string(minutes % hour)}});
    return c.tr(minutes_behind > 0 ? keys.later : keys.earlier, {{"amount", amount}});
}

} // namespace

std::string drift_text(Context& c, int minutes_behind) {
    return drift_in(c, minutes_behind, {"live.on_time", "live.behind", "live.ahead", "live.other_day"});
}

bool lacks_visit_day(Context& c, const process::RunSheetPart& part, const std::string& participant) {
    return part.kind == process::PartKind::visit_dates && !participant.empty() && c.planner.reading().visit_of(participant).date.empty();
}

std::string ended_text(Context& c, const planning::Live& live) {
    const std::int64_t planned = live.first_planned_end();
    const auto minutes = static_cast<int>(live.end / planning::ms_of_minute - planned / planning::ms_of_minute);
    const std::string text = drift_in(c, minutes, {"live.over_on_time", "live.over_later", "live.over_earlier", "live.over_other"});
    return live.agreed_later == 0 ? text : text + " " + c.tr("live.over_agreed", {{"time", clock_at(c, live.planned_end)}});
}

} // namespace planner::ui
