#include <doctest/doctest.h>

#include "scenes.h"

#include "exchange/locked_file.h"

using namespace planner;
using namespace planner::testing;
using kit::Role;

namespace {

constexpr const char* phrase = "vier woorden op een rij";
constexpr const char* lock_label = "Zet het bestand op slot met een wachtwoordzin";

} // namespace

TEST_CASE("what is shared is chosen, looked at and made in one dialog") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    window->click(Role::button, "Deel");
    REQUIRE(window->dialog() != nullptr);
    CHECK(window->shows("Dit gaat mee"));
    CHECK_FALSE(window->shows("Dit blijft hier"));
    window->click(Role::radio, "Anoniem");
    CHECK(window->shows("Dit blijft hier"));
    CHECK(window->shows("Instelling A"));
    window->click(Role::button, "Sleutel bewaren");
    CHECK(window->platform.downloads.back().name.find("sleutel") != std::string::npos);
    window->click(Role::button, "Maak bestand");
    CHECK(window->dialog() == nullptr);
    CHECK(window->platform.downloads.back().bytes.find("College Noord") == std::string::npos);
}

TEST_CASE("a file is locked only with a phrase that is long enough and was typed twice, in fields that show dots") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    window->click(Role::button, "Deel");
    window->click(Role::checkbox, lock_label);
    CHECK(window->get(Role::field, "Wachtwoordzin").secret);
    window->type("Wachtwoordzin", "kort");
    window->click(Role::button, "Maak bestand");
    CHECK(window->get(Role::field, "Wachtwoordzin").error.find("12 tekens") != std::string::npos);
    window->type("Wachtwoordzin", phrase);
    window->type("Wachtwoordzin nog een keer", "iets anders dan dit");
    window->click(Role::button, "Maak bestand");
    CHECK(window->get(Role::field, "Wachtwoordzin nog een keer").error.find("niet gelijk") != std::string::npos);
    CHECK(window->platform.downloads.empty());
    window->type("Wachtwoordzin nog een keer", phrase);
    window->click(Role::button, "Maak bestand");
    CHECK(window->dialog() == nullptr);
    REQUIRE(window->platform.downloads.size() == 1);
    CHECK(exchange::is_locked(window->platform.downloads[0].bytes));
    window->click(Role::button, "Deel");
    window->click(Role::checkbox, lock_label);
    CHECK(window->get(Role::field, "Wachtwoordzin").value.empty());
}

TEST_CASE("a locked file asks for its phrase, keeps asking while it is wrong, and can be left") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    window->planner.share(app::ShareKind::whole, phrase);
    window->settle();
    const std::string bytes = window->platform.downloads.at(0).bytes;
    window->planner.set_field({review::review_key(), "goal"}, "Later geschreven");
    window->open_file("slot.json", bytes);
    REQUIRE(window->dialog() != nullptr);
    CHECK(window->shows("slot.json"));
    window->type("Wachtwoordzin", "een heel andere zin");
    window->click(Role::button, "Open bestand");
    CHECK(window->get(Role::field, "Wachtwoordzin").error.find("past niet") != std::string::npos);
    window->click(Role::button, "Annuleren");
    CHECK(window->dialog() == nullptr);
    window->open_file("slot.json", bytes);
    window->type("Wachtwoordzin", phrase);
    window->click(Role::button, "Open bestand");
    CHECK(window->planner.locked_offer() == nullptr);
}

TEST_CASE("the copy that is chosen is shown as codes, over the dialog that is there again after that") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    window->click(Role::button, "Deel");
    window->click(Role::radio, "Anoniem");
    window->click(Role::button, "Toon als QR-codes");
    REQUIRE(window->platform.shown_as_codes.size() == 1);
    CHECK(window->platform.shown_as_codes[0].bytes.find("College Noord") == std::string::npos);
    CHECK(window->platform.downloads.empty());
    REQUIRE(window->dialog() != nullptr);
    window->click(Role::checkbox, lock_label);
    window->click(Role::button, "Toon als QR-codes");
    CHECK(window->platform.shown_as_codes.size() == 1);
    CHECK(window->get(Role::field, "Wachtwoordzin").error.find("12 tekens") != std::string::npos);
    window->type("Wachtwoordzin", phrase);
    window->type("Wachtwoordzin nog een keer", phrase);
    window->click(Role::button, "Toon als QR-codes");
    REQUIRE(window->platform.shown_as_codes.size() == 2);
    CHECK(exchange::is_locked(window->platform.shown_as_codes[1].bytes));
    CHECK(window->dialog() != nullptr);
    window->click(Role::button, "Maak bestand");
    CHECK(window->dialog() == nullptr);
}

TEST_CASE("codes are read from where files are opened: the start, all reviews and a review") {
    platform::HeadlessWorld world;
    {
        const auto window = with_example(world);
        CHECK(window->placed(window->get(Role::button, "Bestand openen").id).box.width > 100); // it still has room for its label
        window->click(Role::button, "QR-codes lezen");
        CHECK(window->platform.code_readings == 1);
        window->planner.go(app::Route::overview());
        window->settle();
        window->click(Role::button, "QR-codes lezen");
        CHECK(window->platform.code_readings == 2);
        window->platform.has_codes = false;
        window->click(Role::button, "QR-codes lezen");
        CHECK(window->shows("De QR-codes zijn nu niet op te halen"));
    }
    platform::HeadlessWorld empty{5};
    Window start(empty);
    start.click(Role::button, "QR-codes lezen");
    CHECK(start.platform.code_readings == 1);
    CHECK(start.platform.file_dialogs == 0);
}
