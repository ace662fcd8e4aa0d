#include <doctest/doctest.h>

#include "scenes.h"

using namespace planner;
using namespace planner::testing;
using kit::Role;

namespace {

const std::string open_button = "Eerder ingevuld bij Onze leervraag";

/// A card on which somebody else wrote over the learning question.
std::unique_ptr<Window> with_earlier_text(platform::HeadlessWorld& world) {
    auto window = with_new_review(world);
    const document::FieldKey key = question(*window);
    window->planner.set_field(key, "Hoe kiezen studenten?");
    window->open_file("terug.json", edited_elsewhere(*window, [&](app::Planner& planner) { planner.set_field(key, "Van Team Noord"); }));
    window->planner.confirm_import();
    window->settle();
    open_card(*window, "verkenning");
    return window;
}

} // namespace

TEST_CASE("a field in which nothing else stood has no way to earlier texts") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    open_card(*window, "verkenning");
    window->type("Onze leervraag", "Een tekst", Role::area);
    CHECK_FALSE(window->find(Role::button, open_button));
}

TEST_CASE("an earlier text is shown with whose it was, and put back") {
    platform::HeadlessWorld world;
    const auto window = with_earlier_text(world);
    window->click(Role::button, open_button);
    REQUIRE(window->dialog());
    CHECK(window->shows("Hoe kiezen studenten?"));
    CHECK(window->shows("Jouw tekst"));
    CHECK_FALSE(window->shows("niet meer bewaard"));
    std::string put_back;
    for (const kit::Node* each : window->all(Role::button))
        if (each->name.rfind("Zet terug", 0) == 0) put_back = each->name;
    window->click(Role::button, put_back);
    CHECK_FALSE(window->dialog());
    CHECK(window->get(Role::area, "Onze leervraag").value == "Hoe kiezen studenten?");
    CHECK(window->find(Role::button, open_button)); // now for the text of Team Noord
    CHECK(window->key("z"));
    CHECK(window->get(Role::area, "Onze leervraag").value == "Van Team Noord");
}

TEST_CASE("the dialog with earlier texts closes without changing anything") {
    platform::HeadlessWorld world;
    const auto window = with_earlier_text(world);
    window->click(Role::button, open_button);
    window->click(Role::button, "Klaar");
    CHECK_FALSE(window->dialog());
    CHECK(window->get(Role::area, "Onze leervraag").value == "Van Team Noord");
}
