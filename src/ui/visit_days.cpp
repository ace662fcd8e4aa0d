#include "ui/visit_days.h"

#include "ui/conflict_box.h"
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
                  .warnings = app::visit_day_warnings(c.planner, host)});
}

} // namespace planner::ui
