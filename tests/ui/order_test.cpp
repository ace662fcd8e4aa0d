#include <doctest/doctest.h>

#include "scenes.h"

using namespace planner;
using namespace planner::testing;
using kit::ActionKind;
using kit::Role;

// Keys, clicks and typed letters may all arrive between two frames of a slow computer.

namespace {

struct CardOnScreen {
    platform::HeadlessWorld world;
    std::unique_ptr<Window> window = with_new_review(world);
    kit::NodeId field;

    CardOnScreen() {
        open_card(*window, "verkenning");
        window->type("Onze leervraag", "Eerst", Role::area);
        window->wait(10'000);
        window->settle();
        field = window->get(Role::area, "Onze leervraag").id;
    }
    void type_without_frame(std::string text) {
        window->ui.frame().action({field, ActionKind::input, std::move(text)});
    }
    void click_without_frame(std::string_view name) {
        window->ui.frame().action({window->get(Role::button, name).id, ActionKind::click, ""});
    }
    std::string stored() const {
        const document::Value& value = window->planner.current()->document().value(question(*window));
        return value.is_string() ? value.get<std::string>() : std::string();
    }
};

} // namespace

TEST_CASE("undo right after a letter takes back that letter, not what came before it") {
    CardOnScreen card;
    card.type_without_frame("Eerst en dan");
    CHECK(card.window->key("z"));
    CHECK(card.stored() == "Eerst");
    CHECK(card.window->key("z", true));
    CHECK(card.stored() == "Eerst en dan");
}

TEST_CASE("a button of the header, drawn before the field, sees what was typed before it was pressed") {
    CardOnScreen card;
    card.type_without_frame("Eerst en dan");
    card.click_without_frame("Ongedaan maken");
    card.window->settle();
    CHECK(card.stored() == "Eerst");
    card.type_without_frame("Eerst en het laatste woord");
    card.click_without_frame("Bestand downloaden");
    card.window->settle();
    REQUIRE(card.window->platform.downloads.size() == 1);
    CHECK(card.window->platform.downloads[0].bytes.find("Eerst en het laatste woord") != std::string::npos);
}

TEST_CASE("what was typed last is kept when the page goes to another screen or is left before the next frame") {
    CardOnScreen card;
    card.type_without_frame("Eerst en van alles");
    while (card.window->ui.catch_up()) {}
    CHECK(card.stored() == "Eerst en van alles");
    CHECK_FALSE(card.window->ui.catch_up());
}

TEST_CASE("letters of one composition keep the text in which they began: what came in unseen stays beside them") {
    CardOnScreen card;
    const document::FieldKey key = question(*card.window);
    {
        platform::HeadlessPlatform other_tab(card.world);
        app::Planner other(other_tab);
        other_tab.connect(other);
        other.start({card.world.settings, card.world.index_json(), platform::StorageState::working,
                     card.window->platform.hash()});
        other_tab.pump();
        other.set_field(key, "Van de ander");
        other.flush();
        other_tab.pump();
        other_tab.disconnect();
    }
    card.window->settle();
    REQUIRE(card.stored() == "Van de ander");
    card.window->ui.frame().action({card.field, ActionKind::input, "Eerst é", "Eerst"});
    card.window->ui.frame().action({card.field, ActionKind::input, "Eerst één", "Eerst é"});
    card.window->settle();
    CHECK(card.stored() == "Eerst één");
    CHECK(card.window->planner.current()->document().field(key)->distinct().size() == 2);
}

TEST_CASE("undo in a draft leaves the review alone") {
    CardOnScreen card;
    make_conflict(*card.window);
    const std::string before = card.stored();
    open_card(*card.window, "verkenning");
    card.window->click(Role::button, "Voeg samen");
    REQUIRE(card.window->dialog());
    CHECK_FALSE(card.window->key("z"));
    CHECK(card.stored() == before);
    REQUIRE(card.window->dialog());
}

TEST_CASE("of several states of two fields typed in turn the last of each counts") {
    CardOnScreen card;
    const kit::NodeId other = card.window->get(Role::area, "Waarom juist nu?").id;
    for (const char* text : {"a", "ab", "abc"}) {
        card.type_without_frame(text);
        card.window->ui.frame().action({other, ActionKind::input, std::string(text) + "!"});
        card.window->ui.frame().action({card.field, ActionKind::blur, ""});
    }
    card.window->frames_until_rest();
    CHECK(card.stored() == "abc");
    CHECK(card.window->get(Role::area, "Waarom juist nu?").value == "abc!");
}

TEST_CASE("several presses of one button between two frames all count, in turn with those of others") {
    CardOnScreen card;
    for (int i = 0; i < 3; ++i) card.click_without_frame("Bestand downloaden");
    card.window->settle();
    CHECK(card.window->platform.downloads.size() == 3);
    for (const char* text : {"Een", "Twee", "Drie"}) card.window->planner.set_field(question(*card.window), text);
    card.window->settle();
    card.click_without_frame("Ongedaan maken");
    card.click_without_frame("Ongedaan maken");
    card.click_without_frame("Opnieuw doen");
    card.click_without_frame("Ongedaan maken");
    card.window->settle();
    CHECK(card.stored() == "Een");
}
