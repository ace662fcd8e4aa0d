#include <doctest/doctest.h>

#include <algorithm>

#include "app/known_processes.h"
#include "browser.h"

using namespace planner;
using namespace planner::testing;
using planning::Identity;
using planning::IdentityKind;
using planning::TaskState;

namespace {

constexpr std::int64_t day = 24LL * 60 * 60 * 1000;

void fix_kickoff(Tab& tab, int days_from_now) {
    const auto date = planning::add_days(tab.planner.today(), days_from_now);
    tab.planner.set_field({review::review_key(), "kickoff_date"}, planning::format_day(date));
}

std::size_t own_count(Tab& tab) {
    const auto& tasks = tab.planner.plan().tasks;
    return static_cast<std::size_t>(
        std::count_if(tasks.begin(), tasks.end(), [&](const auto& task) { return tab.planner.is_own(task); }));
}

/// A host and two visitors of the process in which only one is visited.
std::unique_ptr<Tab> tab_with_one_host(platform::HeadlessWorld& world) {
    auto tab = std::make_unique<Tab>(world);
    tab->planner.create_review({"Bezoek", "samen-opleiden", {{"Noord", ""}, {"Oost", ""}, {"Zuid", ""}}});
    tab->settle();
    return tab;
}

std::vector<app::TodayTask> own_today(Tab& tab) {
    std::vector<app::TodayTask> own;
    for (const auto& task : tab.planner.today_tasks()) {
        if (task.task.own) own.push_back(task);
    }
    return own;
}

} // namespace

TEST_CASE("an identity survives being written as text; anything else is everybody") {
    for (const Identity& identity : {Identity{}, Identity{IdentityKind::facilitator, ""},
                                     Identity{IdentityKind::participant, "a.b"}, Identity{IdentityKind::person, "p"}})
        CHECK(planning::identity_from_text(planning::to_text(identity)) == identity);
    CHECK(planning::identity_from_text("iets anders") == Identity{});
}

TEST_CASE("nobody has tasks of their own until they say who they are; then this device remembers it, not the review") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const std::string id = tab->planner.route().review;
    CHECK(own_count(*tab) == 0);
    const std::string before = tab->file();
    tab->planner.set_identity(id, {IdentityKind::facilitator, ""});
    const std::size_t facilitator = own_count(*tab);
    CHECK(facilitator > 0);
    tab->planner.set_identity(id, {IdentityKind::participant, first_team(*tab)});
    CHECK(own_count(*tab) > 0);
    CHECK(own_count(*tab) != facilitator);
    CHECK(tab->file() == before);
    tab->settle();
    Tab later(world, tab->platform.hash());
    later.settle();
    CHECK(later.planner.identity() == Identity{IdentityKind::participant, first_team(later)});
    later.planner.set_identity(id, {});
    CHECK(own_count(later) == 0);
}

TEST_CASE("a visitor who opens the mailed file has the tasks of a visitor, not those of the host") {
    platform::HeadlessWorld world;
    const auto host = tab_with_one_host(world);
    platform::HeadlessWorld elsewhere(7);
    Tab visitor(elsewhere);
    visitor.open("bezoek.json", host->file());
    const auto& participants = visitor.planner.view().participants;
    const std::string own = participants.at(2).participant.id;
    visitor.planner.set_identity(visitor.planner.route().review, {IdentityKind::participant, own});
    std::size_t of_visitor = 0;
    for (const planning::PlannedTask& task : visitor.planner.plan().tasks) {
        if (!visitor.planner.is_own(task)) continue;
        CHECK(task.task->scope != process::Scope::host);
        CHECK((task.subject.empty() || task.subject == own));
        of_visitor += task.task->scope == process::Scope::visitor ? 1 : 0;
    }
    CHECK(of_visitor > 3);
}

TEST_CASE("a contact person is offered by name and sees what their team is asked") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const std::string id = tab->planner.route().review, team = first_team(*tab);
    const process::Card* card = tab->planner.current()->process().card("voorbereiding");
    const document::EntityKey row = tab->planner.add_row({"voorbereiding", team, card->field("contactpersonen")});
    tab->planner.set_field({row, "name"}, "Coördinator zorg");
    const auto choices = tab->planner.identity_choices(id);
    const auto found = std::find_if(choices.begin(), choices.end(), [](const auto& choice) {
        return choice.label.find("Coördinator zorg") != std::string::npos;
    });
    REQUIRE(found != choices.end());
    tab->planner.set_identity(id, planning::identity_from_text(found->value));
    const std::size_t of_person = own_count(*tab);
    tab->planner.set_identity(id, {IdentityKind::participant, team});
    CHECK(of_person == own_count(*tab));
    CHECK(of_person > 0);
}

TEST_CASE("today tells what is mine and late in reviews that are not open, as the day changes") {
    platform::HeadlessWorld world;
    std::string id, team;
    {
        const auto tab = tab_with_review(world);
        id = tab->planner.route().review;
        team = first_team(*tab);
        fix_kickoff(*tab, 60);
        tab->planner.set_identity(id, {IdentityKind::participant, team});
        tab->settle();
        CHECK_FALSE(world.records.at(id).summary.find("agenda") == std::string::npos);
    }
    Tab later(world, "#/");
    later.settle();
    REQUIRE(later.planner.current() == nullptr);
    const std::size_t now = own_today(later).size();
    CHECK(now > 0);
    for (const auto& task : own_today(later)) CHECK(task.task.state != TaskState::late);
    world.now += 40 * day;
    const auto own = own_today(later);
    REQUIRE_FALSE(own.empty());
    CHECK(own.front().task.state == TaskState::late);
    CHECK(own.front().review->id == id);
    CHECK(own.front().review->name_of(own.front().task.subject) == "Team Zorg");
    // The same as the plan says, once it is open.
    later.planner.go(app::Route::tasks(id));
    later.settle();
    for (const auto& task : own) {
        const planning::PlannedTask* planned = later.planner.plan().find(task.task.key);
        REQUIRE(planned != nullptr);
        CHECK(planned->state == task.task.state);
        CHECK(planned->due == task.task.due);
    }
}

TEST_CASE("a task that is done leaves today in the same save") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const std::string id = tab->planner.route().review;
    fix_kickoff(*tab, 10);
    tab->planner.set_identity(id, {IdentityKind::facilitator, ""});
    tab->settle();
    const auto own = own_today(*tab);
    REQUIRE_FALSE(own.empty());
    tab->planner.decide_task(own.front().task.key, app::TaskDecision::done);
    tab->settle();
    Tab other(world, "#/");
    other.settle();
    const auto after = own_today(other);
    CHECK(std::none_of(after.begin(), after.end(),
                       [&](const auto& task) { return task.task.key == own.front().task.key; }));
}

TEST_CASE("an overview that an earlier planner wrote is completed when the review is opened") {
    platform::HeadlessWorld world;
    std::string id;
    {
        const auto tab = tab_with_review(world);
        id = tab->planner.route().review;
        fix_kickoff(*tab, 60);
        tab->settle();
    }
    auto summaries = app::read_summaries(world.index_json());
    REQUIRE(summaries.size() == 1);
    summaries[0].agenda.clear();
    world.records.at(id).summary = app::write_summary(summaries[0]);
    Tab tab(world, "#/");
    tab.settle();
    world.now += 50 * day;
    CHECK(tab.planner.today_tasks().empty());
    tab.planner.go(app::Route::dashboard(id));
    tab.settle();
    CHECK_FALSE(tab.planner.today_tasks().empty());
    Tab later(world, "#/");
    later.settle();
    CHECK_FALSE(later.planner.today_tasks().empty());
}

TEST_CASE("an agenda that makes no sense gives no tasks") {
    const process::Process& process = *app::known_processes().front();
    const app::Day today = *app::parse_day("2027-01-04");
    for (const char* text : {"", "2\nx - - o", "1\n", "1\n\n\n", "1\nonbekend 1 1 o", "1\n. 99999999999 -5 o 7,x"})
        CHECK(app::read_agenda(text, &process, today).empty());
    const std::string line = "1\n" + process.tasks.front().id + ".a - 1 - 99,-1";
    CHECK(app::read_agenda(line, &process, today).size() == 1);
    CHECK(app::read_agenda(line, &process, today)[0].waits_for.nl.empty());
}
