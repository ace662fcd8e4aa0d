#include <doctest/doctest.h>

#include "sample.h"

using namespace planner;
using namespace planner::testing;
using planning::TaskState;

namespace {

const planning::PlannedTask& at(const planning::Plan& plan, std::string_view task, std::string_view subject = "") {
    const planning::PlannedTask* found = plan.find(planning::task_key(task, subject));
    REQUIRE(found != nullptr);
    return *found;
}

std::string due(const planning::PlannedTask& task) {
    return task.due ? planning::format_day(*task.due) : "";
}

} // namespace

TEST_CASE("a task exists once, or once for each participant") {
    const CountedReview review;
    const planning::Plan plan = review.plan("2026-11-03");
    CHECK(plan.tasks.size() == 3 + 1 + 3 + 3 + 1);
    CHECK(plan.tasks[0].subject == review.alfa);
    CHECK(plan.tasks[3].subject == "");
}

TEST_CASE("due dates are counted from the key dates, off the days on which nobody works") {
    CountedReview review;
    CHECK(due(at(review.plan("2026-11-03"), "vragen", review.alfa)) == "");
    review.kickoff("2026-12-01");
    review.visit(review.alfa, "2027-01-15");
    review.visit(review.beta, "2027-01-31");
    const planning::Plan plan = review.plan("2026-11-03");
    // Three days before Tuesday 1 December is a Saturday.
    CHECK(due(at(plan, "vragen", review.alfa)) == "2026-11-27");
    CHECK(due(at(plan, "starten")) == "2026-12-01");
    CHECK(due(at(plan, "bezoeken", review.alfa)) == "2027-01-29");
    CHECK(due(at(plan, "bezoeken", review.gamma)) == "");
    // The first visit of another team: Alfa goes to Beta, the others to Alfa; 1 January is a holiday.
    CHECK(due(at(plan, "peers", review.alfa)) == "2026-12-31");
    CHECK(due(at(plan, "peers", review.beta)) == "2026-12-18");
    CHECK(due(at(plan, "sluiten")) == "");
    review.visit(review.gamma, "2027-01-20");
    // A month after 31 January is 28 February, a Sunday.
    CHECK(due(at(review.plan("2026-11-03"), "sluiten")) == "2027-03-01");
}

TEST_CASE("a school holiday moves what is due in it, but never the day that people chose") {
    CountedReview review;
    review.days = planning::WorkingDays({{*planning::parse_day("2026-12-19"), *planning::parse_day("2027-01-03"), ""}});
    review.visit(review.beta, "2027-01-18");
    review.kickoff("2026-12-22");
    const planning::Plan plan = review.plan("2026-11-03");
    CHECK(due(at(plan, "peers", review.alfa)) == "2026-12-18");
    CHECK(due(at(plan, "starten")) == "2026-12-22");
}

TEST_CASE("a date set by hand stays when the key date moves; the preview shows what moves") {
    CountedReview review;
    review.kickoff("2026-12-01");
    review.set(planning::task_key("vragen", review.beta), planning::task_field::due, "2026-11-20");
    review.finish("vragen", review.gamma, "2026-11-10");
    const planning::Plan before = review.plan("2026-11-12");
    CHECK(at(before, "vragen", review.beta).due_by == planning::DueBy::hand);
    review.kickoff("2026-12-08");
    review.kickoff("2026-12-10");
    const planning::Plan after = review.plan("2026-11-12");
    CHECK(due(at(after, "vragen", review.beta)) == "2026-11-20");
    const auto moves = planning::moves_between(before, after);
    REQUIRE(moves.size() == 2);
    CHECK(moves[0].key == planning::task_key("vragen", review.alfa));
    CHECK(planning::format_day(*moves[0].from) == "2026-11-27");
    CHECK(planning::format_day(*moves[0].to) == "2026-12-07");
    CHECK(moves[1].key == planning::task_key("starten", ""));
}

TEST_CASE("a task waits for what it depends on: its own subject's, or everybody's") {
    CountedReview review;
    review.kickoff("2026-12-01");
    planning::Plan plan = review.plan("2026-11-12");
    CHECK(at(plan, "vragen", review.alfa).state == TaskState::open);
    CHECK(at(plan, "starten").state == TaskState::waiting);
    CHECK(at(plan, "starten").waiting_for.size() == 3);
    CHECK(at(plan, "vragen", review.alfa).followed_by.size() == 2);
    review.finish("vragen", review.alfa, "2026-11-10");
    review.finish("vragen", review.beta, "2026-11-10");
    plan = review.plan("2026-11-12");
    CHECK(at(plan, "starten").waiting_for.size() == 1);
    review.set(planning::task_key("vragen", review.gamma), planning::task_field::state, "not_applicable");
    plan = review.plan("2026-11-12");
    CHECK(at(plan, "starten").state == TaskState::open);
    CHECK(at(plan, "bezoeken", review.alfa).waiting_for.size() == 1);
}

TEST_CASE("a task is not yet, open, late or done") {
    CountedReview review;
    review.kickoff("2026-12-01");
    review.visit(review.alfa, "2027-01-15");
    CHECK(at(review.plan("2026-11-27"), "vragen", review.alfa).state == TaskState::open);
    CHECK(at(review.plan("2026-11-28"), "vragen", review.alfa).state == TaskState::late);
    CHECK(at(review.plan("2027-01-14"), "bezoeken", review.alfa).state == TaskState::not_yet);
    CHECK(at(review.plan("2027-01-15"), "bezoeken", review.alfa).state == TaskState::waiting);
    CHECK(at(review.plan("2027-01-30"), "bezoeken", review.alfa).state == TaskState::late);
    // Its day is not known yet.
    CHECK(at(review.plan("2027-01-30"), "bezoeken", review.beta).state == TaskState::not_yet);
    // Nobody is late with what need not be done.
    CHECK(at(review.plan("2027-01-30"), "peers", review.beta).state == TaskState::open);
    // Done before it opened is done.
    review.finish("bezoeken", review.alfa, "2026-11-05");
    CHECK(at(review.plan("2026-11-06"), "bezoeken", review.alfa).state == TaskState::done);
}

TEST_CASE("what is filled in proposes that a task is done, and leaves it to a person") {
    CountedReview review;
    CHECK_FALSE(at(review.plan("2026-11-03"), "vragen", review.alfa).seems_done);
    review.set(review::card_key("kaart", review.alfa), "vraag", "Hoe?");
    review.kickoff("2026-12-01");
    const planning::Plan plan = review.plan("2026-11-03");
    CHECK(at(plan, "vragen", review.alfa).seems_done);
    CHECK_FALSE(at(plan, "vragen", review.beta).seems_done);
    CHECK(at(plan, "starten").seems_done);
    CHECK(at(plan, "vragen", review.alfa).state == TaskState::open);
}

TEST_CASE("nonsense in the words about a task leaves the plan as it was") {
    CountedReview review;
    review.kickoff("2026-12-01");
    const document::EntityKey key = planning::task_key("vragen", review.alfa);
    review.set(key, planning::task_field::due, "gauw");
    review.set(key, planning::task_field::state, 7);
    review.set(key, planning::task_field::done_on, document::Value::array());
    const auto plan = review.plan("2026-11-03");
    CHECK(due(at(plan, "vragen", review.alfa)) == "2026-11-27");
    CHECK(at(plan, "vragen", review.alfa).state == TaskState::open);
}

TEST_CASE("until the kickoff is fixed, the first proposed day counts, and the plan says so") {
    CountedReview review;
    const auto task = [&] { return *review.plan("2026-11-03").find(planning::task_key("vragen", review.alfa)); };
    CHECK_FALSE(task().due);
    CHECK(task().due_by == planning::DueBy::nobody);
    review.set({"date_options", "later"}, "date", "2026-11-27");
    review.set({"date_options", "eerst"}, "date", "2026-11-20");
    review.set({"date_options", "onzin"}, "date", "gauw");
    CHECK(planning::format_day(*task().due) == "2026-11-17");
    CHECK(task().due_by == planning::DueBy::proposal);
    review.set(task().key, planning::task_field::due, "2026-11-10");
    CHECK(task().due_by == planning::DueBy::hand);
    review.set(task().key, planning::task_field::due, "");
    review.kickoff("2026-11-27");
    CHECK(planning::format_day(*task().due) == "2026-11-24");
    CHECK(task().due_by == planning::DueBy::rule);
}
