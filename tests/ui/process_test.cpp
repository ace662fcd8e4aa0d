#include <doctest/doctest.h>

#include "../app/own_process.h"
#include "process_scenes.h"
#include "review/kept_process.h"
#include "scenes.h"

using namespace planner;
using namespace planner::testing;
using kit::Role;

TEST_CASE("a process file shows what it is and what it changes, and is used at a press of a button") {
    platform::HeadlessWorld world;
    const auto window = process_offer(world);
    CHECK(window->shows("Eigen werkwijze, versie 1.0"));
    CHECK(window->shows("Vervalt: Verkenning eigen vraagstuk"));
    CHECK(window->shows("Onze leervraag"));
    window->click(Role::button, "Gebruik in deze review");
    CHECK(window->dialog() == nullptr);
    CHECK(window->planner.current()->process().id == "eigen-werkwijze");
    CHECK(window->shows("Deze peer review gebruikt nu Eigen werkwijze, versie 1.0"));
    window->key("z");
    window->settle();
    CHECK(window->planner.current()->process().id == shipped_id);
}

TEST_CASE("a process file starts a new review, and stays to choose") {
    platform::HeadlessWorld world;
    const auto window = process_offer(world);
    window->click(Role::button, "Nieuwe peer review hiermee");
    window->settle();
    REQUIRE(window->dialog());
    window->type("Titel", "Met onze werkwijze");
    for (const char* team : {"Naam team 1", "Naam team 2", "Naam team 3"}) window->type(team, team);
    window->click(Role::button, "Aanmaken");
    window->settle();
    CHECK(window->planner.view().title == "Met onze werkwijze");
    CHECK(window->planner.current()->process().id == "eigen-werkwijze");
}

TEST_CASE("a wrong process file says where, and nothing can be done with it") {
    platform::HeadlessWorld world;
    const auto window = wrong_process(world);
    CHECK(window->shows("/cards/0/title"));
    CHECK(window->find(Role::button, "Gebruik in deze review") == nullptr);
    window->click(Role::button, "Klaar");
    CHECK(window->dialog() == nullptr);
    CHECK(window->planner.current()->process().id == shipped_id);
}

TEST_CASE("a newer version is offered until somebody decides") {
    {
        platform::HeadlessWorld world;
        const auto window = newer_process(world);
        CHECK(window->shows("Nieuw: Verkenning eigen vraagstuk"));
        window->click(Role::button, "Niet nu");
        CHECK(window->find(Role::button, "Bekijk wat verandert") == nullptr);
        CHECK(window->planner.current()->process().version == "0.9");
    }
    platform::HeadlessWorld world;
    const auto window = newer_process(world);
    window->click(Role::button, "Neem over");
    CHECK(app::newer_process(window->planner.current()) == nullptr);
    CHECK(window->find(Role::button, "Bekijk wat verandert") == nullptr);
}

TEST_CASE("words without a place stand under the cards") {
    platform::HeadlessWorld world;
    const auto window = cards_with_leftovers(world);
    CHECK(window->find(Role::heading, "Niet meer in deze werkwijze") != nullptr);
    CHECK(window->planner.leftovers().size() > 2);
}

TEST_CASE("without a process that can be read, every text is shown and the file can be downloaded") {
    platform::HeadlessWorld world;
    const auto window = lost_process(world);
    CHECK(window->find(Role::heading, "Werkwijze niet te lezen") != nullptr);
    const document::Value& question = window->planner.current()->document().value(
        {review::card_key("verkenning", window->planner.view().participants.at(0).participant.id), "leervraag"});
    CHECK(window->shows(question.get<std::string>()));
    window->click(Role::button, "Bestand downloaden");
    CHECK(window->platform.downloads.size() == 1);
}

TEST_CASE("of two processes one is chosen") {
    platform::HeadlessWorld world;
    const auto window = two_processes(world);
    CHECK(window->shows("Eigen werkwijze, versie 1.0"));
    CHECK(window->shows("Eigen werkwijze, versie 2.0"));
    CHECK(window->find(Role::button, "Voeg samen") == nullptr);
    window->click(Role::button, "Kies deze: Tekst van Team Noord");
    CHECK(window->planner.current()->process().version == "2.0");
    CHECK(window->planner.view().conflict_count == 0);
}

TEST_CASE("a step gets another name, which the dashboard and the menu say") {
    platform::HeadlessWorld world;
    const auto window = process_dialog(world);
    window->type("Verkennen", "Warmlopen");
    window->click(Role::button, "Klaar");
    CHECK(window->find(Role::heading, "Stap 1 · Warmlopen") != nullptr);
}
