// What stands beside a form or a list to help.

#include <doctest/doctest.h>

#include "app/messages.h"
#include "app/room_scene.h"

#include "inspect.h"
#include "scenes.h"

#include <algorithm>

using namespace planner;
using namespace planner::testing;
using kit::ActionKind;
using kit::Role;

namespace {

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

const process::Block& tips_of(const process::Process& process, std::string_view card) {
    for (const std::string& id : process.card(card)->see_also)
        for (const process::Block& block : process.card(id)->blocks)
            if (block.tone == process::Tone::good) return block;
    FAIL("no card beside it says what to do");
    return process.cards.front().blocks.front();
}

} // namespace

TEST_CASE("a projector waits, shows what it is given, and nothing comes over that") {
    platform::HeadlessWorld world;
    Window window(world, laptop, "#/projector");
    CHECK(window.shows("Wacht op de regie…"));
    app::RoomScene scene;
    scene.kind = app::RoomKind::message;
    scene.text = "Ronde 1";
    window.planner.on_scene(app::write_scene(scene));
    window.planner.on_language("fr", "");
    REQUIRE_FALSE(window.planner.toasts().all().empty());
    window.page.file_over_page = true;
    window.settle();
    CHECK(window.shows("Ronde 1"));
    CHECK_FALSE(window.shows("Wacht op de regie…"));
    CHECK_FALSE(window.shows(window.planner.toasts().all().back().text));
    CHECK(window.all(Role::link).empty());
    CHECK_FALSE(window.dialog());
    window.click(Role::button, "Volledig scherm");
    CHECK(window.platform.full_screen == platform::FullScreen::on);
    window.settle();
    CHECK_FALSE(window.find(Role::button, "Volledig scherm"));
    CHECK(window.plain_key("f"));
    CHECK(window.platform.full_screen == platform::FullScreen::off);
}

TEST_CASE("what to do and not to do can be read above the findings") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    open_card(*window, "verslag_reviewdag");
    const std::string tip = tips_of(window->planner.current()->process(), "verslag_reviewdag").points.front().nl;
    const std::string title = "Tips bij het vertellen van een bevinding";
    CHECK_FALSE(window->find(Role::list_item, tip));
    window->click(Role::button, title);
    window->settle();
    CHECK(window->find(Role::list_item, tip));
    CHECK(window->all(Role::button, title).size() == 1);
    open_card(*window, "verkenning");
    CHECK_FALSE(window->find(Role::button, title));
}

TEST_CASE("the own text of a message gives way to the text of the process") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    const planning::PlannedMessage message = window->planner.messages().front();
    const std::string proposed = window->planner.message_text(message).body;
    window->planner.go(app::Route::messages(window->planner.route().review, message.key.id));
    window->settle();
    CHECK_FALSE(window->find(Role::button, "Terug naar de standaardtekst"));
    app::set_message_text(window->planner, message, planning::message_field::body, "Iets anders", std::nullopt);
    window->settle();
    window->click(Role::button, "Terug naar de standaardtekst");
    CHECK(window->planner.message_text(message).body == proposed);
    CHECK_FALSE(window->find(Role::button, "Terug naar de standaardtekst"));
    window->planner.step(app::Step::undo);
    CHECK(window->planner.message_text(message).body == "Iets anders");
}

TEST_CASE("beside a message with attachments is the way to each, for who does not send the file of the mail") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    std::vector<document::EntityKey> done;
    for (const planning::PlannedTask& task : window->planner.plan().tasks)
        if (task.task->done_when != process::DoneWhen::messages) done.push_back(task.key);
    window->planner.decide_tasks(done, app::TaskDecision::done);
    const auto& all = window->planner.messages();
    const auto found = std::find_if(all.begin(), all.end(), [](const auto& each) { return each.message->attach.size() == 2; });
    REQUIRE(found != all.end());
    window->planner.go(app::Route::messages(window->planner.route().review, found->key.id));
    window->settle();
    CHECK(window->shows("Gebruik je ‘Openen in mail’? Voeg het dan zelf toe als bijlage."));
    const std::size_t before = window->platform.downloads.size();
    window->click(Role::button, "Download het bestand");
    REQUIRE(window->platform.downloads.size() == before + 1);
    CHECK(window->platform.downloads.back().name.ends_with(".json"));
    window->click(Role::button, "Download de agenda");
    REQUIRE(window->dialog());
    CHECK(window->dialog()->name == window->planner.tr("calendar.title"));
}

TEST_CASE("a chosen message is printed with a button, a card as a poster too, and kinds of review beside each other") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    const std::string review = window->planner.route().review;
    window->planner.go(app::Route::messages(review));
    window->settle();
    CHECK_FALSE(window->find(Role::button, "Afdrukken"));
    const planning::PlannedMessage message = window->planner.messages().front();
    window->planner.go(app::Route::messages(review, message.key.id));
    window->settle();
    window->click(Role::button, "Afdrukken");
    CHECK(window->platform.printed.back().title == window->planner.message_text(message).subject);

    open_card(*window, "verkenning");
    window->click(Role::button, "Afdrukken");
    CHECK(has(window->platform.printed.back().html, "A4"));
    window->click(Role::button, "Afdrukken als poster (A3)");
    CHECK(has(window->platform.printed.back().html, "A3"));

    const std::string group = window->planner.current()->process().fits.group.nl;
    window->planner.go(app::Route::about());
    window->settle();
    CHECK(has(window->ui.sheet(), group));
}

TEST_CASE("a card can be shown large, without menu, and goes back to how it was") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    open_card(*window, "verkenning");
    window->click(Role::button, "Groot tonen");
    window->settle();
    CHECK(window->find(Role::navigation, "Hoofdmenu") == nullptr);
    CHECK(inspect_boxes(*window).empty());
    CHECK(inspect_words(*window).empty());
    window->click(Role::button, "Stop met groot tonen");
    window->settle();
    CHECK(window->find(Role::navigation, "Hoofdmenu"));
    window->click(Role::button, "Groot tonen");
    window->planner.go(app::Route::cards(window->planner.route().review));
    window->settle();
    CHECK_FALSE(window->all(Role::navigation).empty());
}

TEST_CASE("how often work is done can be chosen for every line of the hours") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    const auto row = [&] {
        for (const planning::RoleHours& role : planning::make_hours(window->planner.reading(), 3))
            for (const planning::HoursRow& each : role.rows)
                if (each.work && each.work->times == process::Times::visit) return each;
        FAIL("nothing is done for every visit");
        return planning::HoursRow{};
    };
    CHECK(row().times == 3);
    window->planner.go(app::Route::hours(window->planner.route().review));
    window->settle();
    const auto selects = window->all(Role::select);
    const auto select = std::find_if(selects.begin(), selects.end(), [&](const kit::Node* each) {
        return has(each->name, row().work->title.nl) && each->value == planning::times_visit;
    });
    REQUIRE(select != selects.end());
    window->act((*select)->id, ActionKind::change, std::string(planning::times_once));
    window->settle();
    CHECK(row().times == 1);
    CHECK(row().edited);
}
