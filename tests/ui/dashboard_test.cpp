#include <doctest/doctest.h>

#include "inspect.h"
#include "scenes.h"

#include <algorithm>

using namespace planner;
using namespace planner::testing;
using kit::Role;

namespace {

const kit::Node* region(Window& window, const std::string& name) {
    return window.find(Role::region, name);
}

bool has(const std::string& words, const std::string& part) {
    return words.find(part) != std::string::npos;
}

std::string team(Window& window, std::size_t index) {
    return window.planner.view().participants.at(index).participant.name;
}

} // namespace

TEST_CASE("everything of a review stands on the dashboard, by name") {
    platform::HeadlessWorld world;
    const auto window = with_filled_dashboard(world);
    for (const char* name : {"Voortgang per stap", "Wat de teams willen leren", "Eerst doen", "Belangrijke data",
                             "Verschillen", "Reviewdagen en panels", "Wie bezoekt wie", "Documenten", "Vervolg",
                             "Afspraken", "Evaluatie", "Contact", "Tijd"})
        CHECK_MESSAGE(region(*window, name), name);
    const std::string visits = words_in(*window, "Reviewdagen en panels");
    CHECK(has(visits, "Vergaderzaal"));
    CHECK(has(visits, "Voorzitter: Voorzitter van het panel"));
    CHECK(has(visits, "09:00 tot"));
    CHECK(has(visits, "zeker, "));
    const std::string documents = words_in(*window, "Documenten");
    CHECK(has(documents, "1 gevraagd, 0 ontvangen, 1 doorgestuurd"));
    CHECK(has(documents, "Nog niet gevraagd"));
    CHECK(has(words_in(*window, "Vervolg"), "1 van 2 acties klaar"));
    CHECK(has(words_in(*window, "Afspraken"), "Iets over"));
    CHECK(has(words_in(*window, "Tijd"), " uur"));
}

TEST_CASE("an empty review has a word in every card") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    CHECK(has(words_in(*window, "Reviewdagen en panels"), "Nog niemand in het panel"));
    CHECK(has(words_in(*window, "Documenten"), "Nog geen documenten"));
    CHECK(has(words_in(*window, "Vervolg"), "Nog geen acties na de review"));
    CHECK(has(words_in(*window, "Afspraken"), "Nog niets ingevuld op de kaart ‘Afspraken van de startbijeenkomst’"));
    CHECK(has(words_in(*window, "Verschillen"), "geen verschillen"));
    CHECK(has(words_in(*window, "Wie bezoekt wie"), "Team Oost bij Team Noord: nog niemand"));
}

TEST_CASE("who visits whom is a table with heads for its rows and columns, and a list on a phone") {
    platform::HeadlessWorld world;
    const auto window = with_filled_dashboard(world);
    const kit::NodeId table = window->get(Role::table, "Wie bezoekt wie").id;
    const auto inside = [&](Role role) {
        const auto all = window->all(role);
        return std::count_if(all.begin(), all.end(),
                             [&](const kit::Node* node) { return window->is_inside(*node, table); });
    };
    CHECK(inside(Role::column_header) == 4);
    CHECK(inside(Role::row_header) == 3);
    CHECK(inside(Role::cell) == 9);
    CHECK(has(words_in(*window, "Wie bezoekt wie"),
              team(*window, 0) + " bij " + team(*window, 0) + ": gaat niet bij zichzelf"));
    window->set_shape({"320x640", 320, 640});
    window->settle();
    CHECK_FALSE(window->find(Role::table, "Wie bezoekt wie"));
    CHECK(window->find(Role::list, "Wie bezoekt wie"));
}

TEST_CASE("somebody in the panel of the own team is pointed out") {
    platform::HeadlessWorld world;
    const auto window = with_filled_dashboard(world);
    const app::VisitView& visit = window->planner.dashboard().visits.front();
    window->planner.set_field({{"seats", visit.seats.front().id}, "participant"}, visit.host);
    window->settle();
    CHECK(has(words_in(*window, "Wie bezoekt wie"), "zit in het eigen panel"));
}

TEST_CASE("a panel is changed on the dashboard: added, swapped with a reason, and taken back") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    window->wait(10'000);
    window->settle();
    window->click(Role::button, "Reviewdag Team Noord wijzigen");
    REQUIRE(window->dialog());
    CHECK(window->focused == window->get(Role::date, "Datum").id);
    const process::Field& table = *window->planner.current()->process().bound_field("seats").field;
    const std::string first = table.row_name.nl + " 1";
    window->click(Role::button, table.add_label.nl);
    window->type("Naam, " + first, "Docent zorg");
    CHECK_FALSE(window->find(Role::radio, "Team Noord"));
    window->click(Role::radio, "Team Oost");
    window->click(Role::button, first + " vervangen");
    window->type("Naam, " + first, "Docent techniek");
    window->type("Waarom?, Vervangen 1", "Ziek");
    CHECK(window->shows("Docent zorg is vervangen door Docent techniek"));
    window->click(Role::button, "Klaar");
    CHECK_FALSE(window->dialog());
    CHECK(has(words_in(*window, "Wie bezoekt wie"), "Team Oost bij Team Noord: 0 zeker, 1 nog open"));
    const app::VisitView& visit = window->planner.dashboard().visits.front();
    REQUIRE(visit.former.size() == 1);
    CHECK(visit.former[0].replaced_why == "Ziek");
    for (int i = 0; i < 3; ++i) window->planner.step(app::Step::undo);
    CHECK(window->planner.dashboard().visits.front().former.empty());
    CHECK(window->planner.dashboard().visits.front().seats.front().name == "Docent zorg");
}

TEST_CASE("documents and actions are changed on the dashboard") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    window->wait(10'000);
    window->settle();
    const process::Process& process = window->planner.current()->process();
    window->click(Role::button, "Documenten van Team Oost wijzigen");
    const process::Field& documents = *process.bound_field("documents").field;
    window->click(Role::button, documents.add_label.nl);
    window->type(documents.columns.front().label.nl + ", " + documents.row_name.nl + " 1", "Verkenning");
    window->click(Role::button, "Klaar");
    CHECK(has(words_in(*window, "Documenten"), "Verkenning"));
    window->click(Role::button, "Vervolg van Team Oost wijzigen");
    const process::Field& actions = *process.bound_field("actions").field;
    window->click(Role::button, actions.add_label.nl);
    window->type(actions.columns.front().label.nl + ", " + actions.row_name.nl + " 1", "Weekgesprek");
    window->click(Role::button, "Klaar");
    CHECK(has(words_in(*window, "Vervolg"), "Volgende actie: Weekgesprek"));
    CHECK(has(words_in(*window, "Vervolg"), "0 van 1 acties klaar"));
}

TEST_CASE("what to do first leads to each task and to all of them") {
    platform::HeadlessWorld world;
    const auto window = with_filled_dashboard(world);
    const kit::NodeId card = region(*window, "Eerst doen")->id;
    const auto links = window->all(Role::link);
    const auto first =
        std::find_if(links.begin(), links.end(), [&](const kit::Node* node) { return window->is_inside(*node, card); });
    REQUIRE(first != links.end());
    const planning::PlannedTask& task = window->planner.plan().tasks[window->planner.dashboard().next_tasks.front()];
    window->act((*first)->id, kit::ActionKind::click);
    CHECK(window->planner.route().item == task.key.id);
    window->planner.go(app::Route::dashboard(window->planner.route().review));
    window->settle();
    window->click(Role::link, "Alle taken");
    CHECK(window->planner.route().screen == app::Screen::tasks);
}

TEST_CASE("with one host the others send people to it") {
    platform::HeadlessWorld world;
    const auto window = with_filled_partnerships(world);
    CHECK(window->planner.dashboard().visits.size() == 1);
    const kit::NodeId table = window->get(Role::table, "Wie bezoekt wie").id;
    const auto cells = window->all(Role::cell);
    CHECK(std::count_if(cells.begin(), cells.end(),
                        [&](const kit::Node* node) { return window->is_inside(*node, table); }) == 2);
    const std::string dates = words_in(*window, "Belangrijke data");
    CHECK(has(dates, "Reviewdag Opleidingsschool Noord"));
    CHECK_FALSE(has(dates, "Reviewdag Opleidingsschool Oost"));
    CHECK(has(words_in(*window, "Documenten"), "1 gevraagd, 1 doorgestuurd"));
    CHECK(has(words_in(*window, "Afspraken"), "Iets over"));
    CHECK(region(*window, "Evaluatie"));
}

TEST_CASE("a question that is still to be written is one press away, with the caret in it") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    const app::OpenReview& open = *window->planner.current();
    const std::string id = window->planner.view().participants.front().participant.id;
    document::FieldKey last;
    for (const process::FieldReference& source : open.process().learning_question) {
        last = window->planner.reading().key_of(source.card, id, *open.process().card(source.card)->field(source.field));
        window->planner.set_field(last, "");
    }
    window->planner.go(app::Route::dashboard(open.id()));
    window->settle();
    window->click(Role::link, "Vraag van " + team(*window, 0));
    REQUIRE(window->node(window->focused));
    CHECK(window->node(window->focused)->role == Role::area);
    window->ui.frame().action({window->focused, kit::ActionKind::input, "Hoe dan?"});
    window->settle();
    CHECK(window->planner.current()->document().value(last) == "Hoe dan?");
}
