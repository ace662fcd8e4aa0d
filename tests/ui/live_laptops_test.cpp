#include <doctest/doctest.h>

#include "live_scenes.h"

using namespace planner;
using namespace planner::testing;
using kit::Role;

TEST_CASE("the work of another laptop is taken in while the meeting runs, and keys are the dialog's meanwhile") {
    platform::HeadlessWorld world, other_world{99};
    auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    window->planner.download();
    const std::string file = window->platform.downloads.back().bytes;
    const std::string hash = app::format_route(window->planner.route());
    window->wait(10'000);
    window->settle();
    // One window at a time: the first comes back as after a crash.
    window.reset();

    other_world.now = world.now;
    auto other = std::make_unique<Window>(other_world, laptop);
    other->open_file("vergadering.json", file);
    other->planner.go(app::parse_route(hash));
    other->settle();
    CHECK(shown_meeting(*other).live.state == planning::MeetingState::running);
    const kit::NodeId note = other->get(Role::field, "Nieuwe notitie: Afspraak").id;
    other->focus(note);
    other->act(note, kit::ActionKind::input, "Van de andere laptop");
    other->act(note, kit::ActionKind::submit);
    other->settle();
    other->click(Role::button, "Deel");
    CHECK(other->dialog() != nullptr);
    CHECK_FALSE(other->plain_key("v"));
    CHECK(shown_meeting(*other).live.current == 0);
    other->planner.download();
    const std::string back = other->platform.downloads.back().bytes;
    other.reset();

    window = std::make_unique<Window>(world, laptop, hash);
    window->open_file("terug.json", back);
    REQUIRE(window->dialog() != nullptr);
    CHECK_FALSE(window->plain_key("v"));
    window->click(Role::button, "Samenvoegen");
    window->settle();
    CHECK(window->planner.route().screen == app::Screen::live);
    CHECK(window->shows("Van de andere laptop"));
    CHECK(window->plain_key("v"));
    CHECK(shown_meeting(*window).live.current == 1);
}

TEST_CASE("from the meeting codes are read and files opened") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    const int read = window->platform.code_readings;
    window->click(Role::button, "QR-codes lezen");
    CHECK(window->platform.code_readings == read + 1);
}
