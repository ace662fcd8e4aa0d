#include "scenes.h"

#include "process_scenes.h"

#include "../app/browser.h"
#include "run_sheet_scenes.h"

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

Opened own_tasks(HeadlessWorld& world) {
    auto window = tasks(world);
    window->planner.set_identity(window->planner.route().review, {planning::IdentityKind::facilitator, ""});
    window->settle();
    return window;
}

Opened one_host(HeadlessWorld& world) {
    auto window = start(world);
    window->planner.create_review({"Bezoek", "samen-opleiden", {{"Noord", ""}, {"Oost", ""}, {"Zuid", ""}}});
    window->settle();
    window->wait(10'000);
    window->click(Role::link, "Taken");
    window->settle();
    return window;
}

Opened today(HeadlessWorld& world) {
    auto window = own_tasks(world);
    window->planner.go(app::Route::overview());
    window->wait(10'000);
    window->settle();
    return window;
}

Opened several_messages(HeadlessWorld& world) {
    auto window = messages(world);
    window->click(Role::button, "Alle te versturen selecteren");
    window->settle();
    return window;
}

Opened archive(HeadlessWorld& world) {
    auto window = messages(world);
    window->planner.go(app::Route::archive());
    window->settle();
    return window;
}

Opened calendar_dialog(HeadlessWorld& world) {
    auto window = tasks(world);
    window->click(Role::button, "Agenda");
    REQUIRE(window->dialog());
    return window;
}

Opened empty_calendar_dialog(HeadlessWorld& world) {
    auto window = with_new_review(world);
    window->wait(10'000);
    window->click(Role::button, "Agenda");
    REQUIRE(window->dialog());
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

/// The invitation with proposed days, answered in part; one note is being written.
Opened poll(HeadlessWorld& world) {
    auto window = with_example(world);
    for (const char* date : {"2026-12-01", "2026-12-08", "2026-12-15"})
        window->planner.add_to_list("date_options", {{"date", date}, {"time", "13:30"}, {"place", "Lokaal 1"}});
    const std::string team = window->planner.view().participants.at(0).participant.id;
    const auto options = window->planner.reading().date_options();
    window->planner.answer_date(options.back().id, team, review::Answer::yes);
    window->planner.set_field({review::availability_key(options.back().id, team), "note"}, "Pas na 14 uur");
    for (const process::Card& card : window->planner.current()->process().cards)
        for (const process::Block& block : card.blocks)
            for (const process::Field& field : block.fields)
                if (field.binding == "date_options")
                    window->planner.go(app::Route::card_of(window->planner.route().review, card.id, ""));
    window->settle();
    window->wait(10'000);
    const auto notes = window->all(Role::button);
    for (const kit::Node* each : notes)
        if (each->name.starts_with("Toelichting van ") && each->expanded) {
            window->act(each->id, kit::ActionKind::click);
            break;
        }
    window->settle();
    return window;
}

Opened poll_in_dialog(HeadlessWorld& world) {
    auto window = poll(world);
    window->planner.go(app::Route::dashboard(window->planner.route().review));
    window->settle();
    window->click(Role::button, "Data wijzigen");
    return window;
}

Opened hours(HeadlessWorld& world) {
    auto window = with_example(world);
    window->click(Role::link, "Uren");
    for (const kit::Node* each : window->all(Role::button))
        if (each->name.starts_with("Eigen regel toevoegen bij ")) {
            window->act(each->id, kit::ActionKind::click);
            break;
        }
    window->settle();
    return window;
}

Opened holidays(HeadlessWorld& world) {
    auto window = tasks(world);
    window->click(Role::button, "Vakanties en vrije dagen");
    window->click(Role::button, "Vrije dagen toevoegen");
    return window;
}

/// Answers of several people, side by side.
Opened comparison(HeadlessWorld& world) {
    auto window = with_example(world);
    const std::string team = window->planner.view().participants.at(0).participant.id;
    for (const process::Card& card : window->planner.current()->process().cards)
        for (const process::Block& block : card.blocks)
            for (const process::Field& field : block.fields) {
                if (field.compared == process::Compared::no) continue;
                for (const char* name : {"Docent", "Procesbegeleider", "Student"}) {
                    const document::EntityKey row = window->planner.add_row({card.id, team, &field});
                    window->planner.set_field({row, field.columns.front().id}, name);
                    window->planner.set_field({row, field.columns.back().id}, "We plannen elk jaar een review.");
                }
                open_card(*window, card.id);
            }
    window->wait(10'000);
    window->settle();
    window->click(Role::button, "Vergelijk de antwoorden");
    return window;
}

Opened comparison_of_processes(HeadlessWorld& world) {
    return std::make_unique<Window>(world, laptop, "#/about");
}

Opened explanation(HeadlessWorld& world) {
    auto window = comparison_of_processes(world);
    window->click(Role::link, "mbo-peerreview");
    return window;
}

Opened explanation_in_review(HeadlessWorld& world) {
    auto window = with_example(world);
    window->click(Role::link, "Over peer review");
    return window;
}

Opened new_review_with_one_host(HeadlessWorld& world) {
    auto window = new_review_dialog(world);
    window->click(Role::radio, "peer review Samen Opleiden");
    window->click(Role::button, "Aanmaken");
    return window;
}

/// A card with the examples beside its question open.
Opened coached(HeadlessWorld& world) {
    auto window = first_card(world);
    window->click(Role::button, "Voorbeelden en tips");
    return window;
}

/// The dates so close together that a rule is broken, with all rules in sight.
Opened broken_rules(HeadlessWorld& world) {
    auto window = with_example(world);
    window->planner.set_field({review::review_key(), "kickoff_date"}, "2027-11-18");
    for (const review::Participant& host : window->planner.reading().hosts())
        window->planner.set_field({review::visit_key(host.id), "date"}, "2027-11-25");
    window->settle();
    window->click(Role::button, "Andere afspraken tonen");
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
        {"date poll", poll},
        {"dialog with dates and a poll", poll_in_dialog},
        {"hours", hours},
        {"dialog with holidays", holidays},
        {"answers side by side", comparison},
        {"own tasks", own_tasks},
        {"tasks with one host", one_host},
        {"today", today},
        {"several messages", several_messages},
        {"messages of all reviews", archive},
        {"dialog with a calendar", calendar_dialog},
        {"dialog with an empty calendar", empty_calendar_dialog},
        {"comparison of processes", comparison_of_processes},
        {"explanation of a process", explanation},
        {"explanation in a review", explanation_in_review},
        {"dialog for a new review with one host", new_review_with_one_host},
        {"card with the examples of the coach", coached},
        {"dashboard with a broken rule and all rules", broken_rules},
        {"full dashboard", with_filled_dashboard},
        {"empty dashboard of partnerships", with_partnerships},
        {"full dashboard of partnerships", with_filled_partnerships},
        {"dialog of a visit", [](HeadlessWorld& world) { return with_dashboard_dialog(world, "Reviewdag"); }},
        {"dialog of documents", [](HeadlessWorld& world) { return with_dashboard_dialog(world, "Documenten van"); }},
        {"dialog of actions", [](HeadlessWorld& world) { return with_dashboard_dialog(world, "Vervolg van"); }},
        {"run sheet of the start meeting", run_sheet::start_meeting},
        {"run sheet without a start time", run_sheet::without_time},
        {"run sheet of a review day", run_sheet::review_day},
        {"run sheet that is too long", run_sheet::too_long},
        {"run sheet with a locked time that comes too early", run_sheet::overlapping},
        {"run sheet with comments and conflicts", run_sheet::comments},
        {"final run sheet", run_sheet::settled},
        {"unknown run sheet", run_sheet::unknown},
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
