#include <doctest/doctest.h>

#include "scenes.h"

using namespace planner;
using namespace planner::testing;
using kit::Role;

namespace {

const platform::HeadlessPlatform::Printed& printed(Window& window) {
    REQUIRE_FALSE(window.platform.printed.empty());
    return window.platform.printed.back();
}

bool has(const std::string& html, const std::string& text) {
    return html.find(text) != std::string::npos;
}

} // namespace

TEST_CASE("the dashboard, a card and the tasks are printed with a button, as the screen shows them") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    window->click(Role::button, "Afdrukken");
    CHECK(printed(*window).title == window->planner.view().title);
    CHECK(has(printed(*window).html, "Hier zijn jullie nu"));

    open_card(*window, "verkenning", 1);
    window->click(Role::button, "Afdrukken");
    CHECK(printed(*window).title == window->planner.current()->process().card("verkenning")->title.nl);
    CHECK(has(printed(*window).html, "<p>" + window->planner.view().participants[1].participant.name + " · "));

    window->planner.go(app::Route::tasks(window->planner.route().review));
    window->settle();
    window->click(Role::button, "Afdrukken");
    const std::string all = printed(*window).html;
    CHECK(has(all, "<h1>Taken</h1>"));
    window->act(window->get(Role::select, "Voor wie").id, kit::ActionKind::change,
                window->planner.view().participants[0].participant.id);
    window->settle();
    window->click(Role::button, "Afdrukken");
    CHECK(has(printed(*window).html, "<h1>Taken · " + window->planner.view().participants[0].participant.name));
    CHECK(printed(*window).html.size() < all.size());
}

TEST_CASE("the browser's own print command gives every screen something to print") {
    platform::HeadlessWorld world;
    Window start(world);
    CHECK(has(start.ui.sheet(), "niets om af te drukken"));
    start.planner.open_example("mbo-peer-review");
    start.settle();
    const std::string review = start.planner.route().review;
    const std::string title = start.planner.view().title;
    CHECK(has(start.ui.sheet(), "<h1>" + title + "</h1>"));
    const auto sheet_at = [&](const app::Route& route) {
        start.planner.go(route);
        start.settle();
        return start.ui.sheet();
    };
    CHECK(has(sheet_at(app::Route::cards(review)), "<h1>" + title + "</h1>"));
    CHECK(has(sheet_at(app::Route::card_of(review, "no-such-card", "")), "<h1>" + title + "</h1>"));
    CHECK(has(sheet_at(app::Route::messages(review)), "<h1>" + title + "</h1>"));
    const planning::PlannedMessage message = start.planner.messages().back();
    const std::string text = start.planner.message_text(message).subject;
    CHECK(has(sheet_at(app::Route::messages(review, message.key.id)), "<title>" + text));
    CHECK(has(sheet_at(app::Route::overview()), ">" + title + "</th>"));
    CHECK(has(sheet_at(app::Route::settings()), "niets om af te drukken"));
}
