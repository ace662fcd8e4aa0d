#include <doctest/doctest.h>

#include "ui/room_view.h"
#include "wall.h"

using namespace planner;
using namespace planner::testing;
using kit::Role;

namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

// The lowest digit is 0.668 of its font, and the box is 0.74 of it.
float digit_share(const kit::Rect& digits, float height) {
    return digits.height * 0.668f / 0.74f / height;
}

constexpr std::int64_t second = 1000, minute = 60 * second;

} // namespace

TEST_CASE("in a room letters are at least a twenty-fifth of the height, the countdown a quarter, and nothing is cut off") {
    for (const Shape& wall : walls) {
        CAPTURE(wall.name);
        for (const std::string& text : {std::string("Hoe laten we studenten eerder zelf kiezen?"), many_words(60), many_words(3000), std::string(), std::string("é🙂")}) {
            Wall on(wall, question_scene(text));
            CHECK(smallest_letters(on.window, wall.height) >= 0.04f);
            CHECK(on.window.get(Role::text, "Nog 23 minuten").box.height == on.digits().height);
            CHECK(digit_share(on.digits(), wall.height) >= 0.25f);
            for (const Placed& each : on.window.placed()) {
                CAPTURE(each.node->name.substr(0, 40));
                CHECK(each.box.right() <= wall.width + 1);
                CHECK(each.box.bottom() <= wall.height + 1);
            }
        }
    }
}

TEST_CASE("on a wide wall the countdown stands beside what people do, whatever time it shows") {
    for (const Shape& wall : {walls[1], walls[2], walls[3]}) {
        CAPTURE(wall.name);
        Wall on(wall);
        for (const std::int64_t left : {22 * minute + 42 * second, 40 * minute + 44 * second, 9 * minute + 59 * second, 65 * minute, -45 * second,
                                        -12 * minute - 34 * second, -65 * minute}) {
            CAPTURE(left);
            app::RoomScene scene = question_scene("Hoe laten we studenten eerder zelf kiezen?");
            on.show_running(scene, left);
            const kit::Rect digits = on.digits(), doing = on.window.get(Role::text, "Leervraag en criteria").box;
            CHECK(digit_share(digits, wall.height) >= 0.25f);
            CHECK(doing.x > digits.right());
            CHECK(doing.bottom() < digits.bottom());
            CHECK(on.window.get(Role::text, "Onze leervraag").box.y > digits.bottom());
            const bool usual = left > 0 && left < 60 * minute;
            CHECK(wall.width - doing.x - wall.height * 0.0593f >= (usual ? 0.27f : 0.17f) * wall.width);
        }
    }
}

TEST_CASE("what stands beside the countdown does not move when a digit goes") {
    Wall on(walls[2]);
    on.show_running(question_scene("Waarom?"), 10 * minute);
    const float before = on.window.get(Role::text, "Leervraag en criteria").box.x;
    on.show_running(question_scene("Waarom?"), 9 * minute);
    CHECK(on.window.get(Role::text, "Leervraag en criteria").box.x == before);
}

TEST_CASE("over the time the wall says once by how much, and below a minute that the time is up") {
    for (const Shape& wall : walls) {
        CAPTURE(wall.name);
        for (const app::RoomKind kind : {app::RoomKind::field, app::RoomKind::clock}) {
            app::RoomScene scene = question_scene("Waarom?");
            scene.kind = kind;
            scene.until.clear();
            Wall on(wall);
            for (const auto& [left, words] : {std::pair{-30 * second, "De tijd is om"}, {-80 * second, "1 minuut over de tijd"}, {-118 * second, "2 minuten over de tijd"}, {-12 * minute, "12 minuten over de tijd"}}) {
                on.show_running(scene, left);
                int told = 0;
                for (const kit::Node* node : on.window.all(Role::text))
                    told += has(node->name, "ver de tijd") || has(node->name, "tijd is om") ? 1 : 0;
                CHECK(told == 1);
                CHECK(on.window.shows(words));
            }
        }
    }
}

TEST_CASE("when a fifth and when a twentieth is left, the wall says so in the words and the colour of whoever directs") {
    struct Step {
        std::int64_t left;
        std::string_view word;
    };
    app::RoomScene scene = question_scene("Waarom?");
    scene.allotted = 20 * minute;
    const std::uint32_t nearly = kit::to_css(ui::room_colors(scene.theme).nearly);
    const auto look = [&](const Step& step) {
        CAPTURE(step.left);
        {
            Wall below(walls[0]);
            below.show_running(scene, step.left);
            for (const std::string_view word : {"Bijna klaar", "Rond af"})
                CHECK((below.text_with(word) != nullptr) == (word == step.word));
        }
        Wall beside(walls[2]);
        beside.show_running(scene, step.left);
        const kit::Node* until = beside.text_with(scene.until);
        REQUIRE(until);
        CHECK((until->appearance.color == nearly) == !step.word.empty());
    };
    for (const Step& step : {Step{4 * minute + second, ""}, Step{4 * minute, "Bijna klaar"}, Step{minute + second, "Bijna klaar"}, Step{minute, "Rond af"}})
        look(step);
    // A break has no parts, and nobody rounds it off.
    scene.parts = 0;
    look({minute, "Bijna klaar"});
}

TEST_CASE("what does not fit on its line is cut with a sign, also on a wall that stands upright") {
    const Shape upright{"600x1200", 600, 1200};
    app::RoomScene scene = question_scene("Kort");
    scene.next = "Opbrengst en documenten van alle teams bij elkaar";
    Wall on(upright, scene);
    const kit::Node* next = on.text_with("Straks: Opbrengst");
    REQUIRE(next);
    CHECK(next->name.ends_with(" …"));
    CHECK(lines_of(*next) == 1);
}

TEST_CASE("on a square wall the countdown takes about a quarter of the height, and leaves five lines for the text") {
    Wall on(walls[0]);
    for (const std::int64_t left : {22 * minute + 42 * second, 40 * minute + 44 * second, -12 * minute - 34 * second}) {
        CAPTURE(left);
        on.show_running(question_scene(many_words(3000)), left);
        CHECK(digit_share(on.digits(), 768) >= 0.25f);
        CHECK(on.digits().height <= 0.28f * 768);
        const kit::Node doing = on.window.get(Role::text, "Leervraag en criteria");
        CHECK(doing.box.y >= on.digits().bottom());
        CHECK(lines_of(doing) == 1);
        const kit::Node* text = on.text_with("woord2999");
        REQUIRE(text);
        CHECK(lines_of(*text) >= 5);
    }
}

TEST_CASE("before the meeting begins the room sees what comes when, and counts down the last hour") {
    app::RoomScene scene;
    scene.kind = app::RoomKind::beginning;
    scene.title = "Startbijeenkomst";
    scene.subtitle = "Peer review 2026";
    scene.label = "donderdag 19 november 2026";
    scene.text = "We beginnen om 09:00";
    for (const Shape& wall : walls) {
        CAPTURE(wall.name);
        Wall on(wall, scene);
        CHECK(on.digits().height == 0);
        on.show_running(scene, 61 * minute);
        CHECK(on.digits().height == 0);
        CHECK(on.window.next_frame() > 0);
        CHECK(on.window.next_frame() <= minute);
        on.show_running(scene, 59 * minute);
        CHECK(digit_share(on.digits(), wall.height) >= 0.25f);
        CHECK(smallest_letters(on.window, wall.height) >= 0.04f);
        CHECK(on.window.find(Role::heading, "Startbijeenkomst"));
        for (const char* text : {"Peer review 2026", "donderdag 19 november 2026", "We beginnen om 09:00"})
            CHECK(on.window.get(Role::text, text).box.bottom() <= on.digits().y);
        CHECK(on.digits().bottom() <= wall.height);
        on.show_running(scene, -second);
        CHECK(on.digits().height == 0);
    }
}

TEST_CASE("in a pause the room reads from afar that there is one and when people go on, with a countdown to that") {
    app::RoomScene scene;
    scene.kind = app::RoomKind::pause;
    scene.title = "Pauze";
    scene.text = "Sinds 14:22";
    scene.next = "Team Techniek · Leervraag en criteria";
    scene.after = "Team Horeca en Bakkerij";
    const auto size_of_title = [](const Wall& on, std::string_view title) {
        const kit::Node* node = on.window.find(Role::heading, title);
        return node ? node->appearance.size : 0;
    };
    for (const Shape& wall : walls) {
        CAPTURE(wall.name);
        Wall on(wall, scene);
        CHECK(on.digits().height == 0);
        CHECK(on.window.next_frame() == -1);
        CHECK(size_of_title(on, "Pauze") >= 0.09f * wall.height);
        CHECK(on.window.shows("Sinds 14:22"));
        CHECK(smallest_letters(on.window, wall.height) >= 0.04f);
        scene.text = "We gaan verder om 14:32";
        for (const std::int64_t left : {10 * minute, 59 * minute + 59 * second, 5 * second}) {
            on.show_running(scene, left);
            CHECK(digit_share(on.digits(), wall.height) >= 0.25f);
            CHECK(on.window.get(Role::text, "We gaan verder om 14:32").box.bottom() <= on.digits().y);
            CHECK(on.digits().bottom() <= on.text_with("Straks: Team Techniek")->box.y);
            CHECK(smallest_letters(on.window, wall.height) >= 0.04f);
            CHECK(on.window.next_frame() > 0);
            CHECK(on.window.next_frame() <= second);
        }
        // The director's window may be late to say so.
        on.show_running(scene, -second);
        CHECK(size_of_title(on, "De pauze is om") >= 0.09f * wall.height);
        CHECK_FALSE(on.window.shows("We gaan verder om 14:32"));
        CHECK(on.digits().height == 0);
        CHECK(on.window.next_frame() == -1);
        scene.text = "Sinds 14:22";
    }
}

TEST_CASE("an agenda of many lines shows seven of them, with the one that people are in") {
    platform::HeadlessWorld world;
    Window window(world, {"1920x1080", 1920, 1080}, "#/projector");
    app::RoomScene scene;
    scene.kind = app::RoomKind::agenda;
    scene.title = "Reviewdag";
    scene.subtitle = "Einde 16:12";
    for (int i = 0; i < 43; ++i)
        scene.lines.push_back({"13:0" + std::to_string(i % 10), "Team " + std::to_string(i), i < 20 ? app::RoomLine::State::done : i == 20 ? app::RoomLine::State::running : app::RoomLine::State::ahead});
    window.planner.on_scene(app::write_scene(scene));
    window.settle();
    int lines = 0;
    for (const kit::Node* node : window.all(Role::text))
        lines += node->name.starts_with("Team ") ? 1 : 0;
    CHECK(lines == 7);
    CHECK(window.shows("Team 20"));
    CHECK(window.shows("Einde 16:12"));
}

TEST_CASE("of an agenda with a line done out of turn the room sees the one that people are in") {
    app::RoomScene scene;
    scene.kind = app::RoomKind::agenda;
    scene.title = "Reviewdag";
    using State = app::RoomLine::State;
    for (int i = 0; i < 20; ++i)
        scene.lines.push_back({"13:00", "Team " + std::to_string(i), i == 3 || i == 19 ? State::done : i == 5 ? State::running : State::ahead});
    scene.lines[4] = {"", "Team 4 · overgeslagen", State::skipped};
    Wall on(walls[2], scene);
    CHECK(on.window.shows("Team 5"));
    CHECK(on.window.shows("Team 4 · overgeslagen"));
    CHECK(on.window.all(Role::text, "13:00").size() == 6);
}

TEST_CASE("a window that does not fill the screen says how it can, below what the room sees") {
    platform::HeadlessWorld world;
    Window window(world, walls[1], "#/projector");
    window.planner.on_scene(app::write_scene(question_scene("Waarom?")));
    window.settle();
    const auto bottom_of_main = [&] { return window.all(Role::main).front()->box.bottom(); };
    CHECK(window.shows("Vul het scherm: druk op F of F11, of dubbelklik."));
    CHECK(window.placed(window.get(Role::button, "Volledig scherm").id).box.y >= bottom_of_main());
    for (const kit::Node* node : window.all(Role::text))
        if (window.is_inside(*node, window.all(Role::main).front()->id))
            CHECK(node->box.bottom() <= bottom_of_main());
    window.mouse(600, 300);
    CHECK(window.platform.full_screen == platform::FullScreen::off);
    window.mouse(600, 300);
    CHECK(window.platform.full_screen == platform::FullScreen::on);
    window.settle();
    CHECK_FALSE(window.find(Role::button, "Volledig scherm"));
    CHECK_FALSE(window.shows("Vul het scherm: druk op F of F11, of dubbelklik."));
    CHECK(bottom_of_main() == 768);
    window.wait(1000);
    window.mouse(600, 300);
    window.wait(1000);
    window.mouse(600, 300);
    CHECK(window.platform.full_screen == platform::FullScreen::on);
    window.mouse(600, 300);
    CHECK(window.platform.full_screen == platform::FullScreen::off);
}
