#include "scenes.h"

#include "../app/browser.h"

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

/// Every line opened, with both texts.
Opened import_dialog_opened(HeadlessWorld& world) {
    auto window = import_dialog(world);
    std::vector<kit::NodeId> lines;
    for (const kit::Node* each : window->all(Role::button))
        if (each->expanded == false) lines.push_back(each->id);
    REQUIRE(lines.size() > 2);
    for (const kit::NodeId line : lines) window->act(line, kit::ActionKind::click);
    return window;
}

/// Copies of one file under the names that a shared folder gives them, with one of a review that is not here and one that
/// cannot be read.
Opened import_of_copies(HeadlessWorld& world) {
    auto window = with_example(world);
    const document::FieldKey key = question(*window);
    const std::string first = edited_elsewhere(*window, [&](app::Planner& planner) { planner.set_field(key, "Van de één"); });
    const std::string second = edited_elsewhere(*window, [&](app::Planner& planner) {
        planner.set_field(key, "Van de ander");
        planner.add_participant({"Team Veld", "College West"});
    });
    HeadlessWorld other(70);
    Tab tab(other);
    tab.planner.create_review(three_teams("Samen toetsen"));
    window->planner.on_file("startbijeenkomst (1).json", first);
    window->planner.on_file("startbijeenkomst-LAPTOP-AB12.json", second);
    window->planner.on_file("startbijeenkomst.sync-conflict-20260301-101530-ABCDEFG.json", window->platform.downloads.back().bytes);
    window->planner.on_file("toetsen.json", tab.file());
    window->planner.on_file("stuk.json", "{");
    window->planner.on_files_complete();
    window->settle();
    REQUIRE(window->dialog());
    return window;
}

Opened import_beside(HeadlessWorld& world) {
    auto window = with_example(world);
    HeadlessWorld other(70);
    Tab tab(other);
    tab.planner.create_review(three_teams("Samen toetsen"));
    window->open_file("toetsen.json", tab.file());
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

Opened share_dialog(HeadlessWorld& world) {
    auto window = with_example(world);
    window->click(Role::button, "Deel");
    return window;
}

Opened share_locked_dialog(HeadlessWorld& world) {
    auto window = share_dialog(world);
    window->click(Role::radio, "Anoniem");
    window->click(Role::checkbox, "Zet het bestand op slot met een wachtwoordzin");
    window->click(Role::button, "Maak bestand");
    return window;
}

Opened unlock_dialog(HeadlessWorld& world) {
    auto window = with_example(world);
    window->planner.share(app::ShareKind::whole, "vier woorden op een rij");
    window->settle();
    window->open_file("op-slot.json", window->platform.downloads.back().bytes);
    window->planner.dismiss_toast(window->planner.toasts().all().back().id);
    window->planner.unlock("een heel andere zin");
    window->settle();
    return window;
}

Opened nowhere(HeadlessWorld& world) {
    return std::make_unique<Window>(world, laptop, "#/nergens");
}

Opened projector_that_waits(HeadlessWorld& world) {
    return std::make_unique<Window>(world, laptop, "#/projector");
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

/// Somebody of that name stands in a field, in a text, and half in another.
Opened with_person(HeadlessWorld& world) {
    auto window = with_new_review(world);
    const document::EntityKey review = review::review_key();
    window->planner.set_field({review, "facilitator_name"}, "Voorbeeld Persoon");
    window->planner.set_field({review, "facilitator_contact"}, "persoon@voorbeeld.nl");
    window->planner.set_field({review, "goal"}, "Voorbeeld Persoon begeleidt");
    window->planner.set_field({review, "period"}, "Als Persoon kan");
    window->settle();
    return window;
}

Opened forget_dialog(HeadlessWorld& world) {
    auto window = with_person(world);
    window->act(window->all(Role::button, "Wijzigen").front()->id, kit::ActionKind::click);
    window->settle();
    window->click(Role::button, "Voorbeeld Persoon voorgoed verwijderen");
    REQUIRE(window->dialog());
    return window;
}

Opened kept_too_long(HeadlessWorld& world) {
    auto window = with_person(world);
    window->planner.set_field({review::review_key(), "keep_until"}, "2020-01-01");
    window->settle();
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
        {"dialog that shares", share_dialog},
        {"dialog that shares, anonymous and locked", share_locked_dialog},
        {"dialog for a locked file", unlock_dialog},
        {"dialog with names", details_dialog},
        {"dialog with dates", dates_dialog},
        {"dialog that removes a person for good", forget_dialog},
        {"contact details kept too long", kept_too_long},
        {"preview of a merge", import_dialog},
        {"preview of a merge, every line opened", import_dialog_opened},
        {"preview of copies", import_of_copies},
        {"another review, to be put beside", import_beside},
        {"refused file", refused_file},
        {"comparison of processes", comparison_of_processes},
        {"explanation of a process", explanation},
        {"explanation in a review", explanation_in_review},
        {"dialog for a new review with one host", new_review_with_one_host},
        {"settings", settings},
        {"unknown address", nowhere},
        {"projector that waits", projector_that_waits},
        {"unknown review", missing_review},
        {"unreadable review", unreadable_review},
        {"memory only", memory_only},
        {"not saved", not_saved},
        {"update and toast", update_and_toast},
    };
}

} // namespace planner::testing
