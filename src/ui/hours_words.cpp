#include "ui/hours_words.h"

#include "ui/dashboard_cards.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"

#include <cstdio>

namespace planner::ui {

namespace {

std::string number_text(Context& c, double hours) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", hours);
    std::string number = text;
    while (number.back() == '0') number.pop_back();
    if (number.back() == '.') number.pop_back();
    const std::size_t point = number.find('.');
    if (point != std::string::npos && c.language() == process::Language::dutch) number[point] = ',';
    return number;
}

} // namespace

std::string hours_text(Context& c, const planning::HoursRange& range) {
    std::string text = number_text(c, range.minimum);
    if (range.maximum != range.minimum) text += "–" + number_text(c, range.maximum);
    return c.tr("hours.amount", {{"hours", text}});
}

void draw_hours_card(Context& c) {
    const review::Review review = c.planner.reading();
    const auto roles = planning::make_hours(review, planning::counted_visits(review));
    if (roles.empty()) return;
    const std::string title = c.tr("hours.title");
    const kit::Card card(c.frame, {.gap = 10, .name = title});
    if (draw_card_head(c, title, c.tr("hours.show"), kit::icon::clock))
        c.frame.defer([&planner = c.planner] { planner.go(app::Route::hours(planner.route().review)); });
    for (const planning::RoleHours& role : roles) {
        kit::divider(c.frame);
        const kit::Stack stack(c.frame.layout(), 0);
        kit::text(c.frame, role.role->title.in(c.language()), {.style = kit::style::body_dense});
        kit::text(c.frame, c.tr("hours.together", {{"hours", hours_text(c, role.person_hours)}}),
                  {.style = kit::style::meta, .color = c.frame.theme().ink_2});
    }
}

} // namespace planner::ui
