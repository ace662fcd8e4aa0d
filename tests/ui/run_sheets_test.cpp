#include <doctest/doctest.h>

#include "app/dates.h"
#include "inspect.h"
#include "live_scenes.h"
#include "run_sheet_scenes.h"

#include <algorithm>

using namespace planner;
using namespace planner::testing;
using kit::ActionKind;
using kit::Role;

namespace {

constexpr const char* welcome = ", 1. Inloop en welkom";

/// The times of all lines, in reading order.
std::vector<std::string> times(Window& window) {
    std::vector<std::string> list;
    for (const kit::Node* node : window.all(Role::text))
        if (node->name.find(" tot ") == 5 && node->name.size() == 15 && node->name[0] != '+') list.push_back(node->name);
    return list;
}

/// What Enter on a focused button does: the page sends a click for the control that has the focus.
void press_with_keyboard(Window& window, std::string_view name) {
    const kit::NodeId id = window.get(Role::button, name).id;
    window.focus(id);
    window.frame();
    REQUIRE(window.focused == id);
    window.act(id, ActionKind::click);
}

} // namespace

TEST_CASE("the run sheets are in the menu, one per host, each with an address of its own") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    window->click(Role::link, "Draaiboeken");
    CHECK(window->get(Role::heading, "Draaiboek startbijeenkomst").level == 1);
    CHECK(window->get(Role::link, "Draaiboek startbijeenkomst").current);
    window->click(Role::link, "Draaiboek reviewdag · Team Oost");
    CHECK(window->get(Role::heading, "Draaiboek reviewdag").level == 1);
    CHECK(window->planner.route().participant == window->planner.view().participants.at(1).participant.id);
    CHECK(window->platform.hash().find("/run-sheets/reviewdag/") != std::string::npos);
}

TEST_CASE("the clock follows the start time and the minutes as they are typed") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    window->click(Role::link, "Draaiboeken");
    CHECK(times(*window).empty());
    CHECK(window->shows("+0:20 tot +1:05"));
    window->type("Begintijd", "13:30", Role::time);
    CHECK(times(*window) == std::vector<std::string>{"13:30 tot 13:50", "13:50 tot 14:35", "14:35 tot 15:20",
                                                     "15:20 tot 16:05", "16:05 tot 16:30"});
    CHECK(window->shows("Duurt 3:00 uur, tot 16:30."));
    window->type(std::string("Minuten") + welcome, "10", Role::number);
    CHECK(times(*window).back() == "15:55 tot 16:20");
    window->type(std::string("Vaste tijd") + welcome, "13:35", Role::time);
    CHECK(times(*window).front() == "13:35 tot 13:45");
    CHECK(window->shows("Ervoor zijn 5 minuten vrij"));
    window->type(std::string("Vaste tijd") + welcome, "", Role::time);
    CHECK(times(*window).front() == "13:30 tot 13:40");
    CHECK(window->key("z"));
    CHECK(times(*window).front() == "13:35 tot 13:45");
}

TEST_CASE("a text can be emptied and typed again; left empty, the proposal comes back") {
    platform::HeadlessWorld world;
    const auto window = with_run_sheet(world, "startbijeenkomst");
    const std::string name = std::string("Wie") + welcome;
    const std::string proposed = window->get(Role::area, name).value;
    CHECK_FALSE(proposed.empty());
    const kit::NodeId id = window->get(Role::area, name).id;
    window->focus(id);
    window->frame();
    for (const char* typed : {"", "I", "Iedereen"}) {
        window->act(id, ActionKind::input, typed);
        CHECK(window->node(id)->value == typed);
    }
    window->act(id, ActionKind::input, "");
    CHECK(window->node(id)->value.empty());
    window->act(id, ActionKind::blur);
    CHECK(window->node(id)->value == proposed);
    window->type(std::string("Minuten") + welcome, "0", Role::number);
    CHECK(window->get(Role::number, std::string("Minuten") + welcome).error == "Vul 1 tot en met 1440 in.");
}

TEST_CASE("lines are added below another, typed in at once, moved, removed and put back, by keyboard") {
    platform::HeadlessWorld world;
    const auto window = with_run_sheet(world, "startbijeenkomst");
    press_with_keyboard(*window, "Regel toevoegen na 1. Inloop en welkom");
    const kit::Node added = window->get(Role::area, "Wat, 2. Nieuwe regel");
    CHECK(window->focused == added.id);
    window->act(added.id, ActionKind::input, "Koffie");
    CHECK(window->get(Role::area, "Wat, 2. Koffie").id == added.id);
    press_with_keyboard(*window, "2. Koffie omhoog");
    CHECK(window->find(Role::area, "Wat, 1. Koffie"));
    CHECK(window->get(Role::button, "1. Koffie omhoog").disabled);
    press_with_keyboard(*window, "2. Inloop en welkom verwijderen");
    CHECK_FALSE(window->find(Role::area, "Wat, 2. Inloop en welkom"));
    CHECK(window->find(Role::heading, "Weggelaten"));
    press_with_keyboard(*window, "Zet terug: 1. Inloop en welkom");
    CHECK_FALSE(window->find(Role::heading, "Weggelaten"));
    press_with_keyboard(*window, "Terug naar het voorstel");
    CHECK(window->find(Role::area, std::string("Wat") + welcome));
    CHECK_FALSE(window->find(Role::area, "Wat, 1. Koffie"));
    CHECK_FALSE(window->find(Role::button, "Terug naar het voorstel"));
    CHECK(window->key("z"));
    CHECK(window->find(Role::area, "Wat, 1. Koffie"));
}

TEST_CASE("with four teams the conflict is explained, and each of two buttons settles it in one step back") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    window->planner.add_participant({"Team Vier", ""});
    window->planner.set_field({review::review_key(), "kickoff_time"}, "13:30");
    window->settle();
    window->click(Role::link, "Draaiboeken");
    CHECK(window->shows("Het programma duurt 3:45 uur. Afgesproken is hooguit 3:00 uur, dus dit is 45 minuten te lang."));
    window->click(Role::button, "Maak elke beurt 33 minuten");
    CHECK_FALSE(window->find(Role::heading, "Dit past niet"));
    CHECK(window->shows("tot 16:27."));
    CHECK(window->key("z"));
    CHECK(window->find(Role::heading, "Dit past niet"));
    window->click(Role::button, "Laat het duren tot 17:15");
    CHECK_FALSE(window->find(Role::heading, "Dit past niet"));
    CHECK(window->key("z"));
    CHECK(window->find(Role::heading, "Dit past niet"));
    for (const char* name : {"Team Vijf", "Team Zes"}) window->planner.add_participant({name, ""});
    window->settle();
    CHECK(window->shows("Korter kan niet"));
    CHECK(window->find(Role::button, "Laat het duren tot 18:45"));
}

TEST_CASE("a locked time that comes too early has two ways out") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    window->planner.set_field({review::review_key(), "kickoff_time"}, "13:30");
    window->settle();
    window->click(Role::link, "Draaiboeken");
    const std::string start = "Vaste tijd, 5. Uitloop, afspraken en afsluiting";
    window->type(start, "15:50", Role::time);
    CHECK(window->shows("begint vast om 15:50, maar wat ervoor komt duurt tot 16:05. Dat is 15 minuten te lang."));
    window->click(Role::button, "Kort in wat ervoor komt");
    CHECK_FALSE(window->find(Role::heading, "Dit past niet"));
    CHECK(times(*window).back() == "15:50 tot 16:15");
    CHECK(window->key("z"));
    window->click(Role::button, "Laat het om 16:05 beginnen");
    CHECK_FALSE(window->find(Role::heading, "Dit past niet"));
    CHECK(window->get(Role::time, start).value.empty());
}

TEST_CASE("half or whole day changes the programme; phases and breaks are marked; rules stand beside it") {
    platform::HeadlessWorld world;
    const auto window = with_run_sheet(world, "reviewdag");
    window->click(Role::radio, "Hele dag");
    CHECK(window->shows("Duurt 8:00 uur"));
    window->click(Role::radio, "Halve dag");
    CHECK(window->shows("Duurt 4:00 uur"));
    CHECK(window->find(Role::heading, "Het panel bereidt zich voor"));
    CHECK(window->find(Role::heading, "De review"));
    CHECK(window->find(Role::heading, "Weggelaten"));
    const auto pauses = window->all(Role::text, "Pauze");
    CHECK(pauses.size() == 1);
    for (const process::Rule& rule : window->planner.current()->process().rules) {
        const bool shown = std::any_of(rule.shown.begin(), rule.shown.end(), [](const process::Showing& each) {
            return each.on == process::ShownOn::run_sheet && each.id == "reviewdag";
        });
        CHECK(window->shows(rule.text.nl) == shown);
        if (shown) CHECK(window->shows(rule.reason.nl));
    }
}

TEST_CASE("a card is one step away, the one of whose turn it is") {
    platform::HeadlessWorld world;
    const auto window = with_run_sheet(world, "startbijeenkomst");
    const auto links = window->all(Role::link, "Voorbereiding peer review");
    REQUIRE(links.size() == 3);
    window->act(links[1]->id, ActionKind::click);
    CHECK(window->planner.route().screen == app::Screen::card);
    CHECK(window->planner.route().participant == window->planner.view().participants.at(1).participant.id);
}

TEST_CASE("out for comments each line takes one; final it is only read, and a new draft counts on") {
    platform::HeadlessWorld world;
    const auto window = with_run_sheet(world, "startbijeenkomst");
    const std::string comment = std::string("Opmerking") + welcome;
    CHECK(window->shows("Concept 1"));
    CHECK_FALSE(window->find(Role::area, comment));
    window->click(Role::button, "Vraag om reacties");
    window->type(comment, "Mag korter", Role::area);
    window->type("Opmerkingen bij dit draaiboek", "Ziet er goed uit", Role::area);
    window->click(Role::button, "Maak definitief");
    CHECK(window->shows("Definitief, versie 1"));
    CHECK_FALSE(window->find(Role::area, std::string("Wat") + welcome));
    CHECK(window->shows("Opmerking: Mag korter"));
    CHECK_FALSE(window->find(Role::button, "Regel toevoegen"));
    window->click(Role::button, "Maak een nieuw concept");
    CHECK(window->shows("Concept 2"));
    CHECK(window->get(Role::area, comment).value == "Mag korter");
}

TEST_CASE("a task that is done with a run sheet leads to it") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    const auto& tasks = window->planner.plan().tasks;
    const auto found = std::find_if(tasks.begin(), tasks.end(), [](const planning::PlannedTask& task) {
        return task.task->run_sheet == "reviewdag" && !task.subject.empty();
    });
    REQUIRE(found != tasks.end());
    const std::string subject = found->subject;
    window->planner.go(app::Route::tasks(window->planner.route().review, found->key.id));
    window->settle();
    window->click(Role::link, "Draaiboek reviewdag");
    CHECK(window->planner.route() == app::Route::run_sheets(window->planner.route().review, "reviewdag", subject));
}

TEST_CASE("a conflict in a run sheet is chosen there, and the dashboard leads to it") {
    platform::HeadlessWorld world;
    const auto window = with_run_sheet(world, "startbijeenkomst");
    const auto line = shown_agenda(*window).items[0];
    const std::string theirs = edited_elsewhere(
        *window, [&](app::Planner& planner) { planner.set_field({line.key, "minutes"}, "15"); });
    window->planner.set_field({line.key, "minutes"}, "25");
    window->open_file("terug.json", theirs);
    window->planner.confirm_import();
    window->settle();
    window->click(Role::link, "Dashboard");
    window->click(Role::button, "Kies wat klopt");
    CHECK(window->planner.route().item == "startbijeenkomst");
    const auto choices = window->all(Role::button, "Kies deze: Jouw tekst");
    REQUIRE(choices.size() == 1);
    window->act(choices[0]->id, ActionKind::click);
    CHECK(window->get(Role::number, std::string("Minuten") + welcome).value == "25");
    CHECK(window->planner.view().conflict_count == 0);
}

TEST_CASE("on a phone every line is a card with the same controls") {
    platform::HeadlessWorld world;
    const auto window = with_run_sheet(world, "startbijeenkomst", phone);
    CHECK(window->all(Role::table).empty());
    CHECK(window->find(Role::region, "1. Inloop en welkom"));
    window->type(std::string("Minuten") + welcome, "30", Role::number);
    CHECK(shown_agenda(*window).items[0].minutes == 30);
    window->set_shape(laptop);
    window->settle();
    CHECK(window->all(Role::table).size() == 1);
    CHECK(window->get(Role::number, std::string("Minuten") + welcome).value == "30");
}

TEST_CASE("the run sheets of another process fit as well, and its one host needs no name") {
    platform::HeadlessWorld world;
    Window window(world);
    window.planner.create_review({"Opleiden in de school", "samen-opleiden", {{"Noord", ""}, {"Oost", ""}, {"Zuid", ""}}});
    window.settle();
    for (const process::RunSheet& sheet : window.planner.current()->process().run_sheets) {
        window.planner.go(app::Route::run_sheets(window.planner.route().review, sheet.id));
        for (const Shape& shape : shapes) {
            window.set_shape(shape);
            window.settle();
            CHECK(window.get(Role::link, sheet.title.nl).current);
            for (const Findings& findings : {inspect_words(window), inspect_boxes(window), inspect_order(window)})
                for (const std::string& finding : findings) FAIL_CHECK(shape.name, ": ", finding);
        }
    }
}

TEST_CASE("a run sheet by which people met says so and asks for nothing more; before its day that was a rehearsal") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    const std::string review = window->planner.route().review, sheet = window->planner.route().item;
    const auto has_draft = [&](const app::Route& route) {
        window->planner.go(route);
        window->settle();
        return std::pair(window->shows("Concept 1"), window->shows("Gehouden"));
    };
    const app::Route run_sheet = app::Route::run_sheets(review, sheet), live = window->planner.route();
    app::begin_meeting(window->planner, shown_meeting(*window), app::Beginning::as_planned);
    pass_minutes(*window, 9);
    window->planner.set_field({review::review_key(), "kickoff_date"}, app::format_day(window->planner.today()));
    CHECK(has_draft(run_sheet) == std::pair(true, false));
    window->planner.go(live);
    window->settle();
    stop_meeting(*window);
    CHECK(has_draft(run_sheet) == std::pair(false, true));
    CHECK_FALSE(window->find(Role::button, "Maak definitief"));
    CHECK(has_draft(app::Route::dashboard(review)).second);
    window->planner.set_field({review::review_key(), "kickoff_date"}, "2031-02-03");
    CHECK(has_draft(run_sheet) == std::pair(true, false));
    CHECK(window->find(Role::button, "Maak definitief"));
}
