#include <doctest/doctest.h>

#include "document/write.h"
#include "inspect.h"
#include "scenes.h"
#include "window.h"

using namespace planner;
using namespace planner::testing;
using kit::Role;

namespace {

std::unique_ptr<Window> settings_of(platform::HeadlessWorld& world) {
    auto window = std::make_unique<Window>(world);
    window->planner.create_review(
        {"Zelfstandig leren", "mbo-peer-review", {{"Team Zorg", "Noord"}, {"Team Techniek", "Oost"}, {"Team Horeca", "Zuid"}}});
    window->settle();
    window->planner.go(app::Route::settings());
    window->settle();
    return window;
}

} // namespace

TEST_CASE("the settings tell the truth about what the browser promises, and ask only when somebody presses") {
    platform::HeadlessWorld world;
    const auto window = settings_of(world);
    CHECK(window->shows("Deze browser zegt niet of hij je peer reviews blijft bewaren"));
    CHECK_FALSE(window->find(Role::button, "Vraag de browser om alles te bewaren"));
    for (const bool keeps : {false, true}) {
        world.facts = {platform::Keeping::may_go, 1'234'567, 0};
        world.keeps_when_asked = keeps;
        window->planner.look_at_storage();
        window->settle();
        CHECK(window->shows("De browser kan je peer reviews opruimen"));
        CHECK(window->shows("Nu in gebruik: 1 MB"));
        window->click(Role::button, "Vraag de browser om alles te bewaren");
        CHECK(window->shows("De browser heeft beloofd") == keeps);
    }
    CHECK_FALSE(window->find(Role::button, "Vraag de browser om alles te bewaren"));
    CHECK(window->get(Role::link, "Privacy en beheer").address == "privacy.html");
}

TEST_CASE("wiping names what has no file, is asked twice, and happens only then") {
    platform::HeadlessWorld world;
    const auto window = settings_of(world);
    window->click(Role::button, "Wis alles op deze computer");
    CHECK(window->shows("1 peer review"));
    CHECK(window->shows("heb je geen bestand met de laatste wijzigingen"));
    CHECK(window->shows("Zelfstandig leren"));
    window->click(Role::button, "Niet wissen");
    CHECK_FALSE(window->dialog());
    window->click(Role::button, "Wis alles op deze computer");
    window->click(Role::button, "Wis alles");
    CHECK(world.wipes == 0);
    REQUIRE(window->dialog());
    CHECK(window->node(window->focused)->name == "Niet wissen");
    window->click(Role::button, "Niet wissen");
    window->click(Role::button, "Wis alles op deze computer");
    CHECK_FALSE(window->find(Role::button, "Ja, wis alles"));
    window->click(Role::button, "Wis alles");
    window->click(Role::button, "Ja, wis alles");
    CHECK(world.wipes == 1);
}

TEST_CASE("a downloaded review is not named among what would be lost") {
    platform::HeadlessWorld world;
    const auto window = settings_of(world);
    window->planner.go(app::Route::dashboard(window->planner.overview().all()[0].id));
    window->settle();
    window->planner.download();
    window->planner.go(app::Route::settings());
    window->settle();
    window->click(Role::button, "Wis alles op deze computer");
    CHECK_FALSE(window->shows("heb je geen bestand met de laatste wijzigingen"));
}

TEST_CASE("earlier versions stand in the settings, and one opens as a copy") {
    platform::HeadlessWorld world;
    const auto window = settings_of(world);
    CHECK_FALSE(window->shows("Eerdere versies op deze computer"));
    const std::string id = window->planner.overview().all()[0].id;
    window->planner.remove_safely(id);
    window->settle();
    window->planner.go(app::Route::settings());
    window->settle();
    CHECK(window->shows("Eerdere versies op deze computer"));
    CHECK(window->shows("vóór het verwijderen"));
    window->click(Role::button, "Open als kopie: Zelfstandig leren (1)");
    CHECK(window->planner.route().screen == app::Screen::dashboard);
    CHECK(window->planner.route().review != id);
    CHECK(window->planner.overview().matching("van").size() == 1);
}

TEST_CASE("when nothing could be kept, a dialog says that nothing changed and gives ways on") {
    platform::HeadlessWorld world;
    const auto window = settings_of(world);
    const std::string id = window->planner.overview().all()[0].id;
    window->planner.go(app::Route::overview());
    window->settle();
    for (const char* way : {"Niet doen", "Toch doorgaan"}) {
        world.fail_operation(1, platform::SaveOutcome::quota_exceeded);
        window->planner.remove_safely(id);
        window->settle();
        CHECK(window->shows("Er is nog niets veranderd"));
        CHECK(window->planner.overview().removed().empty());
        window->click(Role::button, "Download een kopie");
        CHECK(window->platform.downloads.size() > 0);
        window->click(Role::button, way);
        CHECK_FALSE(window->dialog());
    }
    CHECK(window->planner.overview().removed().size() == 1);
    CHECK(world.snapshots.empty());
}

TEST_CASE("the reminder to download is on the dashboard, and goes when somebody says not now") {
    platform::HeadlessWorld world;
    const auto window = settings_of(world);
    window->planner.go(app::Route::dashboard(window->planner.overview().all()[0].id));
    window->settle();
    CHECK_FALSE(window->shows("Je hebt veel gewijzigd"));
    for (std::size_t i = 0; i <= app::reminder_days; ++i) {
        window->planner.set_field({review::participant_key(window->planner.view().participants[0].participant.id),
                                   "field " + std::to_string(i)}, "tekst");
        window->settle();
        world.now += 24LL * 60 * 60 * 1000;
    }
    window->settle();
    CHECK(window->shows("Je hebt veel gewijzigd"));
    CHECK_FALSE(window->dialog());
    window->click(Role::button, "Herinner me later");
    CHECK_FALSE(window->shows("Je hebt veel gewijzigd"));
}
