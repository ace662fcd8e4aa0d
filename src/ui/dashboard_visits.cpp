#include "ui/dashboard_cards.h"
#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/task_words.h"

namespace planner::ui {

namespace {

std::string when_and_where(Context& c, const review::Visit& visit) {
    const auto day = app::parse_day(visit.date);
    std::string text = day ? app::short_date(c.planner.texts(), *day, c.planner.today()) : c.tr("dashboard.no_date");
    if (day && !visit.time.empty())
        text = c.tr("date.with_time", {{"date", text}, {"time", visit.time}});
    return visit.place.empty() ? text : text + " · " + visit.place;
}

void draw_visit(Context& c, const app::VisitView& visit) {
    kit::Frame& frame = c.frame;
    const auto line = [&](const std::string& text) {
        kit::text(frame, text, {.style = kit::style::meta, .color = frame.theme().ink_2});
    };
    const std::string title = c.tr("review.visit", {{"participant", subject_name(c, visit.host)}});
    draw_subject(c, {visit.host, title, DialogKind::visit}, [&] {
        line(when_and_where(c, visit.visit));
        draw_programmes(c, visit.programmes, subject_name(c, visit.host));
        if (!visit.visit.chair.empty())
            line(c.tr("dashboard.chair") + ": " + visit.visit.chair);
        line(panel_text(c, visit.panel));
    });
}

} // namespace

std::string panel_text(Context& c, const app::Standings& panel) {
    if (panel == app::Standings{})
        return c.tr("dashboard.panel_none");
    const std::string count = c.tr("dashboard.panel_count", {{"settled", std::to_string(panel.settled)}, {"open", std::to_string(panel.open)}});
    return panel.off == 0 ? count : count + ", " + c.tr("dashboard.panel_off", {{"count", std::to_string(panel.off)}});
}

void draw_visits_card(Context& c) {
    const std::string title = c.tr("dashboard.visits");
    const kit::Card card(c.frame, {.gap = 10, .name = title});
    draw_card_head(c, title, "", "");
    draw_list(c, title, [&] {
        for (const app::VisitView& visit : c.planner.dashboard().visits)
            draw_visit(c, visit);
    });
}

} // namespace planner::ui
