#include <doctest/doctest.h>

#include <algorithm>

#include "planning/messages.h"
#include "planning/run_sheet_status.h"
#include "sample.h"
#include "shipped.h"

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

TEST_CASE("what was due before the review was made is due a week later, but not after the day it is counted from") {
    CountedReview review;
    review.kickoff("2026-11-04");
    const auto vragen = [&] { return at(review.plan("2026-11-02"), "vragen", review.alfa); };
    CHECK(due(vragen()) == "2026-11-04");
    CHECK(vragen().squeezed);
    CHECK(vragen().due_by == planning::DueBy::rule);
    CHECK(vragen().state == TaskState::open);
    CHECK_FALSE(at(review.plan("2026-11-02"), "starten").squeezed);
    review.kickoff("2026-10-20");
    CHECK(due(vragen()) == "2026-11-09");
    CHECK(due(at(review.plan("2026-11-02"), "starten")) == "2026-11-09");
    // What waits for it comes sooner.
    review.visit(review.alfa, "2026-10-21");
    CHECK(due(at(review.plan("2026-11-02"), "bezoeken", review.alfa)) == "2026-11-04");
    CHECK(due(vragen()) == "2026-11-04");
    CHECK(due(at(review.plan("2026-11-02"), "vragen", review.beta)) == "2026-11-04");
    // People's own date stays, however early.
    review.set(planning::task_key("vragen", review.alfa), planning::task_field::due, "2026-10-30");
    CHECK(due(vragen()) == "2026-10-30");
    CHECK_FALSE(vragen().squeezed);
    CHECK(vragen().state == TaskState::late);
}

TEST_CASE("a month after the last day of January is the last of February, also in a leap year") {
    CountedReview review;
    for (const std::string& team : {review.alfa, review.beta, review.gamma}) review.visit(team, "2028-01-31");
    CHECK(due(at(review.plan("2026-11-03"), "sluiten")) == "2028-02-29");
    review.kickoff("2027-01-31");
    CHECK(due(at(review.plan("2026-11-03"), "vragen", review.alfa)) == "2027-01-28");
    CHECK(due(at(review.plan("2026-11-03"), "starten")) == "2027-01-31");
}

namespace {

planning::Plan plan_of(const ShippedReview& review) {
    static const planning::WorkingDays days;
    return planning::make_plan(review.reading(), *planning::parse_day("2026-11-22"),
                               [](std::string_view) -> const planning::WorkingDays& { return days; });
}

} // namespace

TEST_CASE("a task whose work is messages seems done when each of them is sent") {
    for (const char* id : {"mbo-peer-review", "samen-opleiden"}) {
        ShippedReview review(id);
        std::size_t looked_at = 0;
        for (const planning::PlannedTask& task : plan_of(review).tasks) {
            if (task.task->done_when != process::DoneWhen::messages) continue;
            CAPTURE(task.key.id);
            ++looked_at;
            const auto seems_done = [&] { return plan_of(review).find(task.key)->seems_done; };
            CHECK_FALSE(seems_done());
            for (const process::Message& message : review.process.messages) {
                if (message.task != task.task->id) continue;
                for (const std::string& audience : {std::string(), review.team(0), review.team(1), review.team(2)}) {
                    if (!task.subject.empty() && !audience.empty() && audience != task.subject) continue;
                    review.set(planning::message_key(message.id, task.key, audience, ""),
                               planning::message_field::state, std::string(planning::state_sent));
                }
            }
            CHECK(seems_done());
        }
        CHECK(looked_at > 3);
    }
}

TEST_CASE("one message that is not sent leaves the task open; one that people let lapse does not, but for the only one") {
    ShippedReview review("mbo-peer-review");
    const auto tasks = plan_of(review).tasks;
    const auto task = std::find_if(tasks.begin(), tasks.end(), [](const planning::PlannedTask& each) {
        return each.task->done_when == process::DoneWhen::messages && each.subject.empty();
    });
    REQUIRE(task != tasks.end());
    const auto& messages = review.process.messages;
    const auto message = std::find_if(messages.begin(), messages.end(),
                                      [&](const process::Message& each) { return each.task == task->task->id; });
    REQUIRE(message != messages.end());
    const auto says = [&](std::size_t team, std::string_view state) {
        review.set(planning::message_key(message->id, task->key, review.team(team), ""), planning::message_field::state,
                   std::string(state));
        return plan_of(review).find(task->key)->seems_done;
    };
    CHECK_FALSE(says(0, planning::state_lapsed));
    CHECK_FALSE(says(1, planning::state_lapsed));
    CHECK_FALSE(says(2, planning::state_lapsed));
    CHECK(says(1, planning::state_sent));
    CHECK_FALSE(says(0, ""));
}

TEST_CASE("a task that settles a run sheet seems done when that is final") {
    for (const char* id : {"mbo-peer-review", "samen-opleiden"}) {
        ShippedReview review(id);
        bool seen = false;
        for (const planning::PlannedTask& task : plan_of(review).tasks) {
            if (task.task->done_when != process::DoneWhen::run_sheet) continue;
            seen = true;
            CHECK_FALSE(plan_of(review).find(task.key)->seems_done);
            const auto key = planning::run_sheet_key(task.task->run_sheet, task.subject);
            review.set(key, planning::run_sheet_field::state, "comments");
            CHECK_FALSE(plan_of(review).find(task.key)->seems_done);
            review.set(key, planning::run_sheet_field::state, "final");
            CHECK(plan_of(review).find(task.key)->seems_done);
        }
        CHECK(seen);
    }
}

TEST_CASE("where reviews come back after years, that day is proposed from the visit until people choose it") {
    ShippedReview review("samen-opleiden");
    const auto cycle = [&] {
        const auto day = planning::KeyDates(review.reading()).of(process::KeyDate::cycle, review.team(0));
        return day ? planning::format_day(*day) : "";
    };
    const auto next = [&] {
        for (const planning::PlannedTask& task : plan_of(review).tasks)
            if (task.task->due.from == process::KeyDate::cycle) return task;
        return planning::PlannedTask{};
    };
    CHECK(cycle().empty());
    CHECK_FALSE(next().due);
    review.set(review::visit_key(review.team(0)), "date", "2028-02-29");
    CHECK(cycle() == "2034-02-28");
    CHECK(planning::KeyDates(review.reading()).is_proposed(process::KeyDate::cycle));
    CHECK(next().due_by == planning::DueBy::proposal);
    review.set(review::review_key(), "cycle_date", "2033-12-31");
    CHECK(cycle() == "2033-12-31");
    CHECK_FALSE(planning::KeyDates(review.reading()).is_proposed(process::KeyDate::cycle));
    ShippedReview without("mbo-peer-review");
    without.set(review::visit_key(without.team(0)), "date", "2028-02-29");
    CHECK_FALSE(planning::KeyDates(without.reading()).of(process::KeyDate::cycle, without.team(0)));
}
