#include <doctest/doctest.h>

#include "app/room_scene.h"
#include "window.h"

using namespace planner;
using namespace planner::testing;
using kit::Role;

namespace {

const Shape walls[] = {{"1024x768", 1024, 768}, {"1366x768", 1366, 768}, {"1920x1080", 1920, 1080}, {"3840x2160", 3840, 2160}, {"1920x1080 at 200 % text", 1920, 1080, 200}};

app::RoomScene question_scene(std::string text) {
    app::RoomScene scene;
    scene.kind = app::RoomKind::field;
    scene.badge = "T";
    scene.title = "Team Techniek";
    scene.subtitle = "College Oost";
    scene.part_text = "Deel 2 van 4";
    scene.part = 1;
    scene.parts = 4;
    scene.clock = app::RoomClock::stopped;
    scene.remaining = 22 * 60'000 + 42'000;
    scene.allotted = 45 * 60'000;
    scene.doing = "Leervraag en criteria";
    scene.until = "klaar om 14:54";
    scene.label = "Onze leervraag";
    scene.text = std::move(text);
    scene.help = "Is de vraag open? Kunnen we er dit jaar iets mee?";
    scene.next = "Peers en aanpak";
    scene.after = "Team Horeca";
    return scene;
}

std::string many_words(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += "woord" + std::to_string(i) + " ";
    return text;
}

/// How high the letters of the texts of the window are at least, as part of its height.
float smallest_letters(const Window& window, float height) {
    float smallest = 1;
    for (const Placed& each : window.placed())
        if (each.node->appearance.size > 0)
            smallest = std::min(smallest, each.node->appearance.size / height);
    return smallest;
}

} // namespace

TEST_CASE("in a room letters are at least a twenty-fifth of the height, the countdown a quarter, and nothing is cut off") {
    for (const Shape& wall : walls) {
        CAPTURE(wall.name);
        for (const std::string& text : {std::string("Hoe laten we studenten eerder zelf kiezen?"), many_words(60), many_words(3000), std::string(), std::string("é🙂")}) {
            platform::HeadlessWorld world;
            Window window(world, wall, "#/projector");
            window.planner.set_text_scale(wall.text_scale);
            window.planner.on_scene(app::write_scene(question_scene(text)));
            window.settle();
            CHECK(smallest_letters(window, wall.height) >= 0.04f);
            const kit::Node clock = window.get(Role::text, "Nog 23 minuten");
            // A digit is 0.68 of its font, and the box is 0.86 of it.
            CHECK(clock.box.height * 0.68f / 0.86f >= 0.25f * wall.height);
            for (const Placed& each : window.placed()) {
                CAPTURE(each.node->name.substr(0, 40));
                CHECK(each.box.right() <= wall.width + 1);
                CHECK(each.box.bottom() <= wall.height + 1);
            }
        }
    }
}

TEST_CASE("of a long text the room sees the end, in seven lines at most") {
    platform::HeadlessWorld world;
    Window window(world, {"1920x1080", 1920, 1080}, "#/projector");
    window.planner.on_scene(app::write_scene(question_scene(many_words(3000))));
    window.settle();
    const kit::Node* shown = nullptr;
    for (const kit::Node* node : window.all(Role::text))
        if (node->name.find("woord2999") != std::string::npos)
            shown = node;
    REQUIRE(shown);
    CHECK(shown->name.starts_with("… "));
    CHECK(shown->box.height <= 7 * shown->appearance.line_height + 1);
}

TEST_CASE("an agenda of many lines shows seven of them, with the one that people are in") {
    platform::HeadlessWorld world;
    Window window(world, {"1920x1080", 1920, 1080}, "#/projector");
    app::RoomScene scene;
    scene.kind = app::RoomKind::agenda;
    scene.title = "Reviewdag";
    for (int i = 0; i < 43; ++i)
        scene.lines.push_back({"13:0" + std::to_string(i % 10), "Team " + std::to_string(i), i < 20 ? app::RoomLine::State::done : i == 20 ? app::RoomLine::State::running : app::RoomLine::State::ahead});
    window.planner.on_scene(app::write_scene(scene));
    window.settle();
    int lines = 0;
    for (const kit::Node* node : window.all(Role::text))
        lines += node->name.starts_with("Team ") ? 1 : 0;
    CHECK(lines == 7);
    CHECK(window.shows("Team 20"));
}
