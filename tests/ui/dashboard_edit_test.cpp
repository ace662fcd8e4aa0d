// What stands on the dashboard can be seen whole and changed there.

#include <doctest/doctest.h>

#include "inspect.h"
#include "scenes.h"

#include <algorithm>

using namespace planner;
using namespace planner::testing;
using kit::ActionKind;
using kit::Role;

namespace {

bool has(const std::string& words, const std::string& part) {
    return words.find(part) != std::string::npos;
}

std::string team(Window& window, std::size_t index) {
    return window.planner.view().participants.at(index).participant.name;
}

std::string in_days(Window& window, int days) {
    return planning::format_day(planning::add_days(window.planner.today(), days));
}

} // namespace

TEST_CASE("contact persons of a team are changed on the dashboard") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    window->wait(10'000);
    window->settle();
    window->click(Role::button, "Contactpersonen van Team Oost wijzigen");
    const process::Field& table = *window->planner.current()->process().bound_field("persons").field;
    window->click(Role::button, table.add_label.nl);
    window->type(table.columns.front().label.nl + ", " + table.row_name.nl + " 1", "Docent techniek");
    window->click(Role::button, "Klaar");
    CHECK_FALSE(window->dialog());
    CHECK(has(words_in(*window, "Contact"), "Docent techniek"));
    CHECK(window->planner.view().participants.at(1).persons.size() == 1);
}

TEST_CASE("who guides is called as the process calls them") {
    platform::HeadlessWorld world;
    const auto window = with_partnerships(world);
    window->planner.set_field({review::review_key(), "facilitator_name"}, "Wie het regelt");
    window->settle();
    CHECK(has(words_in(*window, "Contact"), "Coördinator"));
    const auto buttons = window->all(Role::button, "Wijzigen");
    REQUIRE_FALSE(buttons.empty());
    window->act(buttons.front()->id, ActionKind::click);
    window->settle();
    CHECK(window->get(Role::field, "Naam: Coördinator").value == "Wie het regelt");
    for (const Placed& each : window->placed()) CHECK_FALSE(has(each.node->name, "rocesbegeleider"));
}

TEST_CASE("the years between two reviews, the period and the goal are seen and changed where the process has them") {
    platform::HeadlessWorld world;
    const auto window = with_partnerships(world);
    window->click(Role::button, "Data wijzigen");
    const process::Process& process = window->planner.current()->process();
    window->type(process.bound_field("review.cycle_date").field->label.nl, "2033-04-01", Role::date);
    window->click(Role::button, "Klaar");
    CHECK(has(words_in(*window, "Belangrijke data"), "1 april 2033, nog "));
    window->act(window->all(Role::button, "Wijzigen").front()->id, ActionKind::click);
    window->settle();
    window->type(process.bound_field("review.period").field->label.nl, "Voorjaar");
    window->click(Role::button, "Klaar");
    CHECK(has(words_in(*window, "Belangrijke data"), "Voorjaar"));
}

TEST_CASE("a review of teams asks for no cycle") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    CHECK_FALSE(has(words_in(*window, "Belangrijke data"), "volgende review"));
}

TEST_CASE("every programme stands on the dashboard with how far it is, and leads to its run sheet") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    CHECK(window->planner.dashboard().programmes.size() == 1);
    CHECK(has(words_in(*window, "Belangrijke data"), "Concept 1"));
    CHECK(has(words_in(*window, "Reviewdagen en panels"), "Concept 1"));
    const app::Programme programme = window->planner.dashboard().visits.at(1).programmes.front();
    window->planner.set_field({planning::run_sheet_key(programme.sheet, programme.host), std::string(planning::run_sheet_field::state)},
                              std::string(planning::stored_state(planning::RunSheetState::settled)));
    window->settle();
    CHECK(has(words_in(*window, "Reviewdagen en panels"), "Definitief, versie 1"));
    const auto links = window->all(Role::link);
    const auto link = std::find_if(links.begin(), links.end(), [&](const kit::Node* each) {
        return each->name.starts_with(programme.title) && each->name.ends_with(" · " + team(*window, 1));
    });
    REQUIRE(link != links.end());
    window->act((*link)->id, ActionKind::click);
    window->settle();
    CHECK(window->planner.route() == app::Route::run_sheets(window->planner.route().review, programme.sheet, programme.host));
}

TEST_CASE("half or whole day is chosen in the dialog of the visit and in that of the dates") {
    for (const bool dates : {false, true}) {
        platform::HeadlessWorld world;
        const auto window = with_new_review(world);
        window->wait(10'000);
        window->settle();
        window->click(Role::button, dates ? "Data wijzigen" : "Reviewdag Team Noord wijzigen");
        const process::Field& length = *window->planner.current()->process().bound_field("visit.length").field;
        window->act(window->all(Role::radio, length.options.back().label.nl).front()->id, ActionKind::click);
        window->settle();
        CHECK(window->planner.dashboard().visits.front().visit.length == length.options.back().id);
    }
}

TEST_CASE("the rules of a panel stand where the panel is changed") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    window->wait(10'000);
    window->settle();
    const auto& rules = window->planner.current()->process().rules;
    const auto rule = std::find_if(rules.begin(), rules.end(), [](const process::Rule& each) {
        return std::any_of(each.shown.begin(), each.shown.end(), [](const process::Showing& place) { return place.on == process::ShownOn::panel; });
    });
    REQUIRE(rule != rules.end());
    const std::string text = rule->text.nl;
    window->click(Role::button, "Reviewdag Team Noord wijzigen");
    REQUIRE(window->dialog());
    const auto& nodes = window->ui.frame().tree().nodes();
    CHECK(std::any_of(nodes.begin(), nodes.end(), [&](const kit::Node& node) {
        return has(node.name, text) && window->is_inside(node, window->dialog()->id);
    }));
}

TEST_CASE("what to do first starts with the own tasks") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    const auto first_is_own = [&] {
        const auto& next = window->planner.dashboard().next_tasks;
        REQUIRE_FALSE(next.empty());
        return window->planner.is_own(window->planner.plan().tasks[next.front()]);
    };
    // Somebody whose tasks are not the most urgent ones.
    bool other = false;
    for (const auto& choice : window->planner.identity_choices(window->planner.route().review)) {
        if (choice.value.empty()) continue;
        window->planner.set_identity(window->planner.route().review, {});
        const std::size_t urgent = window->planner.dashboard().next_tasks.front();
        window->planner.set_identity(window->planner.route().review, planning::identity_from_text(choice.value));
        const auto& tasks = window->planner.plan().tasks;
        const bool open = std::any_of(tasks.begin(), tasks.end(), [&](const auto& task) { return !task.finished() && window->planner.is_own(task); });
        other = other || (open && !window->planner.is_own(tasks[urgent]));
        if (open) CHECK(first_is_own());
    }
    CHECK(other);
}

TEST_CASE("a day that is changed in the dialog of a visit or on a card shows what moves") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    const std::string host = window->planner.dashboard().visits.front().host;
    window->planner.set_field({review::visit_key(host), "date"}, in_days(*window, 40));
    window->settle();
    const auto moves = [&] {
        const auto headings = window->all(Role::heading);
        return std::any_of(headings.begin(), headings.end(), [](const kit::Node* each) { return has(each->name, "verschui"); });
    };
    window->click(Role::button, "Reviewdag " + team(*window, 0) + " wijzigen");
    CHECK_FALSE(moves());
    window->type("Datum", in_days(*window, 60), Role::date);
    CHECK(moves());
    window->click(Role::button, "Klaar");

    const auto bound = window->planner.current()->process().bound_field("visit.date");
    open_card(*window, bound.card->id);
    CHECK_FALSE(moves());
    window->type(bound.field->label.nl, in_days(*window, 80), Role::date);
    CHECK(moves());
    window->planner.go(app::Route::cards(window->planner.route().review));
    window->settle();
    open_card(*window, bound.card->id);
    CHECK_FALSE(moves());
}

TEST_CASE("what is gathered from a card is changed on the dashboard") {
    for (const bool one_host : {false, true}) {
        platform::HeadlessWorld world;
        const auto window = one_host ? with_filled_partnerships(world) : with_filled_dashboard(world);
        for (const app::GatheredView& part : window->planner.dashboard().gathered) {
            REQUIRE_FALSE(part.answers.empty());
            const app::AnswersView& answers = part.answers.front();
            const std::string card = window->planner.current()->process().card(answers.card)->title.nl;
            const std::string whose = answers.participant.empty() ? "" : " · " + window->planner.view().participant(answers.participant)->participant.name;
            window->click(Role::button, card + whose + " wijzigen");
            REQUIRE(window->dialog());
            const auto& nodes = window->ui.frame().tree().nodes();
            CHECK(std::any_of(nodes.begin(), nodes.end(), [&](const kit::Node& node) {
                return has(node.value, "Iets over") && window->is_inside(node, window->dialog()->id);
            }));
            window->click(Role::button, "Klaar");
            CHECK_FALSE(window->dialog());
        }
    }
}
