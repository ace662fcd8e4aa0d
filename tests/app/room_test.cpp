// A page that directs and the windows that a room looks at.

#include <doctest/doctest.h>

#include "app/settings.h"
#include "browser.h"

using namespace planner;
using namespace planner::app;
using namespace planner::testing;
using platform::Awake;
using platform::FullScreen;
using platform::ProjectorState;

namespace {

const std::string address = format_route(Route::projector());

/// A page with a review that directs, and a projector.
struct Joined {
    platform::HeadlessWorld world;
    platform::HeadlessRoom room;
    std::unique_ptr<Tab> director = tab_with_review(world);
    std::unique_ptr<Tab> projector;

    Joined() {
        room.add_director(director->platform);
        open_projector();
    }
    void open_projector() {
        projector = std::make_unique<Tab>(world, address);
        room.add_projector(projector->platform);
        settle();
    }
    void settle() {
        director->settle();
        if (projector) projector->settle();
    }
};

} // namespace

TEST_CASE("the room sees what the director projects, and that is handed over only when it is another scene") {
    Joined both;
    CHECK(both.director->planner.projector_state() == ProjectorState::connected);
    CHECK(both.projector->planner.scene().empty());
    const std::uint64_t before = both.projector->planner.revision();
    (void)both.projector->platform.take_wake_up();
    both.director->planner.project(R"({"title": "Welkom"})");
    both.director->planner.project(R"({"title": "Welkom"})");
    CHECK(both.director->platform.projected.size() == 1);
    both.settle();
    CHECK(both.projector->planner.scene() == R"({"title": "Welkom"})");
    CHECK(both.projector->planner.revision() > before);
    CHECK(both.projector->platform.take_wake_up() == both.world.now);
    both.director->planner.project("");
    both.director->planner.project(R"({"title": "Welkom"})");
    both.director->planner.project("");
    CHECK(both.director->platform.projected.size() == 4);
    both.settle();
    CHECK(both.projector->planner.scene().empty());
    CHECK(both.director->planner.scene().empty());
}

TEST_CASE("an empty scene is handed over too, when it is the first") {
    Joined both;
    both.director->planner.project("");
    CHECK(both.director->platform.projected == std::vector<std::string>{""});
}

TEST_CASE("a projector that opens later shows what is there, and one that goes is absent") {
    Joined both;
    both.director->planner.project("een");
    both.projector.reset();
    both.settle();
    CHECK(both.director->planner.projector_state() == ProjectorState::absent);
    both.director->planner.project("twee");
    both.open_projector();
    CHECK(both.director->planner.projector_state() == ProjectorState::connected);
    CHECK(both.projector->planner.scene() == "twee");
    both.director->planner.close_projector();
    both.settle();
    CHECK(both.director->planner.projector_state() == ProjectorState::absent);
}

TEST_CASE("a projector keeps what it shows when the director goes, and shows what another gives") {
    Joined both;
    both.director->planner.project("een");
    both.settle();
    both.director.reset();
    both.projector->settle();
    CHECK(both.projector->planner.scene() == "een");
    Tab again(both.world);
    both.room.add_director(again.platform);
    again.settle();
    CHECK(again.planner.projector_state() == ProjectorState::connected);
    again.planner.project("een");
    CHECK(again.platform.projected.size() == 1);
    again.planner.project("twee");
    both.projector->settle();
    CHECK(both.projector->planner.scene() == "twee");
}

TEST_CASE("a projector that does not answer is lost until it does") {
    Joined both;
    both.room.answers = false;
    both.director->planner.project("een");
    both.settle();
    CHECK(both.director->planner.projector_state() == ProjectorState::lost);
    CHECK(both.projector->planner.scene().empty());
    both.room.answers = true;
    both.director->planner.project("twee");
    both.settle();
    CHECK(both.director->planner.projector_state() == ProjectorState::connected);
}

TEST_CASE("a browser that opens no window says so") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    tab->planner.open_projector();
    tab->settle();
    CHECK(tab->platform.projector_windows == 1);
    CHECK(tab->planner.projector_state() == ProjectorState::absent);
    tab->platform.opens_windows = false;
    tab->planner.open_projector();
    tab->settle();
    CHECK(tab->platform.projector_windows == 1);
    CHECK(tab->planner.projector_state() == ProjectorState::refused);
}

TEST_CASE("nobody comes back to the projector, and an open one writes nothing") {
    platform::HeadlessWorld world;
    const std::string review = tab_with_review(world)->planner.route().review;
    const std::string settings = world.settings;
    const auto records = world.records;
    REQUIRE(read_settings(settings).last_route == format_route(Route::dashboard(review)));
    {
        Tab projector(world, address);
        CHECK(projector.planner.route() == Route::projector());
        CHECK(projector.planner.current() == nullptr);
        CHECK(projector.platform.title == "Projector · Peer Review Planner");
        projector.planner.on_scene("een");
        projector.planner.on_full_screen(FullScreen::on);
        projector.planner.flush();
        projector.settle();
        projector.pass(60'000);
    }
    CHECK(world.settings == settings);
    CHECK(world.records == records);
    CHECK(Tab(world).planner.route() == Route::dashboard(review));

    Settings odd = read_settings(settings);
    odd.last_route = address;
    world.settings = write_settings(odd);
    CHECK(Tab(world).planner.route() == Route::overview());
}

TEST_CASE("a file that is dropped on the projector opens nothing in front of the room") {
    platform::HeadlessWorld elsewhere(70);
    const std::string file = tab_with_review(elsewhere)->file();
    platform::HeadlessWorld world;
    Tab projector(world, address);
    projector.planner.on_file_refused("groot.json", platform::FileProblem::too_large);
    projector.open("review.json", file);
    CHECK(projector.planner.route() == Route::projector());
    CHECK(projector.planner.import_state() == ImportState::none);
    CHECK(world.records.empty());
}

TEST_CASE("full screen, a screen that stays on and the sound are passed on as they are") {
    platform::HeadlessWorld world;
    Tab tab(world);
    tab.planner.set_full_screen(FullScreen::on);
    CHECK(tab.planner.full_screen() == FullScreen::off);
    tab.settle();
    CHECK(tab.planner.full_screen() == FullScreen::on);
    tab.planner.on_full_screen(FullScreen::off);
    CHECK(tab.planner.full_screen() == FullScreen::off);
    tab.planner.keep_awake(Awake::yes);
    CHECK(tab.platform.awake == Awake::yes);
    tab.planner.keep_awake(Awake::no);
    CHECK(tab.platform.awake == Awake::no);
    tab.planner.chime();
    CHECK(tab.platform.chimes == 1);
    CHECK(tab.planner.now() == world.now);
}
