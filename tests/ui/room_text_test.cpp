#include <doctest/doctest.h>

#include "wall.h"

using namespace planner;
using namespace planner::testing;
using kit::Role;

TEST_CASE("of a long text the room sees the end, in seven lines at most") {
    for (const Shape& wall : walls) {
        CAPTURE(wall.name);
        for (const std::size_t count : {190UL, 200UL, 210UL, 220UL, 3000UL}) {
            Wall on(wall, question_scene(many_words(count)));
            const kit::Node* shown = on.text_with("woord" + std::to_string(count - 1));
            REQUIRE(shown);
            CHECK(shown->name.starts_with("… woord"));
            CHECK(lines_of(*shown) <= 7);
            CHECK(shown->box.bottom() < on.text_with("Straks")->box.y);
        }
    }
}

TEST_CASE("the end of a list begins with a whole line of it, and of a paragraph with an ellipsis") {
    Wall on(walls[2]);
    std::string list;
    for (int i = 1; i <= 20; ++i)
        list += (i > 1 ? "\n" : "") + std::to_string(i) + " dec · van 9:00 tot 13:00";
    on.show(question_scene(list));
    const kit::Node* shown = on.text_with("20 dec");
    REQUIRE(shown);
    // A line of its own says that there is more.
    const std::string sign = "…\n";
    REQUIRE(shown->name.starts_with(sign));
    const std::size_t first = list.find(shown->name.substr(sign.size()));
    REQUIRE(first != std::string::npos);
    CHECK(list[first - 1] == '\n');

    on.show(question_scene(many_words(300) + "\n3 dec"));
    shown = on.text_with("3 dec");
    REQUIRE(shown);
    CHECK(shown->name.starts_with("… woord"));
    CHECK(shown->name.ends_with("\n3 dec"));

    // Half of what came before would be lost for the sake of a whole paragraph.
    on.show(question_scene(many_words(300) + "\n" + many_words(50)));
    shown = on.text_with("woord49");
    REQUIRE(shown);
    // It takes all lines that there are, so that none can be spared to say that there is more.
    CHECK(shown->name == many_words(50));
}

TEST_CASE("a line of a list goes on below its words, not below its dot") {
    for (const Shape& wall : walls) {
        CAPTURE(wall.name);
        Wall on(wall, question_scene("di 4 november\n• " + many_words(12) + "\n• kort"));
        const kit::Node *chosen = on.text_with("4 november"), *first = on.text_with("woord0"), *second = on.text_with("kort");
        REQUIRE(chosen);
        REQUIRE(first);
        REQUIRE(second);
        CHECK(first->name == many_words(12));
        CHECK(lines_of(*first) > 1);
        CHECK(first->box.x > chosen->box.x);
        CHECK(second->box.x == first->box.x);
        CHECK(second->box.y == first->box.bottom());
        CHECK(first->box.right() <= chosen->box.right());
    }
}

TEST_CASE("the question of the team stays on the wall as long as there is room for what people work on") {
    const std::string question = "Leervraag: Hoe laten we studenten in de werkplaats eerder zelf kiezen, en hoe blijft het daar toch veilig voor iedereen?";
    for (const Shape& wall : walls) {
        CAPTURE(wall.name);
        app::RoomScene scene = question_scene("Rust en vertrouwen");
        scene.question = question;
        Wall on(wall, scene);
        const kit::Node* shown = on.text_with("Leervraag: ");
        REQUIRE(shown);
        CHECK(shown->name == question);
        CHECK(shown->box.y > on.window.get(Role::text, "Rust en vertrouwen").box.bottom());
        CHECK(shown->box.bottom() <= on.text_with("Straks")->box.y);
        CHECK(smallest_letters(on.window, wall.height) >= 0.04f);
        scene.question += " " + question + " " + question;
        on.show(scene);
        shown = on.text_with("Leervraag: ");
        REQUIRE(shown);
        CHECK(lines_of(*shown) == 2);
        CHECK(shown->name.ends_with(" …"));
        CHECK(scene.question.starts_with(shown->name.substr(0, shown->name.size() - std::string(" …").size())));

        scene.question = question;
        scene.text = many_words(3000);
        on.show(scene);
        CHECK_FALSE(on.text_with("Leervraag: "));
        scene.kind = app::RoomKind::clock;
        scene.text.clear();
        on.show(scene);
        REQUIRE(on.text_with("Leervraag: "));
        CHECK(on.text_with("Leervraag: ")->box.y > on.digits().bottom());
        CHECK(on.text_with("Leervraag: ")->box.bottom() <= on.text_with("Straks")->box.y);
    }
}

TEST_CASE("what there is to choose from is quieter than an answer, and its beginning counts") {
    app::RoomScene scene = question_scene("");
    scene.choices = "Kies uit: Verslag\u00A0· Presentatie\u00A0· Gesprek";
    for (const Shape& wall : walls) {
        CAPTURE(wall.name);
        Wall on(wall, scene);
        const kit::Node offered = on.window.get(Role::text, scene.choices);
        CHECK(smallest_letters(on.window, wall.height) >= 0.04f);
        on.show(question_scene(scene.choices));
        CHECK(on.window.get(Role::text, scene.choices).appearance.color != offered.appearance.color);
        app::RoomScene full = scene;
        full.choices = "Kies uit: " + many_words(3000);
        on.show(full);
        const kit::Node* shown = on.text_with("Kies uit: woord0");
        REQUIRE(shown);
        CHECK(shown->name.ends_with(" …"));
        CHECK(lines_of(*shown) <= 7);
        CHECK(shown->box.bottom() < on.text_with("Straks")->box.y);
        full.text = "Gesprek";
        on.show(full);
        CHECK_FALSE(on.text_with("Kies uit"));
        CHECK(on.window.shows("Gesprek"));
    }
}

TEST_CASE("a text, the question and the help take seven lines together") {
    // On a screen that stands upright there is room for more.
    for (const Shape& wall : {walls[0], walls[2], Shape{"900x1600", 900, 1600}}) {
        CAPTURE(wall.name);
        for (std::size_t words = 1; words < 120; words += 7) {
            app::RoomScene scene = question_scene(many_words(words));
            scene.question = "Leervraag: hoe leren studenten plannen?";
            Wall on(wall, scene);
            int lines = 0;
            for (const char* part : {"woord0", "Leervraag: ", "Is de vraag open?"})
                if (const kit::Node* node = on.text_with(part))
                    lines += lines_of(*node);
            CHECK(lines <= 7);
        }
    }
}
