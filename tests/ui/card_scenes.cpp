#include "scenes.h"

#include <doctest/doctest.h>

namespace planner::testing {

namespace {

using kit::Role;
using platform::HeadlessWorld;
using Opened = std::unique_ptr<Window>;

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
    auto window = with_example(world);
    make_conflict(*window);
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

/// Two earlier texts of a field: one's own and one from a file.
Opened earlier_texts(HeadlessWorld& world) {
    auto window = with_new_review(world);
    const document::FieldKey key = question(*window);
    window->planner.set_field(key, "Hoe kiezen studenten?");
    window->open_file("terug.json", edited_elsewhere(*window, [&](app::Planner& planner) {
        planner.set_field(key, "Hoe geven we studenten ruimte?");
    }));
    window->planner.confirm_import();
    world.now += 360'000;
    window->planner.set_field(key, "Wat vragen we van studenten?");
    window->settle();
    window->wait(10'000);
    open_card(*window, "verkenning");
    window->click(Role::button, "Eerder ingevuld bij Onze leervraag");
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

/// A card with the examples beside its question open.
Opened coached(HeadlessWorld& world) {
    auto window = first_card(world);
    window->click(Role::button, "Voorbeelden en tips");
    return window;
}

Opened english(HeadlessWorld& world) {
    auto window = second_card(world);
    window->planner.set_language(process::Language::english);
    window->settle();
    return window;
}

} // namespace

std::vector<Scene> card_scenes() {
    return {
        {"cards", cards},
        {"first card", first_card},
        {"second card", second_card},
        {"second card with empty rows", empty_card},
        {"card with a conflict", card_with_conflict},
        {"card with a row that was removed elsewhere", card_with_removed_row},
        {"dialog to combine", combine_dialog},
        {"dialog with earlier texts", earlier_texts},
        {"card of the whole review", shared_card},
        {"card of a host", card_of_host},
        {"card to read", card_to_read},
        {"answers side by side", comparison},
        {"card with the examples of the coach", coached},
        {"second card in English", english},
    };
}

} // namespace planner::testing
