// The rules of the process, and the cards that help, where they matter.

#include <doctest/doctest.h>

#include "scenes.h"

#include <algorithm>

using namespace planner;
using namespace planner::testing;
using kit::Role;
using process::CheckKind;

namespace {

const process::Rule& rule_with(Window& window, CheckKind kind) {
    const auto& rules = window.planner.current()->process().rules;
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const process::Rule& rule) { return rule.check.kind == kind; });
    REQUIRE(found != rules.end());
    return *found;
}

void open_own_card(Window& window, const process::Card& card) {
    const std::string review = window.planner.route().review;
    window.planner.go(app::Route::card_of(review, card.id, window.planner.view().first_with(card)));
    window.settle();
}

} // namespace

TEST_CASE("each card shows its rules with their reason") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    const process::Process& process = window->planner.current()->process();
    std::size_t seen = 0;
    for (const process::Rule& rule : process.rules)
        for (const process::Showing& showing : rule.shown) {
            if (showing.on != process::ShownOn::card) continue;
            open_own_card(*window, *process.card(showing.id));
            CAPTURE(rule.id);
            CHECK(window->find(Role::text, rule.text.nl));
            CHECK(window->shows(rule.reason.nl));
            ++seen;
        }
    CHECK(seen > 5);
}

TEST_CASE("tasks show their rules and those of where the work is done") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    const std::string review = window->planner.route().review;
    for (const process::Rule& rule : window->planner.current()->process().rules)
        for (const process::Showing& showing : rule.shown)
            for (const planning::PlannedTask& task : window->planner.plan().tasks) {
                const bool here = (showing.on == process::ShownOn::task && task.task->id == showing.id) ||
                                  (showing.on == process::ShownOn::run_sheet && task.task->run_sheet == showing.id);
                if (!here) continue;
                window->planner.go(app::Route::tasks(review, task.key.id));
                window->settle();
                CAPTURE(rule.id);
                CHECK(window->find(Role::text, rule.text.nl));
                break;
            }
}

TEST_CASE("the dialogs for names and dates say which rules hold") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    window->wait(10'000);
    window->settle();
    window->click(Role::button, "Data wijzigen");
    const process::Rule& apart = rule_with(*window, CheckKind::days_between);
    CHECK(window->find(Role::text, apart.text.nl));
    CHECK(window->shows("Dit kan nog."));
    window->planner.set_field({review::review_key(), "kickoff_date"}, "2027-11-18");
    for (const review::Participant& host : window->planner.reading().hosts())
        window->planner.set_field({review::visit_key(host.id), "date"}, "2027-11-25");
    window->settle();
    CHECK(window->shows("Dit klopt nu niet."));
    window->click(Role::button, "Klaar");
    CHECK(window->shows("1 vraagt aandacht."));
    CHECK(window->find(Role::text, apart.text.nl));
    const auto edits = window->all(Role::button, "Wijzigen");
    REQUIRE_FALSE(edits.empty());
    window->act(edits.front()->id, kit::ActionKind::click);
    CHECK(window->find(Role::text, rule_with(*window, CheckKind::participants_at_least).text.nl));
}

TEST_CASE("the dashboard counts the rules; the ones that ask for nothing are opened") {
    platform::HeadlessWorld world;
    const auto window = with_new_review(world);
    const process::Rule& quiet = rule_with(*window, CheckKind::participants_at_least);
    CHECK_FALSE(window->find(Role::text, quiet.text.nl));
    window->click(Role::button, "Andere punten tonen");
    CHECK(window->find(Role::text, quiet.text.nl));
    window->click(Role::button, "Andere punten verbergen");
    CHECK_FALSE(window->find(Role::text, quiet.text.nl));
}

TEST_CASE("the cards that help stand beside the card and the programme in which they are used") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    const process::Process& process = window->planner.current()->process();
    for (const process::Card& card : process.cards)
        for (const std::string& other : card.see_also) {
            open_own_card(*window, card);
            window->click(Role::link, "Zie ook: " + process.card(other)->title.nl);
            CHECK(window->planner.route().card == other);
        }
    const std::string review = window->planner.route().review;
    for (const planning::PlannedTask& task : window->planner.plan().tasks) {
        const process::RunSheet* sheet = process.run_sheet(task.task->run_sheet);
        if (!sheet) continue;
        window->planner.go(app::Route::tasks(review, task.key.id));
        window->settle();
        for (const process::RunSheetItem& item : sheet->items)
            for (const std::string& card : item.cards) CHECK(window->find(Role::link, process.card(card)->title.nl));
    }
}
