#include "scenes.h"

#include <doctest/doctest.h>

namespace planner::testing {

namespace {

using kit::Role;
using platform::HeadlessWorld;
using Opened = std::unique_ptr<Window>;

Opened start(HeadlessWorld& world) {
    return std::make_unique<Window>(world);
}

Opened new_review_dialog(HeadlessWorld& world) {
    auto window = start(world);
    window->click(Role::button, "Nieuwe peer review");
    return window;
}

Opened new_review_with_problems(HeadlessWorld& world) {
    auto window = new_review_dialog(world);
    window->click(Role::button, "Team toevoegen");
    window->type("Naam team 1", "Dezelfde naam");
    window->type("Naam team 2", "Dezelfde naam");
    window->click(Role::button, "Aanmaken");
    return window;
}

Opened overview(HeadlessWorld& world) {
    auto window = with_example(world);
    window->planner.open_example("mbo-peer-review");
    window->settle();
    const std::string removed = window->planner.route().review;
    window->planner.open_example("mbo-peer-review");
    window->planner.set_field({review::review_key(), "title"}, "Doorstroom van vmbo naar mbo");
    window->settle();
    window->planner.go(app::Route::overview());
    window->planner.remove_review(removed);
    window->wait(10'000);
    window->settle();
    return window;
}

Opened overview_with_conflict(HeadlessWorld& world) {
    auto window = with_example(world);
    make_conflict(*window);
    window->planner.go(app::Route::overview());
    window->settle();
    return window;
}

Opened found_nothing(HeadlessWorld& world) {
    auto window = overview(world);
    window->type("Zoeken", "staat er niet in", Role::search);
    return window;
}

Opened item_menu(HeadlessWorld& world) {
    auto window = overview(world);
    const auto buttons = window->all(Role::menu_button);
    REQUIRE_FALSE(buttons.empty());
    window->act(buttons.front()->id, kit::ActionKind::click);
    REQUIRE(window->all(Role::menu_item).size() == 3);
    return window;
}

Opened dashboard(HeadlessWorld& world) {
    return with_example(world);
}

Opened empty_dashboard(HeadlessWorld& world) {
    auto window = with_new_review(world);
    window->wait(10'000);
    window->settle();
    return window;
}

Opened dashboard_with_conflict(HeadlessWorld& world) {
    auto window = with_example(world);
    make_conflict(*window);
    return window;
}

Opened dashboard_dialog(HeadlessWorld& world, std::size_t nth, std::string_view button) {
    auto window = with_example(world);
    const auto buttons = window->all(Role::button, button);
    REQUIRE(buttons.size() > nth);
    window->act(buttons[nth]->id, kit::ActionKind::click);
    REQUIRE(window->dialog());
    return window;
}

Opened details_dialog(HeadlessWorld& world) {
    return dashboard_dialog(world, 0, "Wijzigen");
}

Opened dates_dialog(HeadlessWorld& world) {
    return dashboard_dialog(world, 0, "Data wijzigen");
}

Opened import_dialog(HeadlessWorld& world) {
    auto window = with_example(world);
    const document::FieldKey key = question(*window);
    const std::string theirs = edited_elsewhere(*window, [&](app::Planner& planner) {
        planner.set_field(key, "Hoe geven we studenten meer ruimte om te kiezen?");
        planner.set_field({review::review_key(), "kickoff_place"}, "Aula van het college");
        planner.add_participant({"Team Veld", "College West"});
    });
    window->planner.set_field(key, "Hoe leren studenten zelf kiezen?");
    window->settle();
    window->wait(10'000);
    window->open_file("terug.json", theirs);
    REQUIRE(window->dialog());
    return window;
}

Opened refused_file(HeadlessWorld& world) {
    auto window = with_example(world);
    window->open_file("een-heel-lange-naam-zonder-spaties-van-een-verkeerd-bestand-uit-de-mail.json", "{ \"a\": [1, 2");
    REQUIRE(window->dialog());
    return window;
}

Opened comparison_of_processes(HeadlessWorld& world) {
    return std::make_unique<Window>(world, laptop, "#/about");
}

Opened explanation(HeadlessWorld& world) {
    auto window = comparison_of_processes(world);
    window->click(Role::link, "Mbo-peerreview");
    return window;
}

Opened explanation_in_review(HeadlessWorld& world) {
    auto window = with_example(world);
    window->click(Role::link, "Over peer review");
    return window;
}

Opened new_review_with_one_host(HeadlessWorld& world) {
    auto window = new_review_dialog(world);
    window->click(Role::radio, "Peer review Samen Opleiden");
    window->click(Role::button, "Aanmaken");
    return window;
}

Opened settings(HeadlessWorld& world) {
    auto window = start(world);
    window->click(Role::link, "Instellingen");
    return window;
}

Opened nowhere(HeadlessWorld& world) {
    return std::make_unique<Window>(world, laptop, "#/nergens");
}

Opened missing_review(HeadlessWorld& world) {
    return std::make_unique<Window>(world, laptop, "#/review/abcdefghij");
}

Opened unreadable_review(HeadlessWorld& world) {
    std::string id;
    {
        const auto window = with_example(world);
        id = window->planner.route().review;
    }
    world.records[id].document.resize(400);
    return std::make_unique<Window>(world, laptop, app::format_route(app::Route::dashboard(id)));
}

Opened memory_only(HeadlessWorld& world) {
    auto window = std::make_unique<Window>(world, laptop, "", platform::StorageState::memory_only);
    window->planner.open_example("mbo-peer-review");
    window->settle();
    window->wait(10'000);
    window->settle();
    return window;
}

Opened not_saved(HeadlessWorld& world) {
    auto window = with_example(world);
    world.break_storage(platform::SaveOutcome::quota_exceeded);
    window->planner.set_field(question(*window), "Dit past er niet meer bij");
    window->settle();
    window->wait(10'000);
    window->settle();
    return window;
}

Opened update_and_toast(HeadlessWorld& world) {
    auto window = with_example(world);
    window->planner.on_update_available();
    window->planner.remove_participant(window->planner.view().participants.at(0).participant.id);
    window->planner.copy_review(window->planner.route().review);
    window->settle();
    REQUIRE_FALSE(window->planner.toasts().all().empty());
    return window;
}

} // namespace

std::vector<Scene> page_scenes() {
    return {
        {"start", start},
        {"dialog for a new review", new_review_dialog},
        {"dialog for a new review with problems", new_review_with_problems},
        {"all reviews", overview},
        {"all reviews, one with a conflict", overview_with_conflict},
        {"all reviews, nothing found", found_nothing},
        {"all reviews, menu open", item_menu},
        {"dashboard", dashboard},
        {"dashboard of an empty review", empty_dashboard},
        {"dashboard with a conflict", dashboard_with_conflict},
        {"dialog with names", details_dialog},
        {"dialog with dates", dates_dialog},
        {"preview of a merge", import_dialog},
        {"refused file", refused_file},
        {"comparison of processes", comparison_of_processes},
        {"explanation of a process", explanation},
        {"explanation in a review", explanation_in_review},
        {"dialog for a new review with one host", new_review_with_one_host},
        {"settings", settings},
        {"unknown address", nowhere},
        {"unknown review", missing_review},
        {"unreadable review", unreadable_review},
        {"memory only", memory_only},
        {"not saved", not_saved},
        {"update and toast", update_and_toast},
    };
}

} // namespace planner::testing
