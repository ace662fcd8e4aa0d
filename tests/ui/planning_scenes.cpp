#include "scenes.h"

#include "app/poll.h"
#include "review/visit_days.h"

#include <doctest/doctest.h>

namespace planner::testing {

namespace {

using kit::Role;
using platform::HeadlessWorld;
using Opened = std::unique_ptr<Window>;

/// The example with its start meeting a month ago, so that some tasks are late.
Opened tasks(HeadlessWorld& world) {
    auto window = with_example(world);
    const auto day = planning::add_days(window->planner.today(), -30);
    window->planner.set_field({review::review_key(), "kickoff_date"}, planning::format_day(day));
    window->settle();
    window->click(Role::link, "Taken");
    window->settle();
    return window;
}

Opened one_task(HeadlessWorld& world) {
    auto window = tasks(world);
    const std::string review = window->planner.route().review;
    for (const planning::PlannedTask& task : window->planner.plan().tasks) {
        if (task.waiting_for.empty() || task.followed_by.empty()) continue;
        window->planner.go(app::Route::tasks(review, task.key.id));
        break;
    }
    window->settle();
    return window;
}

Opened finished_task(HeadlessWorld& world) {
    auto window = one_task(world);
    window->click(Role::button, "Zet op klaar");
    window->settle();
    return window;
}

Opened messages(HeadlessWorld& world) {
    auto window = tasks(world);
    window->click(Role::link, "Berichten");
    window->settle();
    return window;
}

Opened one_message(HeadlessWorld& world) {
    auto window = messages(world);
    const auto& all = window->planner.messages();
    REQUIRE_FALSE(all.empty());
    window->planner.go(app::Route::messages(window->planner.route().review, all.front().key.id));
    window->settle();
    return window;
}

Opened own_tasks(HeadlessWorld& world) {
    auto window = tasks(world);
    window->planner.set_identity(window->planner.route().review, {planning::IdentityKind::facilitator, ""});
    window->settle();
    return window;
}

Opened one_host(HeadlessWorld& world) {
    auto window = std::make_unique<Window>(world);
    window->planner.create_review({"Bezoek", "samen-opleiden", {{"Noord", ""}, {"Oost", ""}, {"Zuid", ""}}});
    window->settle();
    window->wait(10'000);
    window->click(Role::link, "Taken");
    window->settle();
    return window;
}

Opened today(HeadlessWorld& world) {
    auto window = own_tasks(world);
    window->planner.go(app::Route::overview());
    window->wait(10'000);
    window->settle();
    return window;
}

Opened several_messages(HeadlessWorld& world) {
    auto window = messages(world);
    window->click(Role::button, "Alles wat compleet is selecteren");
    window->settle();
    return window;
}

Opened archive(HeadlessWorld& world) {
    auto window = messages(world);
    window->planner.go(app::Route::archive());
    window->settle();
    return window;
}

Opened calendar_dialog(HeadlessWorld& world) {
    auto window = tasks(world);
    window->click(Role::button, "Agenda");
    REQUIRE(window->dialog());
    return window;
}

Opened empty_calendar_dialog(HeadlessWorld& world) {
    auto window = with_new_review(world);
    window->wait(10'000);
    window->click(Role::button, "Agenda");
    REQUIRE(window->dialog());
    return window;
}

/// Opens the first line with notes in a poll, to write one.
void open_notes(Window& window) {
    window.settle();
    window.wait(10'000);
    for (const kit::Node* each : window.all(Role::button))
        if (each->name.starts_with("Toelichting van ") && each->expanded) {
            window.act(each->id, kit::ActionKind::click);
            break;
        }
    window.settle();
}

/// The invitation with proposed days, answered in part; one note is being written.
Opened poll(HeadlessWorld& world) {
    auto window = with_example(world);
    for (const char* date : {"2026-12-01", "2026-12-08", "2026-12-15"})
        window->planner.add_to_list("date_options", {{"date", date}, {"time", "13:30"}, {"place", "Lokaal 1"}});
    const std::string team = window->planner.view().participants.at(0).participant.id;
    const auto options = window->planner.reading().date_options();
    app::answer_date(window->planner, options.back().id, team, review::Answer::yes);
    window->planner.set_field({review::availability_key(options.back().id, team), "note"}, "Pas na 14 uur");
    for (const process::Card& card : window->planner.current()->process().cards)
        for (const process::Block& block : card.blocks)
            for (const process::Field& field : block.fields)
                if (field.binding == "date_options")
                    window->planner.go(app::Route::card_of(window->planner.route().review, card.id, ""));
    open_notes(*window);
    return window;
}

/// The days of a team, one of them twice, answered in part and differently in two copies. The chosen one is a bad one:
/// in a school holiday, and another review is on it. One note is being written.
Opened visit_days(HeadlessWorld& world) {
    auto window = with_example(world);
    const auto& participants = window->planner.view().participants;
    const std::string host = participants.at(0).participant.id, other = participants.at(1).participant.id;
    const process::Field* table = window->planner.current()->process().card("voorbereiding")->field("voorkeursdata");
    for (int twice = 0; twice < 2; ++twice)
        window->planner.set_field({window->planner.add_row({"voorbereiding", host, table}), "datum"}, "2026-12-22");
    const auto options = review::visit_days(window->planner.reading(), "voorbereiding", host, *table).poll.options;
    const std::string theirs = edited_elsewhere(*window, [&](app::Planner& planner) {
        app::answer_date(planner, options.front().option.id, other, review::Answer::no);
    });
    for (const review::OptionCount& each : options)
        app::answer_date(window->planner, each.option.id, other, review::Answer::if_needed);
    window->open_file("terug.json", theirs);
    window->planner.confirm_import();
    window->planner.set_field({review::availability_key(options.back().option.id, other), "note"}, "Pas na 14 uur");
    window->planner.set_field({review::visit_key(other), "date"}, "2026-12-22");
    app::set_region(window->planner, "", "noord");
    app::choose_visit_day(window->planner, host, options.back().option);
    open_card(*window, "voorbereiding");
    open_notes(*window);
    return window;
}

Opened poll_in_dialog(HeadlessWorld& world) {
    auto window = poll(world);
    window->planner.go(app::Route::dashboard(window->planner.route().review));
    window->settle();
    window->click(Role::button, "Data wijzigen");
    return window;
}

Opened hours(HeadlessWorld& world) {
    auto window = with_example(world);
    window->click(Role::link, "Uren");
    for (const kit::Node* each : window->all(Role::button))
        if (each->name.starts_with("Eigen regel toevoegen bij ")) {
            window->act(each->id, kit::ActionKind::click);
            break;
        }
    window->settle();
    return window;
}

Opened holidays(HeadlessWorld& world) {
    auto window = tasks(world);
    window->click(Role::button, "Vakanties en vrije dagen");
    window->click(Role::button, "Vrije dagen toevoegen");
    return window;
}

/// The dates so close together that a rule is broken, with all rules in sight.
Opened broken_rules(HeadlessWorld& world) {
    auto window = with_example(world);
    window->planner.set_field({review::review_key(), "kickoff_date"}, "2027-11-18");
    for (const review::Participant& host : window->planner.reading().hosts())
        window->planner.set_field({review::visit_key(host.id), "date"}, "2027-11-25");
    window->settle();
    window->click(Role::button, "Andere punten tonen");
    return window;
}

} // namespace

std::vector<Scene> planning_scenes() {
    return {
        {"tasks", tasks},
        {"a task", one_task},
        {"a finished task", finished_task},
        {"messages", messages},
        {"a message", one_message},
        {"date poll", poll},
        {"card with days for a review", visit_days},
        {"dialog with dates and a poll", poll_in_dialog},
        {"hours", hours},
        {"dialog with holidays", holidays},
        {"own tasks", own_tasks},
        {"tasks with one host", one_host},
        {"today", today},
        {"several messages", several_messages},
        {"messages of all reviews", archive},
        {"dialog with a calendar", calendar_dialog},
        {"dialog with an empty calendar", empty_calendar_dialog},
        {"dashboard with a broken rule and all rules", broken_rules},
    };
}

} // namespace planner::testing
