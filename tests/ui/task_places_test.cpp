#include <doctest/doctest.h>

#include "inspect.h"
#include "scenes.h"

#include <algorithm>
#include <set>

using namespace planner;
using namespace planner::testing;
using kit::ActionKind;
using kit::Role;
using process::WorkPlace;

namespace {

/// The first task of the plan that fits; fails the test when there is none.
template <class Fits>
const planning::PlannedTask& task_that(Window& window, const Fits& fits) {
    const auto& tasks = window.planner.plan().tasks;
    const auto found = std::find_if(tasks.begin(), tasks.end(), fits);
    REQUIRE(found != tasks.end());
    return *found;
}

void open_task(Window& window, const planning::PlannedTask& task) {
    window.planner.go(app::Route::tasks(window.planner.route().review, task.key.id));
    window.settle();
}

std::vector<const kit::Node*> in_panel(Window& window, const planning::PlannedTask& task, Role role) {
    const kit::Node* panel = window.find(Role::region, task.task->title.nl);
    REQUIRE_MESSAGE(panel, task.task->title.nl);
    std::vector<const kit::Node*> found;
    for (const kit::Node* node : window.all(role))
        if (window.is_inside(*node, panel->id)) found.push_back(node);
    return found;
}

/// Whether the panel has a link to another screen.
bool links_on(Window& window, const planning::PlannedTask& task) {
    const auto links = in_panel(window, task, Role::link);
    return std::any_of(links.begin(), links.end(), [](const kit::Node* link) {
        return app::parse_route(link->address).screen != app::Screen::tasks;
    });
}

/// Whether one of its buttons opens a dialog.
bool opens_dialog(Window& window, const planning::PlannedTask& task) {
    std::vector<kit::NodeId> buttons;
    for (const kit::Node* button : in_panel(window, task, Role::button)) buttons.push_back(button->id);
    for (const kit::NodeId id : buttons) {
        if (!window.node(id)) continue;
        const std::string name = window.node(id)->name;
        if (name == "Zet op klaar" || name == "Niet van toepassing" || name == "Weer openzetten") continue;
        window.act(id, ActionKind::click);
        window.settle();
        if (!window.dialog()) continue;
        window.click(Role::button, "Klaar");
        return true;
    }
    return false;
}

} // namespace

TEST_CASE("every task leads to where its work is done") {
    for (const bool one_host : {false, true}) {
        platform::HeadlessWorld world;
        const auto window = one_host ? with_partnerships(world) : with_example(world);
        std::set<const process::Task*> seen;
        for (const planning::PlannedTask& task : std::vector(window->planner.plan().tasks)) {
            if (task.task->place == WorkPlace::none || !seen.insert(task.task).second) continue;
            open_task(*window, task);
            const bool leads = task.task->place == WorkPlace::messages || task.task->place == WorkPlace::run_sheet ||
                                       task.task->place == WorkPlace::hours
                                   ? links_on(*window, task)
                                   : opens_dialog(*window, task);
            CHECK_MESSAGE(leads, task.task->id);
        }
        CHECK(seen.size() > 10);
    }
}

TEST_CASE("who is asked for peers gets to the panels of the others") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    const planning::PlannedTask task = task_that(*window, [](const planning::PlannedTask& each) {
        return each.task->place == WorkPlace::panel && each.task->scope == process::Scope::participant;
    });
    open_task(*window, task);
    const auto name_of = [&](const std::string& id) { return window->planner.view().participant(id)->participant.name; };
    for (const app::ParticipantView& each : window->planner.view().participants) {
        const std::string& id = each.participant.id;
        CHECK((window->find(Role::button, "Panel van " + name_of(id)) == nullptr) == (id == task.subject));
    }
    const std::string other = window->planner.view().participants.back().participant.id;
    window->click(Role::button, "Panel van " + name_of(other));
    CHECK(window->dialog());
    CHECK(window->find(Role::heading, "Reviewdag " + name_of(other)));
}

TEST_CASE("a task of sending leads to its messages") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    window->wait(10'000);
    window->settle();
    const planning::PlannedTask task = task_that(*window, [](const planning::PlannedTask& each) {
        return each.task->place == WorkPlace::messages && !each.task->opens;
    });
    open_task(*window, task);
    CHECK(window->shows("Het bericht staat klaar zodra"));
    for (const std::size_t index : task.depends_on)
        window->planner.decide_task(document::EntityKey(window->planner.plan().tasks[index].key), app::TaskDecision::done);
    window->settle();
    const auto& messages = window->planner.messages();
    const auto own = std::find_if(messages.begin(), messages.end(), [&](const planning::PlannedMessage& each) {
        return window->planner.plan().tasks[each.task].key == task.key && each.message->on == process::MessageOn::task;
    });
    REQUIRE(own != messages.end());
    const app::Route route = app::Route::messages(window->planner.route().review, own->key.id);
    const auto links = in_panel(*window, task, Role::link);
    CHECK(std::any_of(links.begin(), links.end(), [&](const kit::Node* link) { return app::parse_route(link->address) == route; }));
    CHECK_FALSE(window->shows("Het bericht staat klaar zodra"));
}
