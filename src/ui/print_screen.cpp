#include "ui/print_screen.h"

#include "ui/agreements_list.h"
#include "ui/process_choice.h"
#include "ui/screens.h"

#include "app/known_processes.h"
#include "app/sheets.h"

#include "exchange/print_review.h"

namespace planner::ui {

namespace {

const process::Card* shown_card(app::Planner& planner) {
    const app::Route& route = planner.route();
    return planner.view().card(route.card, route.participant) ? planner.current()->process().card(route.card) : nullptr;
}

exchange::Sheet tasks(app::Planner& planner, const TaskFilter& filter) {
    const process::Role* role = planner.current()->process().role(filter.role);
    const app::ParticipantView* owner = planner.view().participant(filter.subject);
    std::string whose = role ? role->title.in(planner.language()) : "";
    if (owner)
        whose += (whose.empty() ? "" : " · ") + owner->participant.name;
    const exchange::ToDo to_do{shown_tasks(planner, filter), shown_agreements(planner, filter)};
    return exchange::tasks_sheet(planner.reading(), planner.plan(), to_do, whose, app::print_words(planner));
}

exchange::Sheet nothing(app::Planner& planner) {
    exchange::Sheet sheet = app::plain_sheet(planner, planner.tr("app.name"));
    sheet.sections.push_back({"", {exchange::Paragraph{planner.tr("print.nothing")}}});
    return sheet;
}

exchange::Sheet comparison(app::Planner& planner) {
    exchange::Sheet sheet = app::plain_sheet(planner, planner.tr("guide.compare"));
    sheet.sections.push_back({"", {comparison_table(planner)}});
    return sheet;
}

exchange::Sheet dashboard(app::Planner& planner) {
    return exchange::dashboard_sheet(planner.reading(), planner.plan(), app::print_words(planner));
}

/// The run sheet that the address names, or the first one, as its screen does.
exchange::Sheet run_sheet(app::Planner& planner) {
    const app::Route& route = planner.route();
    const review::Review review = planner.reading();
    const process::RunSheet* chosen = nullptr;
    std::string subject;
    for (const process::RunSheet& sheet : planner.current()->process().run_sheets)
        for (const std::string& each : review.subjects(sheet.scope)) {
            const bool named = sheet.id == route.item && (each == route.participant || route.participant.empty());
            if (chosen == nullptr || (named && chosen->id != route.item)) {
                chosen = &sheet;
                subject = each;
            }
        }
    return chosen ? exchange::agenda_sheet(planner.reading(), *chosen, subject, app::print_words(planner)) : dashboard(planner);
}

exchange::Sheet sheet_of_review(app::Planner& planner, const ScreenState& state) {
    const app::Route& route = planner.route();
    if (route.screen == app::Screen::tasks)
        return tasks(planner, state.tasks);
    if (route.screen == app::Screen::card)
        if (const process::Card* card = shown_card(planner))
            return exchange::card_sheet(planner.reading(), *card, route.participant, exchange::Paper::a4, app::print_words(planner));
    if (route.screen == app::Screen::hours)
        return exchange::hours_sheet(planner.reading(), app::print_words(planner));
    if (route.screen == app::Screen::about)
        return exchange::about_sheet(planner.current()->process(), app::print_words(planner));
    if (route.screen == app::Screen::run_sheets)
        return run_sheet(planner);
    if (route.screen == app::Screen::messages)
        for (const planning::PlannedMessage& message : planner.messages())
            if (message.key.id == route.item)
                return app::message_sheet(planner, message);
    return dashboard(planner);
}

} // namespace

bool has_sheet(const app::Route& route) {
    switch (route.screen) {
    case app::Screen::messages: return !route.item.empty();
    case app::Screen::dashboard:
    case app::Screen::card:
    case app::Screen::tasks:
    case app::Screen::run_sheets:
    case app::Screen::hours:
    case app::Screen::about: return true;
    default: return false;
    }
}

exchange::Sheet poster_of_card(app::Planner& planner) {
    const process::Card* card = shown_card(planner);
    return card ? exchange::card_sheet(planner.reading(), *card, planner.route().participant, exchange::Paper::a3, app::print_words(planner)) : nothing(planner);
}

exchange::Sheet sheet_of_screen(app::Planner& planner, const ScreenState& state) {
    if (planner.current() && planner.current()->ready())
        return sheet_of_review(planner, state);
    const process::Process* explained = app::known_process(planner.route().process);
    if (planner.route().screen == app::Screen::about && explained)
        return exchange::about_sheet(*explained, app::print_words(planner));
    if (planner.route().screen == app::Screen::about && planner.route().process.empty())
        return comparison(planner);
    const bool lists = planner.route().screen == app::Screen::overview && !planner.overview().empty();
    return lists ? app::overview_sheet(planner, state.search) : nothing(planner);
}

} // namespace planner::ui
