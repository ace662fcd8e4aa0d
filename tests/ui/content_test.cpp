#include <doctest/doctest.h>

#include "inspect.h"
#include "scenes.h"

#include <set>

using namespace planner;
using namespace planner::testing;
using kit::Role;

namespace {

/// The inspections of every screen of a review, in every shape.
void inspect_review(Window& window, const std::string& what) {
    const std::string review = window.planner.route().review;
    const std::string team = window.planner.view().participants.at(0).participant.id;
    const app::Route routes[] = {app::Route::dashboard(review), app::Route::cards(review),
                                 app::Route::card_of(review, "verkenning", team),
                                 app::Route::card_of(review, "voorbereiding", team), app::Route::overview(),
                                 app::Route::run_sheets(review), app::Route::run_sheets(review, "reviewdag", team)};
    for (const Shape& shape : shapes)
        for (const app::Route& route : routes) {
            window.set_shape(shape);
            window.planner.go(route);
            window.settle();
            std::set<std::string> told;
            Findings all = inspect_boxes(window);
            for (const std::string& finding : inspect_words(window)) all.push_back(finding);
            for (const std::string& finding : all)
                if (told.insert(finding).second && told.size() <= 12)
                    FAIL_CHECK(what, ", ", app::format_route(route), ", ", shape.name, ": ", finding);
        }
}

std::unique_ptr<Window> review_of(platform::HeadlessWorld& world, const std::vector<review::NewParticipant>& teams,
                                  std::string title) {
    auto window = std::make_unique<Window>(world);
    REQUIRE_FALSE(window->planner.create_review({std::move(title), "mbo-peer-review", teams}).empty());
    window->settle();
    window->wait(10'000);
    window->settle();
    return window;
}

} // namespace

TEST_CASE("forty teams fit on every screen") {
    platform::HeadlessWorld world;
    std::vector<review::NewParticipant> teams;
    for (int i = 1; i <= 40; ++i) teams.push_back({"Team " + std::to_string(i), "College " + std::to_string(i % 7)});
    inspect_review(*review_of(world, teams, "Veertig teams"), "forty teams");
}

TEST_CASE("long names without spaces, and names of emoji, fit on every screen") {
    platform::HeadlessWorld world;
    const std::string long_name = "Arbeidsongeschiktheidsverzekeringsdeskundigenopleidingsteamoverleg";
    const auto window = review_of(
        world,
        {{long_name, long_name + long_name}, {"🌱🌱🌱", "🏫"}, {"Zorg 👩🏽‍⚕️ & Welzijn", "Ünïcödé-College"}},
        long_name + " 🌱 " + long_name);
    window->planner.set_author(long_name);
    inspect_review(*window, "long names");
}

TEST_CASE("names that were emptied have a word in their place") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    for (const app::ParticipantView& team : window->planner.view().participants) {
        window->planner.set_field({review::participant_key(team.participant.id), "name"}, "");
        window->planner.set_field({review::participant_key(team.participant.id), "institution"}, "");
    }
    window->planner.set_field({review::review_key(), "title"}, "");
    window->settle();
    window->wait(10'000);
    window->settle();
    for (const Shape& shape : shapes) {
        window->set_shape(shape);
        window->settle();
        for (const std::string& finding : inspect_words(*window))
            if (finding.find("same name") == std::string::npos) FAIL_CHECK(shape.name, ": ", finding);
        for (const std::string& finding : inspect_boxes(*window)) FAIL_CHECK(shape.name, ": ", finding);
    }
}

TEST_CASE("an answer of three thousand words makes its field as high as its text, and no more") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    open_card(*window, "verkenning");
    std::string text;
    for (int i = 0; i < 3000; ++i) text += "woord" + std::to_string(i) + (i % 40 == 39 ? "\n\n" : " ");
    window->type("Onze leervraag", text, Role::area);
    for (const Shape& shape : shapes) {
        window->set_shape(shape);
        window->settle();
        const kit::Rect field = window->placed(window->get(Role::area, "Onze leervraag").id).box;
        const float scale = static_cast<float>(shape.text_scale) / 100;
        const std::size_t lines =
            window->ui.frame()
                .text()
                .lines(text, kit::Weight::regular, 15 * scale, 22 * scale, field.width - 26 * scale)
                .lines.size();
        CHECK(field.height > static_cast<float>(lines - 2) * 22 * scale);
        CHECK(field.height < static_cast<float>(lines + 3) * 22 * scale);
    }
    inspect_review(*window, "a long answer");
}

TEST_CASE("twenty thousand characters arrive in one piece and the frame that shows them is drawn") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    open_card(*window, "verkenning");
    const std::string text(20'000, 'x');
    window->type("Onze leervraag", text, Role::area);
    CHECK(window->get(Role::area, "Onze leervraag").value == text);
    CHECK(window->next_frame() != 0);
}

TEST_CASE("a text outside the canvas font is left to the page, and drawn by the canvas under a dialog") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    open_card(*window, "verkenning");
    window->type("Onze leervraag", "Groei 🌱", Role::area);
    CHECK(window->get(Role::area, "Onze leervraag").native_text);
    window->type("Waarom houdt dit jullie bezig?", "Groei", Role::area);
    CHECK_FALSE(window->get(Role::area, "Waarom houdt dit jullie bezig?").native_text);
    window->planner.set_field({review::review_key(), "title"}, "🌱");
    window->click(Role::link, "Dashboard");
    window->settle();
    const auto title = window->all(Role::text, "🌱");
    REQUIRE_FALSE(title.empty());
    CHECK(title.front()->native_text);
    const kit::NodeId id = title.front()->id;
    window->act(window->all(Role::button, "Wijzigen").front()->id, kit::ActionKind::click);
    REQUIRE(window->dialog());
    CHECK_FALSE(window->node(id)->native_text);
}

TEST_CASE("a table keeps many rows apart") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    const std::string team = window->planner.view().participants.at(0).participant.id;
    const process::Field* table = window->planner.current()->process().card("voorbereiding")->field("acties");
    for (int i = 0; i < 60; ++i) window->planner.add_row({"voorbereiding", team, table});
    window->wait(10'000);
    window->settle();
    open_card(*window, "voorbereiding");
    for (const Findings& findings : {inspect_words(*window), inspect_boxes(*window), inspect_order(*window)})
        for (const std::string& finding : findings) FAIL_CHECK(finding);
    CHECK(window->find(Role::button, table->row_name.nl + " 60 verwijderen"));
}

TEST_CASE("what was written in a narrow column can be read whole, and one line of it is as high as before") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    const std::string team = window->planner.view().participants.at(0).participant.id;
    const process::Field* table = window->planner.current()->process().card("voorbereiding")->field("acties");
    const document::EntityKey row = window->planner.add_row({"voorbereiding", team, table});
    open_card(*window, "voorbereiding");
    const std::string name = table->columns.front().label.nl + ", " + table->row_name.nl + " 1";
    const auto height = [&](const std::string& text) {
        window->planner.set_field({row, table->columns.front().id}, text);
        window->settle();
        const kit::Node field = window->get(Role::field, name);
        CHECK(field.wraps);
        return window->placed(field.id).box.height;
    };
    const float one = height("Bellen");
    CHECK(one == height(""));
    CHECK(height("Toestemming vragen aan de studenten van leerjaar twee, en daarna aan hun ouders en aan de begeleiders van de stage") >= one + 22);
}
