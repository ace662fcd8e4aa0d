#include <doctest/doctest.h>

#include "scenes.h"

#include "app/agreements.h"

#include <algorithm>

using namespace planner;
using namespace planner::testing;
using kit::ActionKind;
using kit::Role;

namespace {

std::unique_ptr<Window> agreed_example(platform::HeadlessWorld& world, const Shape& shape = laptop) {
    auto window = with_example(world, shape);
    window->click(Role::link, "Taken");
    window->settle();
    return window;
}

std::vector<std::string> ticks(Window& window) {
    std::vector<std::string> names;
    for (const kit::Node* node : window.all(Role::checkbox))
        if (node->name.starts_with("Klaar: ")) names.push_back(node->name);
    return names;
}

void filter_on(Window& window, std::string_view label, std::string_view value) {
    window.act(window.get(Role::select, label).id, ActionKind::change, std::string(value));
    window.settle();
}

} // namespace

TEST_CASE("agreements stand beside the tasks, are ticked off there and come back, on a laptop and on a phone") {
    for (const Shape& shape : {laptop, phone}) {
        platform::HeadlessWorld world;
        const auto window = agreed_example(world, shape);
        const std::size_t all = window->planner.agreements().size();
        REQUIRE(all > 8);
        window->get(Role::heading, "Afspraken");
        CHECK(ticks(*window).size() == 8);
        window->click(Role::button, "Alle " + std::to_string(all) + " afspraken tonen");
        CHECK(ticks(*window).size() == all);
        const std::string first = ticks(*window).front();
        CHECK(window->get(Role::checkbox, first).checked == kit::Checked::off);
        window->act(window->get(Role::checkbox, first).id, ActionKind::change, "true");
        window->settle();
        CHECK_FALSE(window->find(Role::checkbox, first));
        filter_on(*window, "Toon", "done");
        CHECK(ticks(*window) == std::vector{first});
        CHECK(window->get(Role::checkbox, first).checked == kit::Checked::on);
        window->act(window->get(Role::checkbox, first).id, ActionKind::change, "false");
        window->settle();
        CHECK(ticks(*window).empty());
        filter_on(*window, "Toon", "");
        CHECK(window->find(Role::checkbox, first));
    }
}

TEST_CASE("agreements are filtered by team, and say who, by when and when they are late") {
    platform::HeadlessWorld world;
    const auto window = agreed_example(world);
    const std::string team = window->planner.view().participants.at(1).participant.id;
    const std::string name = window->planner.view().participants.at(1).participant.name;
    filter_on(*window, "Voor wie", team);
    CHECK_FALSE(ticks(*window).empty());
    for (const std::string& tick : ticks(*window)) CHECK(tick.ends_with(", " + name));
    const planning::Agreement agreement = [&] {
        for (const planning::Agreement& each : window->planner.agreements())
            if (each.whose == team) return each;
        FAIL("the example has no agreement of this team");
        return planning::Agreement{};
    }();
    const std::string label = agreement.what + ", " + name;
    CHECK(window->get(Role::link, label).help.starts_with(agreement.who + " · " + name + " · uiterlijk "));
    window->planner.set_field({agreement.row, "wanneer"}, planning::format_day(planning::add_days(window->planner.today(), -3)));
    window->settle();
    CHECK(window->get(Role::link, label).help.ends_with("3 dagen te laat"));
    CHECK(window->shows("1 te laat"));
    filter_on(*window, "Toon", "late");
    CHECK(ticks(*window) == std::vector{"Klaar: " + label});
}

TEST_CASE("an agreement leads to the table in which it stands") {
    for (const Shape& shape : {laptop, phone}) {
        platform::HeadlessWorld world;
        const auto window = agreed_example(world, shape);
        const planning::Agreement agreement = window->planner.agreements().front();
        const std::string team = window->planner.view().participant(agreement.whose)->participant.name;
        const std::string table = agreement.block->title.nl;
        filter_on(*window, "Voor wie", agreement.whose);
        window->click(Role::link, agreement.what + ", " + team);
        window->settle();
        CHECK(window->planner.route() ==
              app::Route::card_of(window->planner.route().review, agreement.card->id, agreement.whose));
        const auto all = window->placed();
        const auto heading = std::find_if(all.begin(), all.end(), [&](const Placed& each) {
            return each.node->role == Role::heading && each.node->level == 2 && each.node->name.ends_with(table);
        });
        REQUIRE(heading != all.end());
        CHECK(heading->visible.height > 0);
        // The next card is looked at from its beginning.
        window->planner.go(app::Route::card_of(window->planner.route().review, "verkenning", agreement.whose));
        window->settle();
        const auto next = window->placed();
        const auto first = std::find_if(next.begin(), next.end(), [](const Placed& each) {
            return each.node->role == Role::heading && each.node->level == 2;
        });
        REQUIRE(first != next.end());
        CHECK(first->visible.height > 0);
    }
}

TEST_CASE("a tick in one copy and none in another is chosen on the card") {
    platform::HeadlessWorld world;
    const auto window = agreed_example(world);
    const planning::Agreement agreement = window->planner.agreements().front();
    app::decide_agreement(window->planner, agreement, app::AgreementDecision::done);
    window->settle();
    const std::string file = edited_elsewhere(*window, [](app::Planner& there) {
        app::decide_agreement(there, there.agreements().front(), app::AgreementDecision::open);
    });
    app::decide_agreement(window->planner, agreement, app::AgreementDecision::open);
    app::decide_agreement(window->planner, agreement, app::AgreementDecision::done);
    window->open_file("terug.json", file);
    window->settle();
    window->click(Role::button, "Samenvoegen");
    window->settle();
    CHECK(window->planner.view().conflict_count == 1);
    window->planner.go(app::Route::dashboard(window->planner.route().review));
    window->settle();
    window->click(Role::button, "Kies wat klopt");
    window->settle();
    CHECK(window->planner.route().card == agreement.card->id);
    CHECK(window->shows("‘" + agreement.what + "’ afgevinkt"));
}

TEST_CASE("an agreement that is late stands on the dashboard and under today, and leads to where it stands") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    const planning::Agreement agreement = window->planner.agreements().front();
    const std::string team = window->planner.view().participant(agreement.whose)->participant.name;
    window->planner.set_field({agreement.row, "wanneer"}, planning::format_day(planning::add_days(window->planner.today(), -400)));
    rest(*window);
    const app::Route target = app::route_to(window->planner, agreement);
    const kit::Node line = window->get(Role::link, agreement.what + ", " + team);
    CHECK(line.help.starts_with("Afspraak · " + agreement.who + " · " + team));
    CHECK(line.help.ends_with("400 dagen te laat"));
    window->act(line.id, ActionKind::click);
    CHECK(window->planner.route() == target);
    window->planner.go(app::Route::overview());
    window->settle();
    const std::string title = window->planner.overview().matching("").front()->title;
    window->click(Role::link, agreement.what + " · " + team + " · " + title);
    CHECK(window->planner.route() == target);
}
