#include <doctest/doctest.h>

#include "app/run_sheets.h"
#include "live_scenes.h"

#include <cmath>

using namespace planner;
using namespace planner::testing;
using kit::ActionKind;
using kit::Role;

namespace {

constexpr int few = 8;

bool meeting_is(Window& window, planning::MeetingState state) {
    const app::Route& route = window.planner.route();
    const process::RunSheet* sheet = window.planner.current()->process().run_sheet(route.item);
    return sheet && app::live_meeting(window.planner, *sheet, route.participant).live.state == state;
}

bool shows_running_clock(Window& window) {
    return meeting_is(window, planning::MeetingState::running);
}

bool waits_to_begin(Window& window) {
    const app::Route& route = window.planner.route();
    const process::RunSheet* sheet = window.planner.current()->process().run_sheet(route.item);
    return meeting_is(window, planning::MeetingState::waiting) && app::agenda_in(window.planner, *sheet, route.participant).start;
}

bool pause_goes_to_its_end(Window& window) {
    return meeting_is(window, planning::MeetingState::paused) && shown_meeting(window).live.goes_on_at();
}

/// Lets a frame be drawn where none was wanted, and expects that nothing came of it.
void check_still(Window& window) {
    window.frame();
    CHECK(window.output.semantics.empty());
    CHECK_FALSE(window.output.focus);
    CHECK_FALSE(window.output.scroll);
}

} // namespace

TEST_CASE("every screen comes to rest, wants no frame then, and an extra frame describes nothing new") {
    for (const Scene& scene : scenes()) {
        INFO(scene.name);
        platform::HeadlessWorld world;
        const auto window = scene.open(world);
        for (const Shape& shape : shapes) {
            INFO(shape.name);
            window->set_shape(shape);
            CHECK(window->frames_until_rest() <= few);
            window->settle();
            // A toast expires, though not behind a dialog, and what could not be saved is tried again.
            const bool expires = !window->planner.toasts().all().empty() && window->dialog() == nullptr;
            const bool on_live = window->planner.route().screen == app::Screen::live;
            // A clock that runs shows each second.
            const bool runs = on_live && shows_running_clock(*window);
            // The end of a pause is said aloud.
            const bool pause_ends = on_live && pause_goes_to_its_end(*window);
            const bool waits = expires || pause_ends || window->planner.has_unsaved();
            // Before it begins it says how late it is, which changes each minute.
            if (on_live && waits_to_begin(*window)) {
                CHECK(window->next_frame() > 0);
                CHECK(window->next_frame() <= 60'000);
                continue;
            }
            if (runs) {
                CHECK(window->next_frame() > 0);
                CHECK(window->next_frame() <= 1000);
                continue;
            }
            if (waits)
                CHECK(window->next_frame() > 100);
            else
                CHECK(window->next_frame() == -1);
            check_still(*window);
        }
    }
}

TEST_CASE("a focused field wants no frames, and a key in it only a few") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    open_card(*window, "verkenning");
    window->wait(10'000);
    window->settle();
    const kit::NodeId field = window->get(Role::area, "Onze leervraag").id;
    window->focus(field);
    CHECK(window->frames_until_rest() <= few);
    window->settle();
    CHECK(window->next_frame() == -1);
    check_still(*window);
    window->ui.frame().action({field, ActionKind::input, "a"});
    CHECK(window->frames_until_rest() <= few);
    CHECK(window->next_frame() > 0);
    window->settle();
    CHECK(window->next_frame() == -1);
}

TEST_CASE("what is being typed is in no frame together with the word that all is saved") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    open_card(*window, "verkenning");
    window->wait(10'000);
    window->settle();
    const auto is_saved = [&window] { return window->all(Role::status).front()->name.starts_with("Opgeslagen"); };
    REQUIRE(is_saved());
    window->ui.frame().action({window->get(Role::area, "Onze leervraag").id, ActionKind::input, "a"});
    window->frame();
    CHECK_FALSE(is_saved());
    window->frame();
    CHECK_FALSE(is_saved());
    window->wait(10'000);
    window->settle();
    CHECK(is_saved());
}

TEST_CASE("an open menu wants no frames") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    window->planner.go(app::Route::overview());
    window->settle();
    window->act(window->all(Role::menu_button).front()->id, ActionKind::click);
    REQUIRE(window->all(Role::menu_item).size() == 3);
    CHECK(window->next_frame() == -1);
    check_still(*window);
}

TEST_CASE("a toast wakes the planner when it expires, and for nothing else") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    window->wait(10'000);
    window->settle();
    window->planner.copy_review(window->planner.route().review);
    window->settle();
    REQUIRE_FALSE(window->planner.toasts().all().empty());
    int drawn = 0;
    for (; !window->planner.toasts().all().empty() && drawn < 10; ++drawn) {
        REQUIRE(window->next_frame() > 0);
        window->wait(static_cast<int>(std::ceil(window->next_frame())));
        CHECK(window->frames_until_rest() <= few);
    }
    CHECK(drawn <= 3);
    CHECK(window->next_frame() == -1);
}

TEST_CASE("a toast stays while it has the focus or the pointer is on it, also on its buttons") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    window->wait(10'000);
    window->settle();
    const auto show = [&] {
        window->planner.remove_participant(window->planner.add_participant({"Team West", ""}));
        window->settle();
        REQUIRE_FALSE(window->planner.toasts().all().empty());
    };
    show();
    const kit::NodeId action = window->all(Role::button, "Ongedaan maken").back()->id;
    window->focus(action);
    window->settle();
    window->wait(30'000);
    window->settle();
    CHECK_FALSE(window->planner.toasts().all().empty());
    window->focus({});
    window->settle();
    window->wait(10'000);
    window->settle();
    CHECK(window->planner.toasts().all().empty());

    show();
    const kit::Rect box = window->placed(window->all(Role::button, "Ongedaan maken").back()->id).box;
    for (const float dx : {-30.0f, box.width / 2}) {
        window->move(box.x + dx, box.y + box.height / 2);
        window->settle();
        window->wait(30'000);
        window->settle();
        INFO("pointer at ", dx, " px from the button's left");
        CHECK_FALSE(window->planner.toasts().all().empty());
    }
}

TEST_CASE("a pointer that rests on an icon asks for one frame more, for the tooltip") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    const kit::Rect box = window->placed(window->get(Role::button, "Ongedaan maken").id).box;
    const std::size_t before = window->renderer.vertices();
    window->planner.set_field(question(*window), "Iets anders");
    window->settle();
    window->move(box.x + box.width / 2, box.y + box.height / 2);
    CHECK(window->next_frame() > 0);
    CHECK(window->next_frame() <= 500);
    window->wait(500);
    window->frames_until_rest();
    CHECK(window->next_frame() == -1);
    CHECK(window->renderer.vertices() > before);
}

TEST_CASE("a mouse button that is held down wants no frames") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    const kit::Rect box = window->placed(window->get(Role::button, "Bestand downloaden").id).box;
    window->press(box.x + 5, box.y + 5);
    CHECK(window->next_frame() == -1);
    check_still(*window);
    window->release(box.x + 5, box.y + 5);
    CHECK(window->platform.downloads.size() == 1);
}
