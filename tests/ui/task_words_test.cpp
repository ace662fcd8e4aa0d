// What a process says of its tasks, steps and cards besides what is asked.

#include <doctest/doctest.h>

#include "inspect.h"
#include "scenes.h"

#include <algorithm>

using namespace planner;
using namespace planner::testing;
using kit::Role;

namespace {

std::size_t index_of(Window& window, const std::function<bool(const planning::PlannedTask&)>& fits) {
    const auto& tasks = window.planner.plan().tasks;
    const auto found = std::find_if(tasks.begin(), tasks.end(), fits);
    REQUIRE(found != tasks.end());
    return static_cast<std::size_t>(found - tasks.begin());
}

void open_task(Window& window, std::size_t index) {
    window.planner.go(app::Route::tasks(window.planner.route().review, window.planner.plan().tasks[index].key.id));
    window.settle();
}

/// Whether a control or line with this role has a name that ends so.
bool has_ending(Window& window, Role role, const std::string& ending) {
    const auto all = window.all(role);
    return std::any_of(all.begin(), all.end(), [&](const kit::Node* node) { return node->name.ends_with(ending); });
}

} // namespace

TEST_CASE("a task says who helps") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    const std::size_t helped = index_of(*window, [](const auto& each) { return !each.task->with.empty(); });
    open_task(*window, helped);
    const process::Process& process = window->planner.current()->process();
    const process::Task& task = *window->planner.plan().tasks[helped].task;
    CHECK(window->shows("Samen met: " + process.role(task.with.front())->title.nl));
    open_task(*window, index_of(*window, [](const auto& each) { return each.task->with.empty(); }));
    CHECK_FALSE(window->shows("Samen met: "));
}

TEST_CASE("what a task needs first stays there when it is done, with a mark") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    window->wait(10'000);
    window->settle();
    const std::size_t index = index_of(*window, [](const auto& each) { return !each.depends_on.empty(); });
    const planning::PlannedTask needed =
        window->planner.plan().tasks[window->planner.plan().tasks[index].depends_on.front()];
    open_task(*window, index);
    CHECK_FALSE(has_ending(*window, Role::link, " · Klaar"));
    window->planner.decide_task(needed.key, app::TaskDecision::done);
    window->settle();
    CHECK(has_ending(*window, Role::link, " · Klaar"));
}

TEST_CASE("the time line has a line for every step and says which runs beside another") {
    for (const Shape& shape : {laptop, phone}) {
        platform::HeadlessWorld world;
        const auto window = with_partnerships(world);
        window->set_shape(shape);
        window->planner.set_field({review::visit_key(window->planner.reading().hosts().front().id), "date"}, "2027-04-01");
        window->planner.go(app::Route::tasks(window->planner.route().review));
        window->settle();
        const auto& steps = window->planner.current()->process().steps;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const auto items = window->all(Role::list_item);
            const auto line = std::find_if(items.begin(), items.end(), [&](const kit::Node* item) {
                return item->name.starts_with(steps[i].title.nl + ": nog ");
            });
            REQUIRE_MESSAGE(line != items.end(), steps[i].id);
            const std::string beside = "Loopt naast stap " + std::to_string(i);
            CHECK(((*line)->name.find(beside) != std::string::npos) == steps[i].parallel);
            if (steps[i].parallel) CHECK(window->shows(beside));
            CHECK(((*line)->name.find("Hier zijn jullie nu") != std::string::npos) == (i == 0));
        }
        // Half a year after the review day the strip ends; what comes halfway the cycle is told in words.
        const planning::Day end = planning::add_days(*planning::parse_day("2027-04-01"), 180);
        const auto& tasks = window->planner.plan().tasks;
        const auto later = std::count_if(tasks.begin(), tasks.end(), [&](const planning::PlannedTask& task) { return task.due && *task.due > end; });
        REQUIRE(later > 1);
        CHECK(window->shows("staan nog " + std::to_string(later) + " taken"));
    }
}

TEST_CASE("the help cards say what a step is for and who reads a card") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    const process::Process& process = window->planner.current()->process();
    window->click(Role::link, "Hulpkaarten");
    for (const process::Step& step : process.steps) CHECK(window->shows(step.purpose.nl));
    const auto read = std::find_if(process.cards.begin(), process.cards.end(), [](const process::Card& card) { return !card.reader.empty(); });
    REQUIRE(read != process.cards.end());
    CHECK(words_in(*window, read->title.nl).find("Wie leest dit? " + read->reader.nl) != std::string::npos);
    window->planner.go(app::Route::card_of(window->planner.route().review, read->id, window->planner.view().first_with(*read)));
    window->settle();
    CHECK(window->shows("Wie leest dit? " + read->reader.nl));
}
