#include <doctest/doctest.h>

#include "scenes.h"

#include <algorithm>

#include "app/addressees.h"
#include "app/messages.h"

using namespace planner;
using namespace planner::testing;
using kit::ActionKind;
using kit::Role;

namespace {

void choose(Window& window, std::string_view label, std::string_view value) {
    window.act(window.get(Role::select, label).id, ActionKind::change, std::string(value));
    window.settle();
}

/// The example with its start meeting a month ago, on a screen of its review.
std::unique_ptr<Window> late_example(platform::HeadlessWorld& world, const Shape& shape, std::string_view screen) {
    auto window = with_example(world, shape);
    const auto day = planning::add_days(window->planner.today(), -30);
    window->planner.set_field({review::review_key(), "kickoff_date"}, planning::format_day(day));
    window->settle();
    window->click(Role::link, screen);
    window->settle();
    return window;
}

std::vector<std::string> checkboxes(Window& window) {
    std::vector<std::string> names;
    for (const kit::Node* node : window.all(Role::checkbox)) names.push_back(node->name);
    return names;
}

} // namespace

TEST_CASE("who says to be the facilitator finds their own tasks first, on a laptop and on a phone") {
    for (const Shape& shape : {laptop, phone}) {
        platform::HeadlessWorld world;
        const auto window = late_example(world, shape, "Taken");
        CHECK_FALSE(window->find(Role::heading, "Voor mij"));
        choose(*window, "Ik ben", "facilitator");
        const kit::Node heading = window->get(Role::heading, "Voor mij");
        const auto placed = window->placed();
        const auto at = std::find_if(placed.begin(), placed.end(), [&](const Placed& each) { return each.node->id == heading.id; });
        const auto task = std::find_if(at, placed.end(), [](const Placed& each) {
            return each.node->role == Role::link && each.node->help.find("Procesbegeleider") != std::string::npos;
        });
        REQUIRE(task != placed.end());
        CHECK(window->planner.settings().identities.size() == 1);
        choose(*window, "Ik ben", "");
        CHECK_FALSE(window->find(Role::heading, "Voor mij"));
    }
}

TEST_CASE("in a review with one host, host and visitor have their own part of the list") {
    platform::HeadlessWorld world;
    Window window(world);
    window.planner.create_review({"Bezoek", "samen-opleiden", {{"Noord", ""}, {"Oost", ""}, {"Zuid", ""}}});
    window.settle();
    window.wait(10'000);
    window.click(Role::link, "Taken");
    window.settle();
    CHECK_FALSE(window.all(Role::heading, "Ontvangend partnerschap").empty());
    CHECK_FALSE(window.all(Role::heading, "Bezoekend partnerschap").empty());
    const auto choices = window.get(Role::select, "Ik ben").choices;
    CHECK(std::any_of(choices.begin(), choices.end(), [](const auto& choice) { return choice.label == "Zuid · bezoekend partnerschap"; }));
}

TEST_CASE("today on the overview leads to the task itself") {
    for (const Shape& shape : {laptop, phone}) {
        platform::HeadlessWorld world;
        const auto window = late_example(world, shape, "Taken");
        window->planner.set_identity(window->planner.route().review, {planning::IdentityKind::facilitator, ""});
        window->settle();
        window->planner.go(app::Route::overview());
        window->settle();
        window->get(Role::heading, "Vandaag");
        const auto& tasks = window->planner.today_tasks();
        const auto own = std::find_if(tasks.begin(), tasks.end(), [](const auto& task) { return task.task.own; });
        REQUIRE(own != tasks.end());
        const auto links = window->all(Role::link);
        const std::string title = own->task.title.nl, id = own->task.key.id;
        const auto link = std::find_if(links.begin(), links.end(), [&](const kit::Node* node) { return node->name.starts_with(title); });
        REQUIRE(link != links.end());
        window->act((*link)->id, ActionKind::click);
        window->settle();
        CHECK(window->planner.route().screen == app::Screen::tasks);
        CHECK(window->planner.route().item == id);
    }
}

TEST_CASE("who somebody is can be said in the settings too") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    const std::string id = window->planner.route().review, title = window->planner.view().title;
    window->click(Role::link, "Instellingen");
    choose(*window, title, "facilitator");
    CHECK(window->planner.settings().identities.at(id).kind == planning::IdentityKind::facilitator);
}

TEST_CASE("several messages are chosen, copied and marked together, on a laptop and on a phone") {
    for (const Shape& shape : {laptop, phone}) {
        platform::HeadlessWorld world;
        const auto window = late_example(world, shape, "Berichten");
        const std::size_t all = checkboxes(*window).size();
        REQUIRE(all > 2);
        CHECK_FALSE(window->find(Role::button, "Ik heb ze verstuurd"));
        window->act(window->all(Role::checkbox).front()->id, ActionKind::change, "true");
        window->settle();
        CHECK(window->shows("1 gekozen"));
        window->click(Role::button, "Alles wat compleet is selecteren");
        CHECK(window->shows(std::to_string(all) + " gekozen"));
        window->click(Role::button, "Kopieer samen");
        CHECK(window->platform.copied.size() > 200);
        window->click(Role::button, "Ik heb ze verstuurd");
        CHECK(checkboxes(*window).empty());
        window->click(Role::button, "Ongedaan maken");
        CHECK(checkboxes(*window).size() == all);
    }
}

TEST_CASE("what a message still lacks keeps it out of what is chosen at once, and is said") {
    platform::HeadlessWorld world;
    const auto window = late_example(world, laptop, "Berichten");
    app::Planner& planner = window->planner;
    planner.set_field({review::review_key(), "facilitator_name"}, "");
    window->settle();
    const auto complete = [&] {
        return std::count_if(planner.messages().begin(), planner.messages().end(), [&](const planning::PlannedMessage& message) {
            return message.state == planning::MessageState::draft && planner.message_text(message).missing.empty();
        });
    };
    const auto before = complete();
    const std::size_t all = checkboxes(*window).size();
    const auto lacking = std::find_if(planner.messages().begin(), planner.messages().end(), [&](const planning::PlannedMessage& message) {
        return message.state == planning::MessageState::draft && !planner.message_text(message).missing.empty();
    });
    REQUIRE(lacking != planner.messages().end());
    CHECK(window->shows(std::to_string(static_cast<std::ptrdiff_t>(all) - before) + " berichten zijn nog niet compleet"));
    const auto marked = [&] {
        const std::vector<const kit::Node*> links = window->all(Role::link);
        return std::count_if(links.begin(), links.end(), [](const kit::Node* node) {
            return node->help.find("nog niet compleet") != std::string::npos;
        });
    };
    CHECK(marked() == static_cast<std::ptrdiff_t>(all) - before);
    const planning::PlannedMessage message = *lacking;
    app::set_message_text(planner, message, planning::message_field::subject, "Kom je ook?", std::nullopt);
    app::set_message_text(planner, message, planning::message_field::body, "Tot dan.", std::nullopt);
    window->settle();
    CHECK(complete() == before + 1);
    CHECK(marked() == static_cast<std::ptrdiff_t>(all) - before - 1);
    window->click(Role::button, "Alles wat compleet is selecteren");
    CHECK(window->shows(std::to_string(before + 1) + " gekozen"));
    CHECK_FALSE(window->find(Role::button, "Alles wat compleet is selecteren"));
}

TEST_CASE("a message of which nobody is known to send it to is not complete") {
    platform::HeadlessWorld world;
    const auto window = late_example(world, laptop, "Berichten");
    app::Planner& planner = window->planner;
    const auto to_nobody = [&] {
        return std::count_if(planner.messages().begin(), planner.messages().end(), [&](const planning::PlannedMessage& message) {
            return message.state == planning::MessageState::draft && !app::has_recipient(planner, message);
        });
    };
    REQUIRE(to_nobody() == 0);
    const std::size_t all = checkboxes(*window).size();
    for (const review::Person& person : planner.reading().persons_of(planner.view().participants.front().participant.id))
        planner.remove_row({"persons", person.id});
    window->settle();
    REQUIRE(to_nobody() > 0);
    REQUIRE(to_nobody() < static_cast<std::ptrdiff_t>(all));
    window->click(Role::button, "Alles wat compleet is selecteren");
    CHECK(window->shows(std::to_string(static_cast<std::ptrdiff_t>(all) - to_nobody()) + " gekozen"));
}

TEST_CASE("a calendar is chosen for somebody, says what is in it, and is downloaded") {
    for (const Shape& shape : {laptop, phone}) {
        platform::HeadlessWorld world;
        const auto window = late_example(world, shape, "Taken");
        // A phone has it in the menu.
        const bool in_header = window->find(Role::button, "Agenda") != nullptr;
        if (!in_header)
            window->click(Role::menu_button, "Meer");
        window->click(in_header ? Role::button : Role::menu_item, "Agenda");
        REQUIRE(window->dialog());
        const std::size_t all = window->planner.calendar({}).events.size();
        CHECK(window->shows(std::to_string(all) + " afspraken"));
        const std::string team = window->planner.view().participants.at(0).participant.id;
        choose(*window, "Voor wie?", "participant." + team);
        CHECK_FALSE(window->shows(std::to_string(all) + " afspraken"));
        window->click(Role::button, "Download .ics");
        CHECK_FALSE(window->dialog());
        REQUIRE_FALSE(window->platform.downloads.empty());
        CHECK(window->platform.downloads.back().name.ends_with(".ics"));
    }
}

TEST_CASE("the archive is reached from the overview, searched, and leads to the message") {
    for (const Shape& shape : {laptop, phone}) {
        platform::HeadlessWorld world;
        const auto window = late_example(world, shape, "Berichten");
        const std::string id = window->planner.route().review;
        window->planner.go(app::Route::overview());
        window->settle();
        window->click(Role::link, "Berichten");
        window->settle();
        CHECK(window->get(Role::heading, "Alle berichten").level == 1);
        const auto* message = window->planner.archive().matching({}).front();
        const std::string key = message->id, subject = message->subject;
        window->type("Zoeken", subject, Role::search);
        const auto links = window->all(Role::link);
        const auto link = std::find_if(links.begin(), links.end(), [&](const kit::Node* node) { return node->name.starts_with(subject + " · "); });
        REQUIRE(link != links.end());
        window->act((*link)->id, ActionKind::click);
        window->settle();
        CHECK(window->planner.route().screen == app::Screen::messages);
        CHECK(window->planner.route().review == id);
        CHECK_FALSE(window->planner.route().item.empty());
    }
}
