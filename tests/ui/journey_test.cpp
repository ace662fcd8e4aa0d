#include <doctest/doctest.h>

#include "scenes.h"

#include "document/read.h"

using namespace planner;
using namespace planner::testing;
using kit::ActionKind;
using kit::Role;

namespace {

std::string text_of(Window& window, const document::FieldKey& key) {
    const document::Value& value = window.planner.current()->document().value(key);
    return value.is_string() ? value.get<std::string>() : std::string();
}

} // namespace

TEST_CASE("a new review: what is missing is said at the field, and what was typed stays") {
    platform::HeadlessWorld world;
    Window window(world);
    window.click(Role::button, "Nieuwe peer review");
    CHECK(window.dialog()->name == "Nieuwe peer review");
    CHECK(window.node(window.focused)->name == "Titel");
    CHECK(window.get(Role::field, "Titel").error.empty());
    const kit::Node kinds = window.get(Role::radio_group, "Soort peer review");
    for (const kit::Node* kind : window.all(Role::radio)) CHECK(window.is_inside(*kind, kinds.id));
    CHECK(window.get(Role::radio, "Mbo-peerreview").checked == kit::Checked::on);

    window.click(Role::button, "Aanmaken");
    REQUIRE(window.dialog());
    CHECK(window.get(Role::field, "Titel").error == "Geef de peer review een titel.");
    CHECK(window.get(Role::field, "Naam team 2").error == "Vul de naam van team 2 in.");

    window.type("Titel", "Zelfstandig leren");
    window.type("Naam team 1", "Team Noord");
    window.type("Instelling team 1", "College Noord");
    window.type("Naam team 2", "Team Noord");
    window.type("Naam team 3", "Team Zuid");
    CHECK(window.get(Role::field, "Titel").error.empty());
    CHECK(window.get(Role::field, "Naam team 2").error.find("al gebruikt") != std::string::npos);
    CHECK(window.planner.overview().empty());

    window.type("Naam team 2", "Team Oost");
    window.click(Role::button, "Aanmaken");
    CHECK_FALSE(window.dialog());
    CHECK(window.get(Role::heading, "Dashboard").level == 1);
    CHECK_FALSE(window.all(Role::text, "Zelfstandig leren").empty());
    CHECK(window.planner.route().screen == app::Screen::dashboard);
    CHECK(world.records.size() == 1);
}

TEST_CASE("teams are added and taken away down to three, and then the reason is on the screen") {
    platform::HeadlessWorld world;
    Window window(world);
    window.click(Role::button, "Nieuwe peer review");
    CHECK(window.shows("Minimaal 3 teams."));
    CHECK_FALSE(window.find(Role::button, "Team 1 weghalen"));
    window.click(Role::button, "Team toevoegen");
    CHECK_FALSE(window.shows("Minimaal 3 teams."));
    window.type("Naam team 4", "Team West");
    window.click(Role::button, "Team 1 weghalen");
    CHECK(window.get(Role::field, "Naam team 3").value == "Team West");
    CHECK_FALSE(window.find(Role::button, "Team 1 weghalen"));
    window.click(Role::button, "Annuleren");
    CHECK_FALSE(window.dialog());
    CHECK(window.planner.overview().empty());
}

TEST_CASE("Escape and the cross close the dialog; Enter in its title makes the review") {
    platform::HeadlessWorld world;
    Window window(world);
    window.click(Role::button, "Nieuwe peer review");
    window.act(window.dialog()->id, ActionKind::dismiss);
    CHECK_FALSE(window.dialog());
    window.click(Role::button, "Nieuwe peer review");
    window.click(Role::button, "Sluiten");
    CHECK_FALSE(window.dialog());
    window.click(Role::button, "Nieuwe peer review");
    for (const char* name : {"Naam team 1", "Naam team 2", "Naam team 3"}) window.type(name, name);
    window.type("Titel", "Met Enter");
    window.act(window.get(Role::field, "Titel").id, ActionKind::submit);
    CHECK(window.planner.overview().matching("").size() == 1);
}

TEST_CASE("a card is filled from the dashboard, saved, and counted") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    window->click(Role::link, "Hulpkaarten");
    window->click(Role::link, "Verkenning eigen vraagstuk van Team Noord openen");
    CHECK(window->get(Role::heading, "Verkenning eigen vraagstuk").level == 1);
    const std::string text = "Hoe leren studenten zélf kiezen? 🌱\nEn wat vraagt dat van ons?";
    window->type("Onze leervraag", text, Role::area);
    CHECK(window->get(Role::area, "Onze leervraag").value == text);
    CHECK(text_of(*window, question(*window)) == text);
    CHECK(window->planner.save_state().kind == app::SaveKind::saved);
    CHECK_FALSE(window->all(Role::status).empty());
    CHECK(window->shows("Opgeslagen"));
    window->click(Role::link, "Dashboard");
    CHECK(window->shows("Hoe leren studenten zélf kiezen?"));
}

TEST_CASE("choices are switched on and off, one by one") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    open_card(*window, "verkenning");
    const auto boxes = window->all(Role::checkbox);
    REQUIRE(boxes.size() == 7);
    const std::string first = boxes[0]->name, second = boxes[1]->name;
    window->click(Role::checkbox, first);
    window->click(Role::checkbox, second);
    CHECK(window->get(Role::checkbox, first).checked == kit::Checked::on);
    CHECK(window->get(Role::checkbox, second).checked == kit::Checked::on);
    window->act(window->get(Role::checkbox, first).id, ActionKind::change, "false");
    CHECK(window->get(Role::checkbox, first).checked == kit::Checked::off);
    CHECK_FALSE(window->find(Role::field, "Waar dan?"));
    window->click(Role::checkbox, "Anders");
    CHECK(window->find(Role::field, "Waar dan?"));
}

TEST_CASE("rows are added, filled, moved and removed, and undo brings each step back") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    open_card(*window, "voorbereiding");
    const process::Field* table = window->planner.current()->process().card("voorbereiding")->field("acties");
    const std::string add = table->add_label.nl, row = table->row_name.nl, column = table->columns[0].label.nl;
    const auto cell = [&](int number) { return column + ", " + row + " " + std::to_string(number); };
    window->click(Role::button, add);
    window->type(cell(1), "Panel zoeken");
    window->click(Role::button, add);
    window->type(cell(2), "Zaal regelen");
    CHECK(window->get(Role::button, row + " 1 omhoog").disabled);
    CHECK(window->get(Role::button, row + " 2 omlaag").disabled);
    window->click(Role::button, row + " 2 omhoog");
    CHECK(window->get(Role::field, cell(1)).value == "Zaal regelen");
    window->click(Role::button, row + " 2 verwijderen");
    CHECK_FALSE(window->find(Role::field, cell(2)));
    CHECK(window->key("z"));
    CHECK(window->get(Role::field, cell(2)).value == "Panel zoeken");
    CHECK(window->key("z"));
    CHECK(window->get(Role::field, cell(1)).value == "Panel zoeken");
    CHECK(window->key("z", true));
    CHECK(window->get(Role::field, cell(1)).value == "Zaal regelen");
    CHECK(window->key("y"));
    CHECK_FALSE(window->find(Role::field, cell(2)));
}

TEST_CASE("the buttons for undo and redo work when there is something to undo or redo, and only then") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    open_card(*window, "verkenning");
    CHECK(window->get(Role::button, "Opnieuw doen").disabled);
    window->type("Onze leervraag", "Een tekst", Role::area);
    window->wait(10'000);
    window->settle();
    window->click(Role::button, "Ongedaan maken");
    CHECK(text_of(*window, question(*window)).empty());
    window->click(Role::button, "Opnieuw doen");
    CHECK(text_of(*window, question(*window)) == "Een tekst");
}

TEST_CASE("a conflict shows both texts in the field; one is chosen") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    make_conflict(*window);
    window->click(Role::button, "Kies wat klopt");
    CHECK(window->planner.route().screen == app::Screen::card);
    CHECK(window->shows("Hoe leren studenten zelf kiezen?"));
    CHECK(window->shows("Hoe geven we studenten meer ruimte om te kiezen?"));
    CHECK_FALSE(window->find(Role::area, "Onze leervraag"));
    std::string theirs;
    for (const kit::Node* each : window->all(Role::button))
        if (each->name.find("Team Noord") != std::string::npos && each->name.find("Kies") != std::string::npos)
            theirs = each->name;
    window->click(Role::button, theirs);
    CHECK(text_of(*window, question(*window)) == "Hoe geven we studenten meer ruimte om te kiezen?");
    CHECK(window->planner.view().conflict_count == 0);
    CHECK(window->get(Role::area, "Onze leervraag").value == "Hoe geven we studenten meer ruimte om te kiezen?");
}

TEST_CASE("a conflict can wait, and can be made into one text") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    make_conflict(*window);
    open_card(*window, "verkenning");
    window->click(Role::button, "Later kiezen");
    CHECK(window->find(Role::area, "Onze leervraag"));
    const auto waiting = [&] {
        for (const kit::Node* each : window->all(Role::button))
            if (each->name.find("Onze leervraag") != std::string::npos) return each->id;
        return kit::NodeId{};
    };
    REQUIRE(waiting());
    window->act(waiting(), ActionKind::click);
    window->click(Role::button, "Voeg samen");
    REQUIRE(window->dialog());
    const auto fields = window->all(Role::area);
    REQUIRE(fields.size() == 1);
    const std::string both = fields[0]->value;
    CHECK(both.find("zelf kiezen") != std::string::npos);
    CHECK(both.find("meer ruimte") != std::string::npos);
    window->type(fields[0]->name, "Samen één vraag", Role::area);
    window->click(Role::button, window->planner.tr("conflict.combine_save"));
    CHECK_FALSE(window->dialog());
    CHECK(text_of(*window, question(*window)) == "Samen één vraag");
    CHECK(window->planner.view().conflict_count == 0);
}

TEST_CASE("a returned file is shown before it is merged; nothing changes on Annuleren, and undo takes the merge back") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    const document::FieldKey key = question(*window);
    const std::string before = text_of(*window, key);
    const std::string theirs =
        edited_elsewhere(*window, [&](app::Planner& planner) { planner.set_field(key, "Van een ander"); });
    window->open_file("terug.json", theirs);
    REQUIRE(window->dialog());
    CHECK(window->shows("Van een ander"));
    CHECK(window->node(window->focused)->name == "Annuleren");
    window->click(Role::button, "Annuleren");
    CHECK_FALSE(window->dialog());
    CHECK(text_of(*window, key) == before);

    window->open_file("terug.json", theirs);
    window->click(Role::button, "Samenvoegen");
    CHECK_FALSE(window->dialog());
    CHECK(text_of(*window, key) == "Van een ander");
    CHECK(window->key("z"));
    CHECK(text_of(*window, key) == before);
}

TEST_CASE("a wrong file gets a sentence and changes nothing") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    window->open_file("foto.jpg", "\xFF\xD8\xFF\xE0 geen json");
    REQUIRE(window->dialog());
    CHECK(window->shows("foto.jpg"));
    CHECK_FALSE(window->find(Role::button, "Samenvoegen"));
    window->act(window->focused, ActionKind::click);
    CHECK_FALSE(window->dialog());
}

TEST_CASE("settings change the language, the colours and the size of texts, at once") {
    platform::HeadlessWorld world;
    Window window(world);
    window.click(Role::link, "Instellingen");
    const float before = window.get(Role::heading, "Instellingen").box.height;
    window.click(Role::radio, "200%");
    CHECK(window.planner.settings().text_scale == 200);
    CHECK(window.get(Role::heading, "Instellingen").box.height > before * 1.5f);
    window.click(Role::radio, "Donker");
    CHECK(window.planner.settings().theme == app::Theme::dark);
    window.click(Role::radio, "English");
    CHECK(window.find(Role::heading, "Settings"));
    CHECK_FALSE(world.settings.empty());
}

TEST_CASE("all reviews: searched, opened, copied, removed, and put back") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    window->planner.go(app::Route::overview());
    window->settle();
    CHECK(window->get(Role::heading, "Peer Reviews").level == 1);
    window->type("Zoeken", "bestaat niet", Role::search);
    CHECK_FALSE(window->find(Role::link, "Zelfstandig leren"));
    window->type("Zoeken", "zelfst", Role::search);
    window->click(Role::menu_button, "Meer keuzes voor Zelfstandig leren");
    CHECK(window->node(window->focused)->name == "Openen");
    window->click(Role::menu_item, "Kopie maken");
    CHECK(window->planner.overview().matching("").size() == 2);
    window->planner.go(app::Route::overview());
    window->settle();
    window->type("Zoeken", "", Role::search);
    window->click(Role::menu_button, "Meer keuzes voor Zelfstandig leren");
    window->click(Role::menu_item, "Verwijderen");
    CHECK_FALSE(window->find(Role::link, "Zelfstandig leren"));
    window->click(Role::button, "Zelfstandig leren terugzetten");
    window->click(Role::link, "Zelfstandig leren");
    CHECK(window->planner.route().screen == app::Screen::dashboard);
}

TEST_CASE("the file leaves by its button, and opens elsewhere as the same review") {
    platform::HeadlessWorld world, other(5);
    std::string file;
    {
        const auto window = with_new_review(world);
        window->click(Role::button, "Bestand downloaden");
        REQUIRE(window->platform.downloads.size() == 1);
        file = window->platform.downloads[0].bytes;
        CHECK(document::read(file).has_value());
    }
    Window elsewhere(other);
    elsewhere.click(Role::button, "Bestand openen");
    CHECK(elsewhere.platform.file_dialogs == 1);
    elsewhere.open_file("review.json", file);
    if (elsewhere.dialog()) elsewhere.click(Role::button, "Samenvoegen");
    CHECK(elsewhere.planner.overview().matching("Zelfstandig").size() == 1);
}

TEST_CASE("names, dates and teams are changed from the dashboard") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    const auto edit = window->all(Role::button, "Wijzigen");
    REQUIRE_FALSE(edit.empty());
    window->act(edit[0]->id, ActionKind::click);
    REQUIRE(window->dialog());
    CHECK(window->node(window->focused)->name == "Titel");
    window->type("Titel", "Een andere titel");
    window->click(Role::button, "Team toevoegen");
    window->type("Naam team 4", "Team West");
    window->click(Role::button, "Team West omhoog");
    window->click(Role::button, "Klaar");
    CHECK_FALSE(window->dialog());
    CHECK_FALSE(window->all(Role::text, "Een andere titel").empty());
    CHECK(window->planner.view().participants.at(2).participant.name == "Team West");
    window->click(Role::button, "Data wijzigen");
    const kit::NodeId date = window->get(Role::date, "Datum startbijeenkomst").id;
    CHECK(window->focused == date);
    window->act(date, ActionKind::change, "2026-11-19");
    window->click(Role::button, "Klaar");
    CHECK(window->shows("do 19 nov"));
}
