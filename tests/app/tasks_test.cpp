#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "browser.h"

#include "app/messages.h"

using namespace planner;
using namespace planner::testing;
using app::Planner;
using planning::TaskState;

namespace {

/// Days after the clock of the tests started.
void let_days_pass(platform::HeadlessWorld& world, int days) {
    world.now += std::int64_t{days} * 24 * 60 * 60 * 1000;
}

void fix_kickoff(Tab& tab, int days_from_now) {
    const auto day = planning::add_days(tab.planner.today(), days_from_now);
    tab.planner.set_field({review::review_key(), "kickoff_date"}, planning::format_day(day));
}

/// The first task in this state.
planning::PlannedTask first_in(Tab& tab, TaskState state) {
    const auto& tasks = tab.planner.plan().tasks;
    const auto found = std::find_if(tasks.begin(), tasks.end(),
                                    [&](const planning::PlannedTask& task) { return task.state == state; });
    REQUIRE(found != tasks.end());
    return *found;
}

} // namespace

TEST_CASE("a person says that a task is done; undo takes it back; it is kept") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    fix_kickoff(*tab, 60);
    tab->planner.set_author("Begeleider");
    const planning::PlannedTask task = first_in(*tab, TaskState::open);
    tab->planner.decide_task(task.key, app::TaskDecision::done);
    const planning::PlannedTask* now = tab->planner.plan().find(task.key);
    CHECK(now->state == TaskState::done);
    CHECK(now->done_by == "Begeleider");
    CHECK(now->done_on == tab->planner.today());
    tab->planner.step(app::Step::undo);
    CHECK(tab->planner.plan().find(task.key)->state == TaskState::open);
    tab->planner.step(app::Step::redo);
    tab->settle();
    Tab later(world, tab->platform.hash());
    later.settle();
    CHECK(later.planner.plan().find(task.key)->state == TaskState::done);
    const document::Value& about = later.document().value({task.key, "task"});
    CHECK(about == document::Value(task.task->id));
}

TEST_CASE("the plan follows the clock without a change of the document") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    fix_kickoff(*tab, 60);
    const auto late = [&] {
        const auto& tasks = tab->planner.plan().tasks;
        return std::count_if(tasks.begin(), tasks.end(),
                             [](const planning::PlannedTask& task) { return task.state == TaskState::late; });
    };
    CHECK(late() == 0);
    let_days_pass(world, 30);
    CHECK(late() > 0);
}

TEST_CASE("two copies that finish the same task have one task") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    fix_kickoff(*tab, 60);
    tab->settle();
    const planning::PlannedTask task = first_in(*tab, TaskState::open);
    platform::HeadlessWorld other_world(99);
    Tab other(other_world);
    other.open("review.json", tab->file());
    other.settle();
    other.planner.decide_task(task.key, app::TaskDecision::done);
    tab->planner.decide_task(task.key, app::TaskDecision::done);
    const std::size_t before = tab->planner.plan().tasks.size();
    tab->open("terug.json", other.file());
    tab->planner.confirm_import();
    tab->settle();
    CHECK(tab->planner.plan().tasks.size() == before);
    CHECK(tab->planner.plan().find(task.key)->state == TaskState::done);
    CHECK(tab->planner.view().conflict_count == 0);
}

TEST_CASE("a message goes out by mail, by copying or as a file; only a person says that it was sent") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    fix_kickoff(*tab, 60);
    REQUIRE_FALSE(tab->planner.messages().empty());
    const planning::PlannedMessage message = tab->planner.messages().back();
    const planning::MessageText text = tab->planner.message_text(message);
    tab->planner.open_in_mail(message);
    REQUIRE(tab->platform.mails.size() == 1);
    CHECK(tab->platform.mails[0].starts_with("mailto:"));
    tab->planner.copy_messages({message});
    CHECK(tab->platform.copied.find(text.body) != std::string::npos);
    tab->planner.download_messages({message});
    REQUIRE_FALSE(tab->platform.downloads.empty());
    CHECK(tab->platform.downloads.back().name.ends_with(".eml"));
    CHECK(tab->platform.downloads.back().bytes.find("X-Unsent: 1") != std::string::npos);
    const auto state = [&] {
        const auto& all = tab->planner.messages();
        return std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.key == message.key; })->state;
    };
    CHECK(state() == planning::MessageState::draft);
    app::decide_message(tab->planner, message, app::MessageDecision::sent);
    CHECK(state() == planning::MessageState::sent);
    tab->planner.step(app::Step::undo);
    CHECK(state() == planning::MessageState::draft);
}

TEST_CASE("what does not apply says who decided that, and when") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    tab->planner.set_author("Procesbegeleider");
    const document::EntityKey key = tab->planner.plan().tasks.front().key;
    const auto task = [&] { return *tab->planner.plan().find(key); };
    tab->planner.decide_task(key, app::TaskDecision::not_applicable);
    CHECK(task().state == planning::TaskState::not_applicable);
    CHECK(task().done_by == "Procesbegeleider");
    CHECK(task().done_on == tab->planner.today());
    tab->planner.decide_task(key, app::TaskDecision::undecided);
    CHECK(task().done_by.empty());
    CHECK_FALSE(task().done_on);
}

TEST_CASE("two copies that both add, finish and rename become one review in which everything is there once") {
    platform::HeadlessWorld here_world, there_world{2};
    const auto here = tab_with_review(here_world);
    fix_kickoff(*here, 60);
    here->settle();
    Tab there(there_world);
    there.open("kopie.json", here->file());
    there_world.now = here_world.now + 60'000;
    const std::string team = first_team(*here);
    const document::EntityKey task = here->planner.plan().tasks.front().key;
    for (Tab* tab : {here.get(), &there}) {
        const bool first = tab == here.get();
        tab->planner.add_participant({first ? "Team Sport" : "Team Kunst", "College West"});
        tab->planner.decide_task(task, app::TaskDecision::done);
        tab->planner.set_field({review::participant_key(team), "name"}, first ? "Team Welzijn" : "Team Zorg en welzijn");
        tab->settle();
    }
    here->open("van-daar.json", there.file());
    here->planner.confirm_import();
    here->settle();
    there.open("van-hier.json", here->file());
    there.planner.confirm_import();
    there.settle();
    const process::Process& process = here->planner.current()->process();
    for (Tab* tab : {here.get(), &there}) {
        CHECK(tab->planner.view().participants.size() == 5);
        CHECK(tab->planner.view().conflict_count == 1);
        std::set<std::string> tasks, messages;
        for (const auto& each : tab->planner.plan().tasks) tasks.insert(each.key.id);
        for (const auto& each : tab->planner.messages()) messages.insert(each.key.id);
        CHECK(tasks.size() == tab->planner.plan().tasks.size());
        CHECK(messages.size() == tab->planner.messages().size());
        std::size_t expected = 0;
        for (const process::Task& each : process.tasks) expected += each.scope == process::Scope::review ? 1 : 5;
        CHECK(tasks.size() == expected);
        CHECK(tab->planner.plan().find(task)->state == planning::TaskState::done);
        const document::Collection* kept = tab->document().collection("tasks");
        CHECK(kept->size() == 1);
    }
    CHECK(here->planner.messages().size() == there.planner.messages().size());
}

TEST_CASE("a text too long for a link is copied, and the mail opens without it") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    fix_kickoff(*tab, 60);
    const planning::PlannedMessage message = tab->planner.messages().back();
    const std::string text(3000, 'x');
    app::set_message_text(tab->planner, message, planning::message_field::body, text, std::nullopt);
    tab->planner.open_in_mail(message);
    CHECK(tab->platform.copied == text);
    REQUIRE(tab->platform.mails.size() == 1);
    CHECK(tab->platform.mails[0].size() < 1600);
    CHECK(tab->document().value({message.key, "message"}) == document::Value(message.message->id));
}
