#include "ui/visit_days.h"

#include "ui/conflict_box.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/poll_parts.h"
#include "ui/task_words.h"

#include "app/poll.h"
#include "review/visit_days.h"

namespace planner::ui {

std::string visit_day_text(Context& c, const review::Visit& visit) {
    if (visit.date.empty())
        return "";
    const std::string day = proposed_day_text(c, {.id = "", .date = visit.date, .time = visit.time, .place = ""});
    return c.tr("visit_days.chosen", {{"participant", subject_name(c, visit.participant)}, {"date", day}});
}

namespace {

/// Nobody looks at the run sheet while they choose a day: whether the two fit is told here, with the way there.
void draw_other_end(Context& c, const review::VisitDays& days) {
    const auto other = app::run_sheet_with_other_end(c.planner, days);
    if (!other)
        return;
    const kit::Stack stack(c.frame.layout(), c.frame.px(2));
    kit::text(c.frame, c.tr("visit_days.run_sheet_ends", {{"end", other->end}, {"until", other->until}}),
              {.style = kit::style::meta, .color = c.frame.theme().warn, .icon = kit::icon::triangle_alert});
    const process::RunSheet* sheet = c.planner.current()->process().run_sheet(other->sheet);
    const app::Route route = app::Route::run_sheets(c.planner.route().review, other->sheet, days.visit.participant);
    if (kit::link(c.frame, {.label = c.tr("visit_days.to_run_sheet", {{"sheet", sheet->title.in(c.language())}}),
                            .address = app::format_route(route), .trailing_icon = kit::icon::arrow_right}))
        c.frame.defer([&planner = c.planner, route] { planner.go(route); });
}

} // namespace

void draw_visit_days(Context& c, const CardPlace& place, const process::Field& table) {
    const review::VisitDays days = review::visit_days(c.planner.reading(), place.card, place.participant, table);
    if (days.poll.empty())
        return;
    const std::string& host = days.visit.participant;
    const kit::Stack stack(c.frame.layout(), c.frame.px(10));
    // Two copies may have chosen another day each.
    draw_conflicts_of(c, review::visit_key(host), {"date", "time"});
    draw_poll(c, {.key = "visit days " + host + " " + table.id,
                  .poll = days.poll,
                  .words = {"visit_days.help", "visit_days.best", "visit_days.choose", "visit_days.choose_named"},
                  .chosen = days.chosen(),
                  .host = host,
                  .standing = visit_day_text(c, days.visit),
                  .warnings = [&](const std::string& date) { return app::visit_day_warnings(c.planner, host, date); },
                  .draw_below_standing = [&] {
                      if (days.chosen().empty())
                          draw_day_warnings(c, app::visit_day_warnings(c.planner, host, days.visit.date));
                      draw_other_end(c, days);
                  }});
}

} // namespace planner::ui
