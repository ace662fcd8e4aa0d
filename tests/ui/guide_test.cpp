// What a peer review is, which kind fits, how one begins, and the help with its question.

#include <doctest/doctest.h>

#include "scenes.h"

#include "assets/catalog.h"
#include "ui/task_words.h"

#include <algorithm>

using namespace planner;
using namespace planner::testing;
using kit::Role;

namespace {

constexpr std::string_view one_host = "samen-opleiden";

/// As it stands where a line begins.
std::string title_of(const process::Process& process) {
    return ui::capitalised(process.title.nl);
}

bool shows_part(const Window& window, Role role, std::string_view part) {
    const auto nodes = window.all(role);
    return std::any_of(nodes.begin(), nodes.end(),
                       [&](const kit::Node* node) { return node->name.find(part) != std::string::npos; });
}

std::unique_ptr<Window> dialog_of(platform::HeadlessWorld& world, std::string_view process) {
    auto window = std::make_unique<Window>(world);
    window->click(Role::button, "Nieuwe peer review");
    window->click(Role::radio, title_of(*assets::known_process(process)));
    return window;
}

} // namespace

TEST_CASE("the explanation of every kind of review is reached from everywhere and can be searched") {
    platform::HeadlessWorld world;
    Window window(world);
    window.click(Role::link, "Over peer review");
    CHECK(window.planner.route() == app::Route::about());
    CHECK(window.get(Role::heading, "Over peer review").level == 1);
    for (const process::Process* process : assets::known_processes()) {
        window.click(Role::link, title_of(*process));
        CHECK(window.planner.route() == app::Route::about(process->id));
        for (const process::AboutSection& section : process->about) {
            CAPTURE(section.id);
            CHECK(window.get(Role::heading, section.title.nl).level == 2);
            for (const process::Text& paragraph : section.paragraphs) {
                const std::size_t address = paragraph.nl.find("https://");
                const std::string words = paragraph.nl.substr(0, address);
                CHECK(window.find(Role::text, words.substr(0, words.find_last_not_of(' ') + 1)));
                if (address == std::string::npos) continue;
                const std::string link = paragraph.nl.substr(address);
                CHECK(window.get(Role::link, link).address == link);
            }
            for (const process::Text& point : section.points) CHECK(window.find(Role::list_item, point.nl));
        }
    }
}

TEST_CASE("a part of the explanation has an address, and its link scrolls to it") {
    platform::HeadlessWorld world;
    const process::Process& process = *assets::known_processes().front();
    const process::AboutSection& last = process.about.back();
    const auto top_of = [&](Window& window) { return window.placed(window.get(Role::heading, last.title.nl).id).box.y; };
    {
        Window window(world, laptop, app::format_route(app::Route::about(process.id)));
        window.settle();
        CHECK(top_of(window) > laptop.height);
        window.click(Role::link, last.title.nl);
        window.settle();
        CHECK(window.planner.route() == app::Route::about(process.id, last.id));
        CHECK(top_of(window) < laptop.height);
    }
    {
        Window window(world, laptop, app::format_route(app::Route::about(process.id, last.id)));
        window.settle();
        CHECK(top_of(window) < laptop.height);
    }
    Window unknown(world, laptop, "#/about/nergens");
    CHECK(unknown.get(Role::heading, "Niet gevonden").level == 1);
}

TEST_CASE("in a review its own kind is explained, also on a phone") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    const app::Route about = app::Route::about_review(window->planner.route().review);
    const app::Route dashboard = window->planner.route();
    window->click(Role::link, "Over peer review");
    CHECK(window->planner.route() == about);
    CHECK(window->find(Role::heading, window->planner.current()->process().about.front().title.nl));
    window->set_shape(phone);
    window->planner.go(dashboard);
    window->settle();
    window->click(Role::menu_button, "Meer");
    window->click(Role::menu_item, "Over peer review");
    CHECK(window->planner.route() == about);
}

TEST_CASE("the kinds are compared question by question, and a review begins with the one that is chosen") {
    platform::HeadlessWorld world;
    Window window(world, laptop, "#/about");
    for (const process::Process* process : assets::known_processes()) {
        CHECK(window.find(Role::text, process->fits.group.nl));
        CHECK(window.find(Role::text, process->fits.time.nl));
        window.click(Role::button, "Hiermee beginnen: " + process->title.nl);
        CHECK(window.get(Role::radio, title_of(*process)).checked == kit::Checked::on);
        window.click(Role::button, "Annuleren");
    }
}

TEST_CASE("the start offers every kind") {
    platform::HeadlessWorld world;
    Window window(world);
    for (const process::Process* process : assets::known_processes()) {
        CHECK(window.get(Role::heading, title_of(*process)).level == 3);
        CHECK(window.find(Role::list, "Stappen van " + process->title.nl));
        CHECK(window.find(Role::link, "Meer over " + process->title.nl));
    }
}

TEST_CASE("with one host, the first is the host and the others visit, with the days that are known") {
    platform::HeadlessWorld world;
    const auto window = dialog_of(world, one_host);
    CHECK_FALSE(window->find(Role::field, "Naam bezoekend partnerschap 2"));
    window->type("Titel", "Samen op weg");
    window->click(Role::button, "Aanmaken");
    CHECK(window->get(Role::field, "Naam ontvangend partnerschap").error == "Vul de naam in van: ontvangend partnerschap.");
    window->type("Naam ontvangend partnerschap", "Noord");
    window->click(Role::button, "Partnerschap toevoegen");
    window->type("Naam bezoekend partnerschap 1", "Oost");
    window->type("Naam bezoekend partnerschap 2", "Zuid");
    CHECK(window->find(Role::heading, "Ontvangend partnerschap"));
    CHECK_FALSE(shows_part(*window, Role::button, "Ontvangend partnerschap"));
    window->click(Role::button, "Bezoekend partnerschap 1 weghalen");
    CHECK(window->get(Role::field, "Naam bezoekend partnerschap 1").value == "Zuid");
    window->type("Datum startbijeenkomst", "2027-01-14", Role::date);
    window->type("Datum reviewdag", "2027-03-11", Role::date);
    window->click(Role::button, "Aanmaken");
    REQUIRE(window->planner.current());
    const review::Review reading = window->planner.reading();
    REQUIRE(reading.hosts().size() == 1);
    CHECK(reading.hosts().front().name == "Noord");
    CHECK(reading.visitors().front().name == "Zuid");
    CHECK(reading.kickoff().date == "2027-01-14");
    CHECK(reading.visit_of(reading.hosts().front().id).date == "2027-03-11");
}

TEST_CASE("choosing another kind keeps what was typed and asks for as many as it needs") {
    platform::HeadlessWorld world;
    Window window(world);
    window.click(Role::button, "Nieuwe peer review");
    window.type("Titel", "Zelfstandig leren");
    window.type("Naam team 1", "Noord");
    CHECK_FALSE(window.find(Role::date, "Datum reviewdag"));
    window.click(Role::radio, title_of(*assets::known_process(one_host)));
    CHECK(window.get(Role::field, "Naam ontvangend partnerschap").value == "Noord");
    CHECK_FALSE(window.find(Role::field, "Naam bezoekend partnerschap 2"));
    window.click(Role::radio, "Mbo-peerreview");
    CHECK(window.get(Role::field, "Naam team 1").value == "Noord");
    CHECK(window.find(Role::field, "Naam team 3"));
    CHECK(window.get(Role::field, "Titel").value == "Zelfstandig leren");
}

TEST_CASE("the coach follows what is typed, keeps still and takes no focus") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    window->wait(10'000);
    open_card(*window, "verkenning");
    CHECK(window->shows("Typ jullie vraag."));
    const kit::NodeId field = window->get(Role::area, "Onze leervraag").id;
    window->focus(field);
    window->act(field, kit::ActionKind::input, "Is onze begeleiding goed?");
    CHECK(window->focused == field);
    CHECK(window->shows("Je kunt nu met ja of nee antwoorden."));
    CHECK(window->shows("Het is een vraag."));
    const std::size_t loud = window->all(Role::status).size() + window->all(Role::alert).size();
    window->act(field, kit::ActionKind::input, "Hoe wordt onze begeleiding beter?");
    CHECK(window->shows("De vraag is open."));
    CHECK_FALSE(window->shows("Je kunt nu met ja of nee antwoorden."));
    CHECK(window->focused == field);
    CHECK(window->all(Role::status).size() + window->all(Role::alert).size() == loud);
}

TEST_CASE("the examples of the coach are opened and closed") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    open_card(*window, "verkenning");
    const process::Coach& coach = window->planner.current()->process().coach;
    CHECK_FALSE(window->find(Role::text, coach.examples.front().text.nl));
    CHECK(window->get(Role::button, "Voorbeelden en tips").expanded == false);
    window->click(Role::button, "Voorbeelden en tips");
    CHECK(window->find(Role::text, coach.examples.front().text.nl));
    CHECK(window->find(Role::list_item, coach.criteria.front().nl));
    window->click(Role::button, "Voorbeelden en tips verbergen");
    CHECK_FALSE(window->find(Role::text, coach.examples.front().text.nl));
}
