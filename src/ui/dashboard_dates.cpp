#include "ui/dashboard_cards.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/run_sheet_parts.h"
#include "ui/task_words.h"

namespace planner::ui {

namespace {

struct KeyDate {
    std::string label, date, time, place;
};

std::vector<KeyDate> key_dates(Context& c, const app::ReviewView& view) {
    std::vector<KeyDate> dates;
    dates.push_back({c.tr("review.kickoff"), view.kickoff.date, view.kickoff.time, view.kickoff.place});
    for (const app::VisitView& each : c.planner.dashboard().visits) {
        const review::Visit& visit = each.visit;
        dates.push_back({c.tr("review.visit", {{"participant", subject_name(c, each.host)}}), visit.date, visit.time, visit.place});
    }
    return dates;
}

void draw_key_date(Context& c, const KeyDate& date) {
    const kit::Theme& t = c.frame.theme();
    const auto day = app::parse_day(date.date);
    const bool past = day && app::days_between(c.planner.today(), *day) < 0;
    std::string when = day ? app::short_date(c.planner.texts(), *day, c.planner.today()) : c.tr("dashboard.no_date");
    if (day && !date.time.empty())
        when = c.tr("date.with_time", {{"date", when}, {"time", date.time}});
    if (!date.place.empty())
        when += " · " + date.place;
    draw_marked_line(c, {past ? kit::icon::circle_check : kit::icon::circle, past ? t.ok : t.ink_3, date.label, when,
                         day ? t.ink_2 : t.ink_3});
}

/// Until when the next review may wait, and what was said of time and purpose without a day.
void draw_period(Context& c) {
    const review::Review review = c.planner.reading();
    const bool counts_years = c.planner.current()->process().bound_field("review.cycle_date").field;
    const std::string& cycle = c.planner.dashboard().cycle;
    const auto line = [&](std::string_view key, std::string_view icon, const std::string& text) {
        if (text.empty())
            return;
        kit::divider(c.frame);
        draw_marked_line(c, {icon, c.frame.theme().ink_3, c.tr(key), text});
    };
    line("review.cycle_date", kit::icon::hourglass, counts_years && cycle.empty() ? c.tr("dashboard.no_date") : cycle);
    line("review.period", kit::icon::calendar, review.period());
    line("review.goal", kit::icon::compass, review.goal());
}

} // namespace

void draw_dates_card(Context& c, const app::ReviewView& view) {
    const std::string title = c.tr("dashboard.dates");
    const kit::Card card(c.frame, {.gap = 10, .name = title});
    if (draw_card_head(c, title, c.tr("dashboard.edit_dates"), kit::icon::pencil))
        c.frame.defer([&state = c.state] { state.dialog = DialogKind::dates; });
    std::size_t index = 0;
    for (const KeyDate& date : key_dates(c, view)) {
        const kit::Scope scope(c.frame, std::to_string(index++));
        kit::divider(c.frame);
        draw_key_date(c, date);
        if (index == 1)
            draw_programmes(c, c.planner.dashboard().programmes, c.tr("review.kickoff"));
    }
    draw_period(c);
}

void draw_programmes(Context& c, const std::vector<app::Programme>& programmes, const std::string& whose) {
    kit::Frame& frame = c.frame;
    for (const app::Programme& programme : programmes) {
        const kit::Scope scope(frame, programme.sheet);
        const app::Route route = app::Route::run_sheets(c.planner.route().review, programme.sheet, programme.host);
        const std::string label =
            programme.start.empty()
                ? programme.title
                : c.tr("dashboard.programme", {{"title", programme.title}, {"start", programme.start}, {"end", programme.end}});
        const process::RunSheet* sheet = c.planner.current()->process().run_sheet(programme.sheet);
        const RunSheetLook look = look_of(c, programme.status, sheet && was_held(c, *sheet, programme.host));
        const kit::Stack stack(frame.layout(), 0);
        if (kit::link(frame, {.label = label, .address = app::format_route(route), .trailing_icon = kit::icon::arrow_right,
                              .key = "programme", .name = label + " · " + whose}))
            frame.defer([&planner = c.planner, route] { planner.go(route); });
        kit::text(frame, look.word, {.style = kit::style::meta, .color = frame.theme().ink_2, .icon = look.icon});
    }
}

} // namespace planner::ui
