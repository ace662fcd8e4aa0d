// Removing people, and how to reach them, for good.

#include <doctest/doctest.h>

#include "inspect.h"
#include "scenes.h"

using namespace planner;
using namespace planner::testing;
using kit::Role;

namespace {

const document::FieldKey goal{review::review_key(), "goal"}, facilitator{review::review_key(), "facilitator_name"},
    contact{review::review_key(), "facilitator_contact"};

std::string text(Window& window, const document::FieldKey& key) {
    const document::Value& value = window.planner.current()->document().value(key);
    return value.is_string() ? value.get<std::string>() : "";
}

} // namespace

TEST_CASE("a person is removed for good from where people stand, after a look at what goes") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    window->planner.set_field(facilitator, "Eva Voorbeeld");
    window->planner.set_field(goal, "Eva Voorbeeld begeleidt");
    window->settle();
    window->act(window->all(Role::button, "Wijzigen").front()->id, kit::ActionKind::click);
    window->settle();
    window->click(Role::button, "Eva Voorbeeld voorgoed verwijderen");
    CHECK(window->shows("Hier komt “[naam verwijderd]” in plaats van de naam"));
    CHECK(window->shows("Dit kun je niet ongedaan maken. Bestanden en mails die al verstuurd zijn, veranderen niet."));
    CHECK(text(*window, goal) == "Eva Voorbeeld begeleidt");
    window->click(Role::button, "Annuleren");
    CHECK(text(*window, facilitator) == "Eva Voorbeeld");
    window->act(window->all(Role::button, "Wijzigen").front()->id, kit::ActionKind::click);
    window->settle();
    window->click(Role::button, "Eva Voorbeeld voorgoed verwijderen");
    window->click(Role::button, "Voorgoed verwijderen");
    CHECK_FALSE(window->dialog());
    CHECK(text(*window, goal) == "[naam verwijderd] begeleidt");
    CHECK(text(*window, facilitator).empty());
}

TEST_CASE("after the day that is said with the dates, the dashboard proposes to erase contact details") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    window->planner.set_field(contact, "eva@voorbeeld.nl");
    window->settle();
    window->click(Role::button, "Data wijzigen");
    window->type("Contactgegevens bewaren tot", planning::format_day(planning::add_days(window->planner.today(), -1)), Role::date);
    window->click(Role::button, "Klaar");
    window->click(Role::button, "Contactgegevens wissen");
    REQUIRE(window->dialog());
    window->click(Role::button, "Voorgoed verwijderen");
    CHECK(text(*window, contact).empty());
    CHECK(window->all(Role::button, "Contactgegevens wissen").empty());
}
