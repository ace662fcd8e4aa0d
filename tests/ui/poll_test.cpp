#include <doctest/doctest.h>

#include "planning/hours.h"
#include "review/availability.h"
#include "scenes.h"

using namespace planner;
using namespace planner::testing;
using kit::Role;

namespace {

void open_shared(Window& window, std::string_view card) {
    window.planner.go(app::Route::card_of(window.planner.route().review, card, ""));
    window.settle();
}

std::unique_ptr<Window> with_poll(platform::HeadlessWorld& world, Shape shape = laptop) {
    auto window = with_new_review(world, shape);
    for (const char* date : {"2027-01-19", "2027-01-26", "2027-02-02"})
        window->planner.add_to_list("date_options", {{"date", date}, {"time", "13:30"}});
    window->wait(10'000);
    open_shared(*window, "uitnodiging");
    return window;
}

void choose(Window& window, std::string_view name, std::string value) {
    window.act(window.get(Role::select, name).id, kit::ActionKind::change, std::move(value));
    window.settle();
}

} // namespace

TEST_CASE("a poll is answered, counted in words and decided on the invitation; undo takes the decision back") {
    platform::HeadlessWorld world;
    const auto window = with_poll(world);
    CHECK(window->shows("Nog niet alles beantwoord: Team Noord, Team Oost, Team Zuid"));
    for (const char* team : {"Team Noord", "Team Oost", "Team Zuid"})
        choose(*window, "Antwoord van " + std::string(team) + " op di 19 jan 2027, 13:30", "if_needed");
    for (const char* team : {"Team Noord", "Team Oost"})
        choose(*window, "Antwoord van " + std::string(team) + " op di 26 jan 2027, 13:30", "yes");
    CHECK(window->shows("Iedereen kan dan. Ja zeggen: 0 van de 3."));
    CHECK(window->shows("2 ja · 0 als het moet · 0 nee"));
    window->click(Role::button, "Kies deze datum: di 26 jan 2027, 13:30");
    CHECK(window->planner.view().kickoff.date == "2027-01-26");
    CHECK(window->planner.view().kickoff.time == "13:30");
    CHECK(window->shows("Gekozen"));
    CHECK(window->shows("Data die je zelf hebt gekozen blijven staan. Met Ongedaan maken zet je alles terug."));
    window->planner.step(app::Step::undo);
    window->settle();
    CHECK(window->planner.view().kickoff.date.empty());
}

TEST_CASE("a note beside the answers is written in the row of who gives it, and shown to everybody") {
    platform::HeadlessWorld world;
    const auto window = with_poll(world, phone);
    window->click(Role::button, "Toelichting van Team Oost");
    window->type("Toelichting van Team Oost bij di 19 jan 2027, 13:30", "Pas na 14 uur");
    window->click(Role::button, "Toelichting van Team Oost");
    CHECK(window->shows("di 19 jan 2027, 13:30: Pas na 14 uur"));
}

TEST_CASE("forty teams and six days can be answered") {
    platform::HeadlessWorld world;
    const auto window = with_poll(world);
    for (int i = 0; i < 37; ++i) window->planner.add_participant({"Team " + std::to_string(i), ""});
    for (const char* date : {"2027-02-09", "2027-02-16", "2027-03-02"})
        window->planner.add_to_list("date_options", {{"date", date}});
    window->settle();
    CHECK(window->all(Role::select).size() == 240);
    choose(*window, "Antwoord van Team 36 op di 2 mrt 2027", "no");
    CHECK(review::count_answers(window->planner.reading()).options.back().no == 1);
}

TEST_CASE("the dialog with dates and the task that asks for an answer lead to the poll") {
    platform::HeadlessWorld world;
    const auto window = with_poll(world);
    const auto& tasks = window->planner.plan().tasks;
    const auto asks = std::find_if(tasks.begin(), tasks.end(), [](const planning::PlannedTask& task) {
        return task.task->place == process::WorkPlace::dates && !task.subject.empty();
    });
    REQUIRE(asks != tasks.end());
    CHECK(asks->due_by == planning::DueBy::proposal);
    window->planner.go(app::Route::tasks(window->planner.route().review, asks->key.id));
    window->settle();
    CHECK(
        window->shows("Deze datum is voorlopig. Hij telt vanaf een datum die nog niet vaststaat."));
    window->click(Role::button, "Naar de data");
    REQUIRE(window->dialog());
    window->click(Role::button, "Kies deze datum: di 2 feb 2027, 13:30");
    CHECK(window->planner.view().kickoff.date == "2027-02-02");
}

TEST_CASE("hours are changed, added, left out and brought back; totals follow") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    window->click(Role::link, "Uren");
    CHECK(window->planner.route().screen == app::Screen::hours);
    CHECK(window->shows("Iedereen samen: 36–56 uur"));
    CHECK(window->shows("Eén persoon die alles doet: 24–40 uur"));
    window->type("Aantal reviews", "1", Role::number);
    CHECK(window->shows("Eén persoon die alles doet: 16–24 uur"));
    choose(*window, "Lengte van een review", "half_day");
    CHECK(window->shows("Iedereen samen: 36–40 uur"));
    window->type("Uren minstens, Overleg tussendoor", "1,5", Role::number);
    CHECK(window->shows("Iedereen samen: 35–40 uur"));
    window->click(Role::button, "Overleg tussendoor verwijderen");
    CHECK(window->shows("Iedereen samen: 32 uur"));
    window->click(Role::button, "Overleg tussendoor weer meetellen");
    CHECK(window->shows("Iedereen samen: 35–40 uur"));
    window->click(Role::button, "Eigen regel toevoegen bij Contactpersonen");
    window->type("Activiteit bij Eigen regel 5", "Reizen");
    window->type("Uren minstens, Reizen", "2", Role::number);
    CHECK(window->shows("Iedereen samen: 37–42 uur"));
}

TEST_CASE("answers of several people and moments are read side by side, each person's together") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    const process::Process& process = window->planner.current()->process();
    const std::string team = window->planner.view().participants.at(0).participant.id;
    const process::Card* card = nullptr;
    const process::Field* table = nullptr;
    for (const process::Card& each : process.cards)
        for (const process::Block& block : each.blocks)
            for (const process::Field& field : block.fields)
                if (field.compared == process::Compared::yes) {
                    card = &each;
                    table = &field;
                }
    REQUIRE(table);
    for (const char* name : {"Docent", "Begeleider", "Docent"}) {
        const document::EntityKey row = window->planner.add_row({card->id, team, table});
        window->planner.set_field({row, table->columns[0].id}, name);
        for (const process::Field& column : table->columns)
            if (column.kind == process::FieldKind::long_text)
                window->planner.set_field({row, column.id}, "Antwoord van " + std::string(name));
    }
    open_card(*window, card->id);
    window->click(Role::button, "Vergelijk de antwoorden");
    std::vector<std::string> names;
    for (const kit::Node* node : window->all(Role::text))
        if (node->name == "Docent" || node->name == "Begeleider") names.push_back(node->name);
    REQUIRE(names.size() == 15);
    CHECK(std::vector<std::string>(names.begin(), names.begin() + 3) ==
          std::vector<std::string>{"Begeleider", "Docent", "Docent"});
    CHECK(window->all(Role::area).empty());
    window->click(Role::button, "Terug naar invullen");
    CHECK_FALSE(window->all(Role::area).empty());
}

TEST_CASE("regions are chosen, a school holiday gets other days, and a free week of one's own is added") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    window->click(Role::link, "Taken");
    window->click(Role::button, "Vakanties en vrije dagen");
    REQUIRE(window->dialog());
    choose(*window, "Regio voor iedereen", "noord");
    CHECK(window->planner.reading().participants().at(2).holiday_region == "noord");
    CHECK(window->get(Role::select, "Regio van Team Oost").value == "noord");
    const auto first_days = window->all(Role::date);
    REQUIRE_FALSE(first_days.empty());
    window->act(first_days.front()->id, kit::ActionKind::input, "2026-12-05");
    window->settle();
    REQUIRE(window->planner.current()->document().collection("free_periods"));
    CHECK(window->planner.current()->document().collection("free_periods")->size() == 1);
    window->click(Role::button, "Vrije dagen toevoegen");
    window->type("Naam, Eigen vrije periode 1", "Studieweek");
    CHECK(window->find(Role::date, "Eerste dag, Studieweek"));
}
