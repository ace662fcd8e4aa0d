#include <doctest/doctest.h>

#include "browser.h"
#include "document/read.h"
#include "document/write.h"

using namespace planner;
using namespace planner::testing;
using platform::SaveOutcome;

namespace {

/// What a person does in a quarter of an hour; after every step `check` may look.
template <class Check>
void journey(Tab& tab, const Check& check) {
    tab.planner.create_review(three_teams());
    tab.settle();
    check();
    const std::string team = first_team(tab);
    tab.planner.set_field(question_of(team), "Hoe kiezen studenten zelf?");
    tab.settle();
    check();
    const document::EntityKey row = tab.planner.add_row(dates_of(tab, team));
    tab.planner.set_field({row, "opmerking"}, "Liever niet op maandag");
    tab.settle();
    check();
    tab.planner.remove_row(row);
    tab.settle();
    check();
    tab.planner.step(app::Step::undo);
    tab.settle();
    check();
    tab.planner.copy_review(tab.planner.route().review);
    tab.settle();
    check();
}

/// "Saved" is said only of what is stored, byte for byte.
void check_honest(const Tab& tab, const platform::HeadlessWorld& world) {
    if (tab.planner.save_state().kind != app::SaveKind::saved) return;
    const auto record = world.records.find(tab.planner.route().review);
    REQUIRE(record != world.records.end());
    CHECK(record->second.document == document::write(tab.document()));
}

} // namespace

TEST_CASE("whichever storage operation fails, nothing is called saved that is not, and trying again saves all") {
    for (const SaveOutcome outcome :
         {SaveOutcome::aborted, SaveOutcome::quota_exceeded, SaveOutcome::connection_lost}) {
        std::size_t n = 1;
        for (bool reached = true; reached; ++n) {
            CAPTURE(n);
            platform::HeadlessWorld world;
            Tab tab(world);
            world.fail_operation(n, outcome);
            journey(tab, [&] { check_honest(tab, world); });
            reached = world.operations() >= n;
            tab.planner.retry_save();
            tab.settle();
            CHECK(tab.planner.save_state().kind == app::SaveKind::saved);
            check_honest(tab, world);
        }
        CHECK(n > 6);
    }
}

TEST_CASE("storage that stays broken keeps saying so, with its reason, and the file can still be downloaded") {
    platform::HeadlessWorld world;
    Tab tab(world);
    world.break_storage(SaveOutcome::quota_exceeded);
    tab.planner.create_review(three_teams());
    for (int i = 0; i < 5; ++i) {
        tab.settle();
        CHECK(tab.planner.save_state().kind == app::SaveKind::failed);
        CHECK(tab.planner.save_state().reason == SaveOutcome::quota_exceeded);
        CHECK(tab.planner.has_unsaved());
        world.now += 60'000;
    }
    CHECK(document::read(tab.file()).has_value());
    world.heal();
    tab.settle();
    world.now += 60'000;
    tab.planner.tick();
    tab.settle();
    CHECK(tab.planner.save_state().kind == app::SaveKind::saved);
    CHECK(world.records.size() == 1);
}

TEST_CASE("a review that storage cannot give says so and opens at the next try") {
    platform::HeadlessWorld world;
    const std::string hash = [&] {
        const auto tab = tab_with_review(world);
        return tab->platform.hash();
    }();
    world.fail_operation(1);
    Tab tab(world, hash);
    tab.settle();
    REQUIRE(tab.planner.current()->state() == app::OpenState::unreadable);
    CHECK(tab.planner.current()->problem().why == app::Unreadable::Why::storage_failed);
    tab.planner.retry_load();
    tab.settle();
    CHECK(tab.planner.current()->ready());
}

TEST_CASE("a tab killed at any moment leaves a whole document") {
    for (int events = 0; events < 12; ++events) {
        CAPTURE(events);
        platform::HeadlessWorld world;
        std::string acknowledged;
        {
            Tab tab(world);
            tab.planner.create_review(three_teams());
            const document::FieldKey key{review::review_key(), "goal"};
            for (int i = 0; i < events; ++i) {
                tab.planner.set_field(key, "doel " + std::to_string(i + 10));
                world.now += 400;
                tab.planner.tick();
                tab.platform.pump_one();
                if (tab.planner.save_state().kind == app::SaveKind::saved)
                    acknowledged = "doel " + std::to_string(i + 10);
            }
        }
        for (const auto& [id, record] : world.records) {
            const auto stored = document::read(record.document);
            REQUIRE(stored.has_value());
            CHECK(stored->trust == document::Trust::checked);
        }
        if (acknowledged.empty()) continue;
        const auto stored = document::read(world.records.begin()->second.document);
        const std::string goal = stored->document.value({review::review_key(), "goal"}).get<std::string>();
        CHECK(goal >= acknowledged);
    }
}

TEST_CASE("leaving loses work only while a save has failed") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    CHECK(tab->platform.leaving == platform::Leaving::safe);
    world.break_storage(platform::SaveOutcome::quota_exceeded);
    tab->planner.set_field({review::review_key(), "goal"}, "Samen leren");
    tab->planner.tick();
    CHECK(tab->platform.leaving == platform::Leaving::safe);
    tab->settle();
    tab->planner.tick();
    CHECK(tab->platform.leaving == platform::Leaving::loses_work);
    tab->planner.download();
    tab->planner.tick();
    CHECK(tab->platform.leaving == platform::Leaving::safe);
    tab->planner.set_field({review::review_key(), "goal"}, "Samen leren en doen");
    tab->planner.tick();
    CHECK(tab->platform.leaving == platform::Leaving::loses_work);
    world.heal();
    world.now += 60'000;
    tab->settle();
    tab->planner.tick();
    CHECK(tab->platform.leaving == platform::Leaving::safe);
}

TEST_CASE("without storage, leaving loses what was not downloaded") {
    platform::HeadlessWorld world;
    Tab tab(world, "", platform::StorageState::memory_only);
    tab.planner.create_review(three_teams());
    tab.planner.tick();
    CHECK(tab.platform.leaving == platform::Leaving::loses_work);
    tab.planner.download();
    tab.planner.tick();
    CHECK(tab.platform.leaving == platform::Leaving::safe);
}

TEST_CASE("storage that the browser empties is filled again with what is open, and people are told") {
    platform::HeadlessWorld world;
    std::string elsewhere;
    {
        const auto other = tab_with_review(world);
        elsewhere = other->planner.route().review;
    }
    // It starts on a screen without a review, so that it never has the other one in memory.
    Tab tab(world, "#/settings");
    tab.planner.create_review(three_teams());
    tab.settle();
    const std::string open = tab.planner.route().review;
    REQUIRE(world.records.size() == 2);
    world.records.clear();
    tab.planner.on_storage_state(platform::StorageState::emptied);
    tab.planner.on_index("[]");
    CHECK(tab.planner.save_state().kind != app::SaveKind::saved);
    CHECK_FALSE(tab.last_toast().empty());
    tab.settle();
    CHECK(tab.planner.save_state().kind == app::SaveKind::saved);
    CHECK(world.records.contains(open));
    CHECK_FALSE(world.records.contains(elsewhere));
    CHECK(tab.planner.storage() == platform::StorageState::working);
}
