#include "scenes.h"

#include "process_scenes.h"

#include "../app/browser.h"

#include <doctest/doctest.h>

namespace planner::testing {

using kit::Role;

std::unique_ptr<Window> with_example(platform::HeadlessWorld& world, Shape shape) {
    auto window = std::make_unique<Window>(world, shape);
    window->planner.open_example("mbo-peer-review");
    window->settle();
    window->wait(10'000);
    window->settle();
    return window;
}

std::unique_ptr<Window> with_new_review(platform::HeadlessWorld& world, Shape shape) {
    auto window = std::make_unique<Window>(world, shape);
    window->click(Role::button, "Nieuwe peer review");
    window->type("Titel", "Zelfstandig leren");
    window->type("Naam team 1", "Team Noord");
    window->type("Naam team 2", "Team Oost");
    window->type("Naam team 3", "Team Zuid");
    window->click(Role::button, "Aanmaken");
    return window;
}

document::FieldKey question(Window& window) {
    return {review::card_key("verkenning", window.planner.view().participants.at(0).participant.id), "leervraag"};
}

void open_card(Window& window, std::string_view card, std::size_t participant) {
    window.planner.go(app::Route::card_of(window.planner.route().review, card,
                                          window.planner.view().participants.at(participant).participant.id));
    window.settle();
}

std::string edited_elsewhere(Window& window, const std::function<void(app::Planner&)>& edit) {
    window.planner.download();
    platform::HeadlessWorld elsewhere(99);
    elsewhere.now = window.world.now + 60'000;
    Tab tab(elsewhere);
    tab.planner.set_author("Team Noord");
    tab.open("kopie.json", window.platform.downloads.back().bytes);
    edit(tab.planner);
    return tab.file();
}

void make_conflict(Window& window) {
    const document::FieldKey key = question(window);
    const std::string theirs = edited_elsewhere(window, [&](app::Planner& planner) {
        planner.set_field(key, "Hoe geven we studenten meer ruimte om te kiezen?");
    });
    window.planner.set_field(key, "Hoe leren studenten zelf kiezen?");
    window.settle();
    window.open_file("terug.json", theirs);
    window.planner.confirm_import();
    window.settle();
    window.wait(10'000);
    window.settle();
}

namespace {

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

Opened cards(HeadlessWorld& world) {
    auto window = with_example(world);
    window->click(Role::link, "Hulpkaarten");
    return window;
}

Opened first_card(HeadlessWorld& world) {
    auto window = with_example(world);
    open_card(*window, "verkenning");
    return window;
}

Opened second_card(HeadlessWorld& world) {
    auto window = with_example(world);
    open_card(*window, "voorbereiding");
    return window;
}

Opened empty_card(HeadlessWorld& world) {
    auto window = with_new_review(world);
    window->wait(10'000);
    open_card(*window, "voorbereiding");
    for (const char* add : {"contactpersonen", "acties", "voorkeursdata"}) {
        const process::Card* card = window->planner.current()->process().card("voorbereiding");
        const std::string team = window->planner.view().participants.at(0).participant.id;
        window->planner.add_row({"voorbereiding", team, card->field(add)});
    }
    window->settle();
    window->wait(10'000);
    window->settle();
    return window;
}

Opened card_with_conflict(HeadlessWorld& world) {
    auto window = dashboard_with_conflict(world);
    open_card(*window, "verkenning");
    return window;
}

Opened card_with_removed_row(HeadlessWorld& world) {
    auto window = with_example(world);
    const process::Field* table = window->planner.current()->process().card("voorbereiding")->field("voorkeursdata");
    const review::TableKey key{"voorbereiding", window->planner.view().participants.at(0).participant.id, table};
    const document::EntityKey row = window->planner.add_row(key);
    window->planner.set_field({row, "opmerking"}, "Alleen in de ochtend");
    window->settle();
    const std::string theirs = edited_elsewhere(*window, [&](app::Planner& planner) { planner.remove_row(row); });
    window->planner.set_field({row, "opmerking"}, "Alleen in de middag");
    window->open_file("terug.json", theirs);
    window->planner.confirm_import();
    window->settle();
    window->wait(10'000);
    open_card(*window, "voorbereiding");
    return window;
}

Opened combine_dialog(HeadlessWorld& world) {
    auto window = card_with_conflict(world);
    window->click(Role::button, "Voeg samen");
    REQUIRE(window->dialog());
    return window;
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

/// The example with its start meeting a month ago, so that some tasks are late.
Opened tasks(HeadlessWorld& world) {
    auto window = with_example(world);
    const auto day = planning::add_days(window->planner.today(), -30);
    window->planner.set_field({review::review_key(), "kickoff_date"}, planning::format_day(day));
    window->settle();
    window->click(Role::link, "Taken");
    window->settle();
    return window;
}

Opened one_task(HeadlessWorld& world) {
    auto window = tasks(world);
    const std::string review = window->planner.route().review;
    for (const planning::PlannedTask& task : window->planner.plan().tasks) {
        if (task.waiting_for.empty() || task.followed_by.empty()) continue;
        window->planner.go(app::Route::tasks(review, task.key.id));
        break;
    }
    window->settle();
    return window;
}

Opened finished_task(HeadlessWorld& world) {
    auto window = one_task(world);
    window->click(Role::button, "Zet op klaar");
    window->settle();
    return window;
}

Opened messages(HeadlessWorld& world) {
    auto window = tasks(world);
    window->click(Role::link, "Berichten");
    window->settle();
    return window;
}

Opened one_message(HeadlessWorld& world) {
    auto window = messages(world);
    const auto& all = window->planner.messages();
    REQUIRE_FALSE(all.empty());
    window->planner.go(app::Route::messages(window->planner.route().review, all.front().key.id));
    window->settle();
    return window;
}

/// Cards of every other kind: of the whole review, of a host, and one to read.
Opened card_of(HeadlessWorld& world, process::Scope scope, bool only_read) {
    auto window = with_example(world);
    for (const process::Card& card : window->planner.current()->process().cards) {
        const bool reads = std::all_of(card.blocks.begin(), card.blocks.end(),
                                       [](const process::Block& block) { return block.fields.empty(); });
        if (card.scope != scope || reads != only_read) continue;
        const std::string review = window->planner.route().review;
        window->planner.go(app::Route::card_of(review, card.id, window->planner.view().first_with(card)));
        window->settle();
        return window;
    }
    FAIL("the process has no such card");
    return window;
}

Opened shared_card(HeadlessWorld& world) {
    return card_of(world, process::Scope::review, false);
}

Opened card_of_host(HeadlessWorld& world) {
    return card_of(world, process::Scope::host, false);
}

Opened card_to_read(HeadlessWorld& world) {
    return card_of(world, process::Scope::review, true);
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

Opened english(HeadlessWorld& world) {
    auto window = second_card(world);
    window->planner.set_language(process::Language::english);
    window->settle();
    return window;
}

} // namespace

std::span<const Scene> scenes() {
    static const Scene list[] = {
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
        {"cards", cards},
        {"first card", first_card},
        {"second card", second_card},
        {"second card with empty rows", empty_card},
        {"card with a conflict", card_with_conflict},
        {"card with a row that was removed elsewhere", card_with_removed_row},
        {"dialog to combine", combine_dialog},
        {"preview of a merge", import_dialog},
        {"refused file", refused_file},
        {"card of the whole review", shared_card},
        {"card of a host", card_of_host},
        {"card to read", card_to_read},
        {"tasks", tasks},
        {"a task", one_task},
        {"a finished task", finished_task},
        {"messages", messages},
        {"a message", one_message},
        {"settings", settings},
        {"dialog with the process", process_dialog},
        {"offered process", process_offer},
        {"wrong process file", wrong_process},
        {"dashboard with an older process", older_process},
        {"newer process", newer_process},
        {"cards with texts left over", cards_with_leftovers},
        {"process that cannot be read", lost_process},
        {"two processes", two_processes},
        {"unknown address", nowhere},
        {"unknown review", missing_review},
        {"unreadable review", unreadable_review},
        {"memory only", memory_only},
        {"not saved", not_saved},
        {"update and toast", update_and_toast},
        {"second card in English", english},
    };
    return list;
}

} // namespace planner::testing
