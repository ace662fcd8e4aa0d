#include <doctest/doctest.h>

#include "app/room_scene.h"
#include "live_scenes.h"

#include <algorithm>

using namespace planner;
using namespace planner::testing;
using kit::Role;

namespace {

app::RoomScene in_the_room(const Window& window) {
    REQUIRE_FALSE(window.platform.projected.empty());
    const auto scene = app::read_scene(window.platform.projected.back());
    REQUIRE(scene);
    return *scene;
}

const app::ParticipantView& team(Window& window, std::size_t index) {
    return window.planner.view().participants.at(index);
}

void set_visit_day(Window& window, std::size_t index, const char* date) {
    window.planner.set_field({review::visit_key(team(window, index).participant.id), "date"}, date);
    window.settle();
}

const process::RunSheetPart& part_of_kind(Window& window, process::PartKind kind) {
    const auto& parts = shown_meeting(window).live.current_line()->line->item->parts;
    return *std::find_if(parts.begin(), parts.end(), [&](const process::RunSheetPart& part) { return part.kind == kind; });
}

void go_to(Window& window, process::PartKind kind) {
    app::go_to_part(window.planner, shown_meeting(window), part_of_kind(window, kind).id);
    window.settle();
}

} // namespace

TEST_CASE("a turn in which no day was chosen says so, has no tick for it, and the question at the end names the team") {
    platform::HeadlessWorld world;
    const auto window = with_first_team(world);
    for (const std::size_t index : {0UL, 1UL, 2UL})
        set_visit_day(*window, index, index == 1 ? "2031-12-05" : "");
    go_to(*window, process::PartKind::visit_dates);
    const std::string hint = "Er is nog geen dag gekozen. Vul dagen in en druk daaronder op ‘Kies deze dag’.";
    CHECK(window->shows(hint));
    pass_minutes(*window, 2);
    const std::string title = part_of_kind(*window, process::PartKind::visit_dates).title.nl;
    go_to(*window, process::PartKind::talk);
    const auto ticked = [&] {
        const auto buttons = window->all(Role::button);
        const auto part = std::find_if(buttons.begin(), buttons.end(), [&](const kit::Node* each) { return each->name.find(title) != std::string::npos; });
        REQUIRE(part != buttons.end());
        return (*part)->name.find("gedaan") != std::string::npos;
    };
    CHECK_FALSE(ticked());
    const auto asked = [&](std::string_view teams) {
        window->click(Role::button, "Stop");
        const bool named = window->shows("Nog geen reviewdag gekozen: " + std::string(teams) + ".");
        window->click(Role::button, "Nog niet");
        return named;
    };
    const std::string first = team(*window, 0).participant.name, last = team(*window, 2).participant.name;
    CHECK(asked(first + ", " + last));
    set_visit_day(*window, 0, "2031-12-04");
    CHECK(ticked());
    CHECK(asked(last));
    set_visit_day(*window, 2, "2031-12-11");
    CHECK_FALSE(asked(""));
    go_to(*window, process::PartKind::visit_dates);
    CHECK_FALSE(window->shows(hint));
}

TEST_CASE("the room sees the questions of teams that had their turn, and none of who has yet to tell about it") {
    platform::HeadlessWorld world;
    const auto window = with_first_team(world);
    for (const std::size_t index : {0UL, 1UL, 2UL})
        REQUIRE_FALSE(team(*window, index).learning_question.empty());
    const auto shown = [&](std::size_t index) { return in_the_room(*window).text.find(team(*window, index).learning_question) != std::string::npos; };
    // What was written about it would be on the wall instead.
    const process::RunSheetPart& part = part_of_kind(*window, process::PartKind::overlap);
    const process::Field* table = window->planner.current()->process().card(part.card)->field(part.fields.front());
    for (const document::EntityKey& row : window->planner.reading().rows(part.card, "", *table))
        window->planner.remove_row(row);
    go_to(*window, process::PartKind::overlap);
    CHECK(in_the_room(*window).kind == app::RoomKind::clock);
    CHECK_FALSE(shown(1));
    const app::LiveMeeting meeting = shown_meeting(*window);
    app::go_to_line(window->planner, meeting, *meeting.live.next_line()->line);
    go_to(*window, process::PartKind::overlap);
    CHECK(in_the_room(*window).label == "De leervragen naast elkaar");
    CHECK(shown(0));
    CHECK(shown(1));
    CHECK_FALSE(shown(2));
}
