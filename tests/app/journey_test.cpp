#include <doctest/doctest.h>

#include "app/known_processes.h"
#include "assets/assets.h"
#include "browser.h"
#include "document/read.h"

using namespace planner;
using namespace planner::testing;

TEST_CASE("what was saved is there again after the browser was killed, on the same screen") {
    platform::HeadlessWorld world;
    const std::string text = "Hoe leren studenten zélf kiezen? 🌱\nEn wat vraagt dat van ons?";
    std::string team;
    {
        const auto tab = tab_with_review(world);
        team = first_team(*tab);
        tab->planner.go(app::Route::card_of(tab->planner.route().review, "verkenning", team));
        tab->planner.set_field(question_of(team), text);
        tab->settle();
        REQUIRE(tab->planner.save_state().kind == app::SaveKind::saved);
    }
    Tab again(world);
    again.settle();
    CHECK(again.planner.route().screen == app::Screen::card);
    REQUIRE(again.planner.current()->ready());
    CHECK(again.text(question_of(team)) == text);
    CHECK(again.planner.view().participants.size() == 3);
    CHECK(again.planner.view().participants[0].learning_question == text);
    CHECK(again.platform.title == "Verkenning eigen vraagstuk · Team Zorg · Zelfstandig leren · Peer Review Planner");
}

TEST_CASE("typing is durable within half a second of the last key, and at least every 400 ms while typing goes on") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const document::FieldKey key = question_of(first_team(*tab));
    const std::size_t writes = world.writes;
    tab->type(key, "Een zin van precies dertig tekens");
    CHECK(world.writes >= writes + 3);
    const std::int64_t last_key = world.now;
    tab->settle();
    CHECK(tab->planner.save_state().kind == app::SaveKind::saved);
    CHECK(world.now - last_key <= 500);
}

TEST_CASE("a request without a title or with too few or doubled names is not made") {
    platform::HeadlessWorld world;
    Tab tab(world);
    app::NewReviewRequest request = three_teams("  ");
    request.participants.pop_back();
    request.participants[1].name = "Team Zorg ";
    const app::NewReviewProblems problems = tab.planner.problems_of(request);
    CHECK(problems.title_missing);
    CHECK(problems.too_few_participants);
    CHECK(problems.names_doubled == std::vector<std::size_t>{1});
    CHECK(tab.planner.create_review(request).empty());
    CHECK(tab.planner.overview().empty());
}

TEST_CASE("a card counts its blocks, a step its cards, and the next step becomes the current one") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const std::string team = first_team(*tab);
    CHECK(tab->planner.view().current_step == 0);
    CHECK(tab->planner.view().participants[0].cards[0].progress.filled_blocks == 0);
    tab->planner.set_field(question_of(team), "Hoe kiezen studenten zelf?");
    CHECK(tab->planner.view().participants[0].cards[0].progress.filled_blocks == 1);
    CHECK(tab->planner.view().participants[0].cards[0].progress.blocks == 5);
}

TEST_CASE("an example that is no part of the program is fetched; one that does not come says so and opens nothing") {
    platform::HeadlessWorld world;
    Tab tab(world);
    tab.planner.open_example("elsewhere");
    tab.planner.open_example("elsewhere");
    CHECK(tab.platform.examples == std::vector<std::string>{"elsewhere"});
    tab.planner.on_example("");
    CHECK(tab.planner.toasts().all().back().kind == app::ToastKind::problem);
    CHECK(tab.planner.current() == nullptr);
    tab.planner.open_example("elsewhere");
    CHECK(tab.platform.examples.size() == 2);
    tab.planner.on_example(assets::example(app::first_example()));
    tab.settle();
    REQUIRE(tab.planner.current() != nullptr);
    CHECK(tab.planner.current()->ready());
}

TEST_CASE("the example opens as often as wanted, each time as a review of its own") {
    platform::HeadlessWorld world;
    Tab tab(world);
    tab.planner.open_example("mbo-peer-review");
    const std::string first = tab.planner.route().review;
    tab.planner.open_example("mbo-peer-review");
    tab.settle();
    CHECK(tab.planner.route().review != first);
    CHECK(tab.planner.overview().matching("").size() == 2);
    CHECK(world.records.size() == 2);
    CHECK(tab.planner.view().participants.size() == 3);
}

TEST_CASE("without storage everything works in memory and says so") {
    platform::HeadlessWorld world;
    Tab tab(world, "", platform::StorageState::memory_only);
    const std::string id = tab.planner.create_review(three_teams());
    tab.settle();
    CHECK(tab.planner.save_state().kind == app::SaveKind::memory_only);
    CHECK_FALSE(tab.planner.has_unsaved());
    CHECK(world.operations() == 0);
    tab.planner.go(app::Route::overview());
    CHECK(tab.planner.overview().matching("zelf").size() == 1);
    tab.planner.go(app::Route::dashboard(id));
    CHECK(tab.planner.current()->ready());
    CHECK(document::read(tab.file()).has_value());
}

TEST_CASE("a stored review that cannot be read is shown as such, can be downloaded and is not overwritten") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const std::string id = tab->planner.route().review;
    world.records[id].document.resize(500);
    Tab other(world, app::format_route(app::Route::dashboard(id)));
    other.settle();
    REQUIRE(other.planner.current()->state() == app::OpenState::unreadable);
    CHECK(other.planner.current()->problem().why == app::Unreadable::Why::refused);
    CHECK(other.file() == world.records[id].document);
    other.planner.set_field({review::review_key(), "title"}, "Iets anders");
    other.settle();
    CHECK(world.records[id].document.size() == 500);
}

TEST_CASE("an unreadable record is kept apart when a tab that has the review saves over it") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const std::string id = tab->planner.route().review;
    world.records[id].document = "{ broken";
    tab->planner.set_field({review::review_key(), "title"}, "Nog steeds hier");
    tab->settle();
    REQUIRE(world.rescued.size() == 1);
    CHECK(world.rescued[0].second.document == "{ broken");
    CHECK(document::read(world.records[id].document).has_value());
    CHECK(tab->planner.save_state().kind == app::SaveKind::saved);
}

TEST_CASE("an update waits until everything is saved") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    tab->planner.on_update_available();
    CHECK(tab->planner.update_available());
    tab->planner.set_field({review::review_key(), "goal"}, "Leren");
    tab->planner.apply_update();
    CHECK(tab->platform.updates_applied == 0);
    tab->settle();
    CHECK(tab->platform.updates_applied == 1);
}

TEST_CASE("without storage an update does not throw the work away") {
    platform::HeadlessWorld world;
    Tab tab(world, "", platform::StorageState::memory_only);
    tab.planner.create_review(three_teams());
    tab.planner.apply_update();
    tab.settle();
    CHECK(tab.platform.updates_applied == 0);
    CHECK(tab.planner.toasts().all().back().kind == app::ToastKind::problem);
}

TEST_CASE("who makes a review may say who guides it, so that messages are signed from the first") {
    platform::HeadlessWorld world;
    Tab tab(world);
    app::NewReviewRequest request = three_teams();
    tab.planner.create_review(request);
    CHECK(tab.planner.reading().facilitator().name.empty());
    request.facilitator = "  Zoë de Vries ";
    tab.planner.create_review(request);
    CHECK(tab.planner.reading().facilitator().name == "Zoë de Vries");
}
