// What the process gathers from cards, and the hours.

#include "ui/dashboard_cards.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/task_words.h"

namespace planner::ui {

namespace {

constexpr std::size_t most_answers = 6; ///< of one participant; the rest is counted

void draw_card_link(Context& c, const std::string& card_id, const std::string& participant) {
    const app::Route route = app::Route::card_of(c.planner.route().review, card_id, participant);
    const std::string card = c.planner.current()->process().card(card_id)->title.in(c.language());
    const std::string name = card_name(c, card_id, participant);
    if (kit::link(c.frame, {.label = card, .address = app::format_route(route), .trailing_icon = kit::icon::arrow_right,
                            .key = "card " + card_id, .name = name}))
        c.frame.defer([&planner = c.planner, route] { planner.go(route); });
}

void draw_answers(Context& c, const app::AnswersView& answers) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, answers.card);
    draw_subject(c, {answers.participant, card_name(c, answers.card, answers.participant), DialogKind::gathered, answers.card}, [&] {
        for (std::size_t i = 0; i < answers.lines.size() && i < most_answers; ++i) {
            const kit::Scope line(frame, std::to_string(i));
            kit::text(frame, answers.lines[i], {.style = kit::style::body_dense, .color = frame.theme().ink_2});
        }
        if (answers.lines.size() > most_answers)
            kit::text(frame, c.tr("dashboard.more", {{"number", std::to_string(answers.lines.size() - most_answers)}}),
                      {.style = kit::style::meta, .color = frame.theme().ink_3});
        draw_card_link(c, answers.card, answers.participant);
    });
}

} // namespace

void draw_gathered_card(Context& c, const app::GatheredView& gathered) {
    kit::Frame& frame = c.frame;
    const std::string title = gathered.part->title.in(c.language());
    const kit::Scope scope(frame, "gathered " + gathered.part->id);
    const kit::Card card(frame, {.gap = 10, .name = title});
    draw_card_head(c, title, "", "");
    if (gathered.answers.empty()) {
        const process::Card& first = *c.planner.current()->process().card(gathered.part->fields.front().card);
        kit::text(frame, c.tr("dashboard.no_answers", {{"card", first.title.in(c.language())}}),
                  {.style = kit::style::body_dense, .color = frame.theme().ink_2});
        draw_card_link(c, first.id, first.scope == process::Scope::review ? "" : c.planner.view().first_with(first));
        return;
    }
    if (gathered.asked > 1)
        kit::text(frame, c.tr("dashboard.answered", {{"done", std::to_string(gathered.answered)}, {"total", std::to_string(gathered.asked)}}),
                  {.style = kit::style::meta, .color = frame.theme().ink_2});
    draw_list(c, title, [&] {
        for (const app::AnswersView& answers : gathered.answers)
            draw_answers(c, answers);
    });
}

void draw_hours_card(Context& c) {
    const std::vector<planning::RoleHours>& hours = c.planner.dashboard().hours;
    if (hours.empty())
        return;
    kit::Frame& frame = c.frame;
    const std::string title = c.tr("dashboard.hours");
    const kit::Card card(frame, {.gap = 10, .name = title});
    if (draw_card_head(c, title, c.tr("hours.show"), kit::icon::arrow_right))
        frame.defer([&planner = c.planner] { planner.go(app::Route::hours(planner.route().review)); });
    for (const planning::RoleHours& role : hours) {
        const kit::Scope scope(frame, role.role->id);
        std::string text = hours_text(c, role.hours);
        if (!(role.person_hours == role.hours))
            text += " · " + c.tr("dashboard.hours_all", {{"hours", hours_text(c, role.person_hours)}});
        kit::divider(frame);
        draw_marked_line(c, {kit::icon::clock, frame.theme().ink_3, role.role->title.in(c.language()), text});
    }
}

} // namespace planner::ui
