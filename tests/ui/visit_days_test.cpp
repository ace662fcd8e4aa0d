#include <doctest/doctest.h>

#include "app/poll.h"
#include "planning/run_sheet.h"
#include "review/visit_days.h"
#include "scenes.h"

#include <algorithm>

using namespace planner;
using namespace planner::testing;
using kit::Role;

namespace {

std::string id_of_team(Window& window, std::size_t index) {
    return window.planner.view().participants.at(index).participant.id;
}

/// The card of the first team, that wrote three days; two of them are one moment.
std::unique_ptr<Window> with_days(platform::HeadlessWorld& world, Shape shape = laptop) {
    auto window = with_new_review(world, shape);
    const process::Field* table = window->planner.current()->process().card("voorbereiding")->field("voorkeursdata");
    for (const char* date : {"2027-01-19", "2027-01-26", "2027-01-26", ""}) {
        const document::EntityKey row = window->planner.add_row({"voorbereiding", id_of_team(*window, 0), table});
        window->planner.set_field({row, "datum"}, date);
        window->planner.set_field({row, "van"}, "09:00");
        window->planner.set_field({row, "tot"}, "15:30");
    }
    window->wait(10'000);
    open_card(*window, "voorbereiding");
    return window;
}

void answer(Window& window, std::string_view who, std::string_view day, std::string value) {
    const std::string name = "Antwoord van " + std::string(who) + " op " + std::string(day) + ", 09:00 tot 15:30";
    window.act(window.get(Role::select, name).id, kit::ActionKind::change, std::move(value));
    window.settle();
}

std::size_t answers(Window& window) {
    std::size_t count = 0;
    for (const kit::Node* each : window.all(Role::select)) count += each->name.starts_with("Antwoord van ") ? 1 : 0;
    return count;
}

review::Visit visit_of_first(Window& window) {
    return window.planner.reading().visit_of(id_of_team(window, 0));
}

} // namespace

TEST_CASE("the others answer to the days of a team under its table, and one of them becomes its review day") {
    platform::HeadlessWorld world;
    const auto window = with_days(world);
    CHECK(answers(*window) == 6);
    CHECK_FALSE(window->find(Role::select, "Antwoord van Team Noord op di 19 jan 2027, 09:00 tot 15:30"));
    CHECK(window->shows("Nog niet alles beantwoord: Team Oost, Team Zuid"));
    answer(*window, "Team Oost", "di 19 jan 2027", "yes");
    answer(*window, "Team Zuid", "di 19 jan 2027", "no");
    CHECK(window->shows("1 ja · 0 als het moet · 1 nee"));
    answer(*window, "Team Oost", "di 26 jan 2027", "if_needed");
    answer(*window, "Team Zuid", "di 26 jan 2027", "yes");
    CHECK(window->shows("Past het best"));
    CHECK(window->shows("Iedereen kan dan. Ja zeggen: 1 van de 2."));
    CHECK_FALSE(window->shows("De reviewdag van Team Noord is op di "));

    window->click(Role::button, "Kies deze dag: di 26 jan 2027, 09:00 tot 15:30");
    CHECK(visit_of_first(*window).date == "2027-01-26");
    CHECK(visit_of_first(*window).time == "09:00");
    CHECK(window->shows("De reviewdag van Team Noord is op di 26 jan 2027, 09:00."));
    CHECK_FALSE(window->find(Role::button, "Kies deze dag: di 26 jan 2027, 09:00 tot 15:30"));
    window->click(Role::button, "Kies deze dag: di 19 jan 2027, 09:00 tot 15:30");
    CHECK(window->shows("De reviewdag van Team Noord is op di 19 jan 2027, 09:00."));
    window->planner.step(app::Step::undo);
    window->planner.step(app::Step::undo);
    window->settle();
    CHECK(visit_of_first(*window).date.empty());
    CHECK_FALSE(window->shows("De reviewdag van Team Noord is op di "));
}

TEST_CASE("a day that a team wrote twice has a number; one without a date is no day to choose") {
    platform::HeadlessWorld world;
    const auto window = with_days(world);
    CHECK(window->find(Role::button, "Kies deze dag: di 26 jan 2027, 09:00 tot 15:30"));
    CHECK(window->find(Role::button, "Kies deze dag: di 26 jan 2027, 09:00 tot 15:30 (2)"));
    std::size_t days = 0;
    for (const kit::Node* each : window->all(Role::button)) days += each->name.starts_with("Kies deze dag") ? 1 : 0;
    CHECK(days == 3);
}

TEST_CASE("what a chosen day makes move stands under the days it was chosen from, and not on another card") {
    platform::HeadlessWorld world;
    const auto window = with_days(world);
    const char* hint = "Data die je zelf hebt gekozen blijven staan. Met Ongedaan maken zet je alles terug.";
    CHECK_FALSE(window->shows(hint));
    window->click(Role::button, "Kies deze dag: di 19 jan 2027, 09:00 tot 15:30");
    CHECK(window->shows(hint));
    open_card(*window, "voorbereiding", 1);
    CHECK_FALSE(window->shows(hint));
}

TEST_CASE("what speaks against a day is told before it is chosen, also of a day that nobody proposed") {
    platform::HeadlessWorld world;
    const auto window = with_days(world);
    const auto told = [&] {
        const auto all = window->all(Role::text);
        return std::count_if(all.begin(), all.end(), [](const kit::Node* each) { return each->name == "Op die dag is ook de reviewdag van Team Oost."; });
    };
    CHECK(told() == 0);
    window->planner.set_field({review::visit_key(id_of_team(*window, 1)), "date"}, "2027-01-19");
    window->settle();
    CHECK(told() == 1);
    window->click(Role::button, "Kies deze dag: di 19 jan 2027, 09:00 tot 15:30");
    CHECK(told() == 1);
    for (const std::size_t team : {0UL, 1UL})
        window->planner.set_field({review::visit_key(id_of_team(*window, team)), "date"}, "2027-03-02");
    window->settle();
    CHECK(told() == 1);
}

TEST_CASE("when a chosen day ends at another time than its run sheet, that is told with the way there") {
    platform::HeadlessWorld world;
    const auto window = with_days(world);
    const auto told = [&] { return window->shows("Het draaiboek loopt nu tot "); };
    CHECK_FALSE(told());
    window->click(Role::button, "Kies deze dag: di 19 jan 2027, 09:00 tot 15:30");
    const process::RunSheet& sheet = *window->planner.current()->process().run_sheet("reviewdag");
    const std::string host = id_of_team(*window, 0);
    const auto agenda = [&] { return planning::make_agenda(window->planner.reading(), sheet, host); };
    const std::string end = planning::format_clock(agenda().end());
    REQUIRE(end != "15:30");
    CHECK(window->shows("Het draaiboek loopt nu tot " + end + ", dit dagdeel tot 15:30."));
    const app::Route card = window->planner.route();
    window->click(Role::link, "Naar ‘" + sheet.title.nl + "’");
    CHECK(window->planner.route() == app::Route::run_sheets(card.review, "reviewdag", host));
    window->planner.go(card);
    // The day ends when the run sheet does.
    const process::Field* table = window->planner.current()->process().card("voorbereiding")->field("voorkeursdata");
    window->planner.set_field({window->planner.reading().rows("voorbereiding", host, *table).at(0), "tot"}, end);
    window->settle();
    CHECK_FALSE(told());
}

TEST_CASE("a day that ends before it begins says so, and is chosen with the time at which it begins") {
    platform::HeadlessWorld world;
    const auto window = with_days(world);
    const std::string warning = "‘Tot’ is eerder dan ‘Van’. Kijk de tijden na.";
    CHECK_FALSE(window->shows(warning));
    const process::Field* table = window->planner.current()->process().card("voorbereiding")->field("voorkeursdata");
    const document::EntityKey row = window->planner.reading().rows("voorbereiding", id_of_team(*window, 0), *table).at(0);
    const auto until = [&](const char* time) {
        window->planner.set_field({row, "tot"}, time);
        window->settle();
    };
    until("08:00");
    CHECK(window->shows(warning));
    CHECK_FALSE(window->find(Role::button, "Kies deze dag: di 19 jan 2027, 09:00 tot 08:00"));
    window->click(Role::button, "Kies deze dag: di 19 jan 2027, 09:00");
    CHECK(visit_of_first(*window).time == "09:00");
    CHECK_FALSE(window->shows("Het draaiboek loopt nu tot "));
    for (const char* time : {"09:00", "", "later", "8:00"}) {
        until(time);
        CHECK_FALSE(window->shows(warning));
    }
}

TEST_CASE("a day stands on one line with its times where there is room, else each stands below the other") {
    for (const Shape& shape : {laptop, phone}) {
        platform::HeadlessWorld world;
        const auto window = with_days(world, shape);
        const auto box = [&](const char* column) {
            for (const Placed& each : window->placed())
                if (each.node->name == std::string(column) + ", Voorkeursdatum 1") return each.box;
            FAIL(column);
            return kit::Rect{};
        };
        const auto date = box("Datum"), from = box("Van"), until = box("Tot");
        if (shape.width == laptop.width) {
            CHECK(from.x > date.x);
            CHECK(until.x > from.x);
            CHECK(from.y == date.y);
            CHECK(until.y == date.y);
        } else {
            CHECK(from.x == date.x);
            CHECK(until.x == date.x);
            CHECK(from.y > date.y);
            CHECK(until.y > from.y);
        }
    }
}

TEST_CASE("tasks that get their first date are counted, and only those that had one move") {
    platform::HeadlessWorld world;
    const auto window = with_days(world);
    window->click(Role::button, "Kies deze dag: di 19 jan 2027, 09:00 tot 15:30");
    CHECK(window->shows(" taken in de takenlijst krijgen een datum"));
    CHECK_FALSE(window->shows("verschui"));
    CHECK_FALSE(window->shows("Nog geen datum wordt"));
    window->click(Role::button, "Kies deze dag: di 26 jan 2027, 09:00 tot 15:30");
    CHECK(window->shows(" taken verschuiven mee"));
    CHECK_FALSE(window->shows(" krijgen een datum"));
}

TEST_CASE("tables without days, and tables that no meeting chooses from, have no answers under them") {
    platform::HeadlessWorld world;
    const auto window = with_days(world);
    open_card(*window, "voorbereiding", 1);
    CHECK(answers(*window) == 0);
    for (const process::Card& card : window->planner.current()->process().cards) {
        if (card.id == "voorbereiding") continue;
        const std::string owner = card.scope == process::Scope::review ? "" : id_of_team(*window, 0);
        window->planner.go(app::Route::card_of(window->planner.route().review, card.id, owner));
        window->settle();
        INFO(card.id);
        CHECK(answers(*window) == 0);
    }
}

TEST_CASE("different answers to a day of a team, and different days for its review, lead to its card to choose") {
    platform::HeadlessWorld world;
    const auto window = with_days(world);
    const std::string first = id_of_team(*window, 0), second = id_of_team(*window, 1);
    const process::Field* table = window->planner.current()->process().card("voorbereiding")->field("voorkeursdata");
    const auto option =
        review::visit_days(window->planner.reading(), "voorbereiding", first, *table).poll.options[0].option;
    const std::string theirs = edited_elsewhere(*window, [&](app::Planner& planner) {
        app::answer_date(planner, option.id, second, review::Answer::no);
        planner.set_field({review::visit_key(first), "date"}, "2027-01-26");
    });
    app::answer_date(window->planner, option.id, second, review::Answer::yes);
    app::choose_visit_day(window->planner, first, option);
    window->open_file("terug.json", theirs);
    window->planner.confirm_import();
    window->settle();
    open_card(*window, "voorbereiding");
    CHECK(window->shows("Antwoord van Team Oost op dinsdag 19 januari 2027"));
    CHECK(window->shows("Datum reviewdag Team Noord"));

    window->planner.go(app::Route::dashboard(window->planner.route().review));
    window->settle();
    window->click(Role::button, "Verschil bij Antwoord van Team Oost op dinsdag 19 januari 2027 · Team Oost");
    CHECK(window->planner.route().card == "voorbereiding");
    CHECK(window->planner.route().participant == first);
    REQUIRE(window->node(window->focused));
    CHECK(window->node(window->focused)->name.starts_with("Kies deze: "));
    window->act(window->focused, kit::ActionKind::click);
    CHECK(window->planner.view().conflict_count == 1);

    window->planner.remove_row({"rows", option.id});
    window->settle();
    CHECK(answers(*window) == 4);
}
