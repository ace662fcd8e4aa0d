#include <doctest/doctest.h>

#include "browser.h"
#include "document/read.h"
#include "document/write.h"

using namespace planner;
using namespace planner::testing;
using app::Keep;
using platform::SaveOutcome;

namespace {

constexpr std::int64_t day = 24LL * 60 * 60 * 1000;

/// A tab with a review, and a file of it that says something else about its goal.
struct Mailed {
    platform::HeadlessWorld world;
    std::unique_ptr<Tab> tab = tab_with_review(world);
    std::string id = tab->planner.route().review;
    document::FieldKey goal{review::review_key(), "goal"};

    Mailed() {
        platform::HeadlessWorld elsewhere(99);
        Tab other(elsewhere);
        other.open("heen.json", tab->file());
        other.planner.set_field(goal, "Van elders");
        other.settle();
        tab->open("terug.json", other.file());
        REQUIRE(tab->planner.import_state() == app::ImportState::ready);
    }
};

app::Summary summary_of(Tab& tab) {
    return *tab.planner.overview().find(tab.planner.route().review);
}

} // namespace

TEST_CASE("an import waits until how it was is kept, and that can be had back as a copy") {
    Mailed mailed;
    Tab& tab = *mailed.tab;
    const std::string before = document::write(tab.document());
    tab.planner.import_safely();
    CHECK(tab.planner.keeping());
    CHECK(document::write(tab.document()) == before);
    tab.settle();
    CHECK(tab.text(mailed.goal) == "Van elders");
    REQUIRE(mailed.world.snapshots.size() == 1);
    CHECK(mailed.world.snapshots[0].bytes == before);
    CHECK(mailed.world.snapshots[0].why == "import");

    REQUIRE(tab.planner.earlier_versions().size() == 1);
    const app::EarlierVersion version = tab.planner.earlier_versions()[0];
    CHECK(version.title == "Zelfstandig leren");
    tab.planner.take_out_version(version.key, app::VersionUse::open_copy);
    tab.settle();
    CHECK(tab.planner.route().review != mailed.id);
    CHECK(tab.text(mailed.goal).empty());
    CHECK(tab.planner.view().title.find("Zelfstandig leren (van ") == 0);
    CHECK(tab.planner.overview().matching("").size() == 2);

    tab.planner.take_out_version(version.key, app::VersionUse::download);
    tab.settle();
    CHECK(tab.platform.downloads.back().bytes == before);
}

TEST_CASE("a version of a review that is gone or damaged takes its place, and belongs to what colleagues mail") {
    for (const bool gone : {true, false}) {
        CAPTURE(gone);
        Mailed mailed;
        mailed.tab->planner.import_safely();
        mailed.tab->settle();
        CHECK_FALSE(mailed.tab->planner.can_put_back(mailed.tab->planner.earlier_versions().at(0)));
        const std::string file = mailed.tab->file();
        mailed.tab.reset();
        if (gone)
            mailed.world.records.clear();
        else
            mailed.world.records.at(mailed.id).document = "{ \"damaged";

        Tab tab(mailed.world, "#/review/" + mailed.id);
        tab.settle();
        tab.planner.look_at_storage();
        tab.settle();
        REQUIRE(tab.planner.earlier_versions().size() == 1);
        const app::EarlierVersion version = tab.planner.earlier_versions()[0];
        REQUIRE(tab.planner.can_put_back(version));
        tab.planner.take_out_version(version.key, app::VersionUse::put_back);
        tab.settle();
        CHECK(tab.planner.route().review == mailed.id);
        CHECK(tab.text(mailed.goal).empty());
        CHECK(tab.planner.save_state().kind == app::SaveKind::saved);
        CHECK_FALSE(tab.planner.can_put_back(version));
        tab.open("nog eens.json", file);
        tab.planner.import_safely();
        tab.settle();
        CHECK(tab.text(mailed.goal) == "Van elders");
    }
}

TEST_CASE("when nothing can be kept, nothing changes until people decide") {
    for (const Keep decision : {Keep::leave, Keep::go_on}) {
        Mailed mailed;
        Tab& tab = *mailed.tab;
        mailed.world.fail_operation(1, SaveOutcome::quota_exceeded);
        tab.planner.import_safely();
        tab.settle();
        CHECK(tab.planner.keeping_failed());
        CHECK(tab.text(mailed.goal).empty());
        CHECK(mailed.world.snapshots.empty());
        REQUIRE(tab.planner.can_download_unkept());
        const std::size_t files = tab.platform.downloads.size();
        tab.planner.download_unkept();
        CHECK(tab.platform.downloads.size() == files + 1);
        CHECK(tab.planner.keeping_failed());
        tab.planner.settle_keeping(decision);
        tab.settle();
        CHECK_FALSE(tab.planner.keeping_failed());
        CHECK(tab.text(mailed.goal) == (decision == Keep::go_on ? "Van elders" : ""));
        if (decision == Keep::leave) CHECK(tab.planner.import_state() == app::ImportState::ready);
    }
}

TEST_CASE("a removal keeps a review that is not in memory as it is stored") {
    platform::HeadlessWorld world;
    std::string id;
    {
        const auto tab = tab_with_review(world);
        id = tab->planner.route().review;
    }
    Tab tab(world, "#/");
    tab.planner.remove_safely(id);
    CHECK(tab.planner.overview().removed().empty());
    tab.settle();
    CHECK(tab.planner.overview().removed().size() == 1);
    REQUIRE(world.snapshots.size() == 1);
    CHECK(world.snapshots[0].why == "removal");
    CHECK(document::read(world.snapshots[0].bytes).has_value());
    tab.planner.erase_earlier_versions(id);
    tab.settle();
    CHECK(world.snapshots.empty());
}

TEST_CASE("a second command while something is being kept does nothing") {
    Mailed mailed;
    Tab& tab = *mailed.tab;
    tab.planner.import_safely();
    tab.planner.remove_safely(mailed.id);
    tab.settle();
    CHECK(tab.text(mailed.goal) == "Van elders");
    CHECK(tab.planner.overview().removed().empty());
    CHECK(mailed.world.snapshots.size() == 1);
}

TEST_CASE("files that were put aside while something was being kept, or others that came, are not merged by themselves") {
    for (const bool with_other : {false, true}) {
        Mailed mailed;
        Tab& tab = *mailed.tab;
        platform::HeadlessWorld elsewhere(98);
        Tab other(elsewhere);
        other.open("heen.json", tab.file());
        other.planner.set_field(mailed.goal, "Van nog iemand");
        other.settle();
        tab.planner.import_safely();
        REQUIRE(tab.planner.keeping());
        if (!with_other) tab.planner.cancel_import();
        tab.open("anders.json", other.file());
        CHECK(tab.text(mailed.goal).empty());
        CHECK(tab.planner.import_state() == app::ImportState::ready);
        CHECK_FALSE(tab.planner.keeping());
        CHECK_FALSE(tab.planner.keeping_failed());
    }
}

TEST_CASE("where nothing is ever kept, commands do not wait and nothing is said of versions") {
    platform::HeadlessWorld world;
    Tab tab(world, "", platform::StorageState::memory_only);
    const std::string id = tab.planner.create_review(three_teams());
    tab.planner.remove_safely(id);
    CHECK_FALSE(tab.planner.keeping());
    CHECK(tab.planner.overview().removed().size() == 1);
    tab.settle();
    CHECK(world.snapshots.empty());
    CHECK_FALSE(tab.planner.wants_download());
}

TEST_CASE("a version that storage does not give, or that is no review, is said and opens nothing") {
    Mailed mailed;
    Tab& tab = *mailed.tab;
    tab.planner.import_safely();
    tab.settle();
    mailed.world.snapshots[0].bytes = "{half";
    for (const char* key : {"0", "7"}) {
        tab.planner.take_out_version(key, app::VersionUse::open_copy);
        tab.settle();
        CHECK(tab.last_toast().find("Deze versie is nu niet te openen") == 0);
        CHECK(tab.planner.route().review == mailed.id);
    }
}

TEST_CASE("nonsense in the list of versions is left out") {
    CHECK(app::read_earlier_versions("{").empty());
    CHECK(app::read_earlier_versions("[1, {}, {\"key\": 3}]").empty());
    const auto versions = app::read_earlier_versions(R"([{"key":"a 1","savedAt":"nooit","size":-1.5,"why":null}])");
    REQUIRE(versions.size() == 1);
    CHECK(versions[0].time == 0);
    CHECK(versions[0].why.empty());
}

TEST_CASE("much work without a file asks for one, calmly, until there is one or somebody says not now") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    app::Planner& planner = tab->planner;
    const auto change = [&](const std::string& text) {
        planner.set_field({review::review_key(), "goal"}, text);
        tab->settle();
    };
    CHECK_FALSE(planner.wants_download());
    const std::string team = first_team(*tab);
    const auto rows = dates_of(*tab, team);
    const auto work = [&](std::size_t count) {
        world.now += 1000;
        for (std::size_t i = 0; i < count; ++i) planner.set_field({planner.add_row(rows), "opmerking"}, "Ochtend");
        tab->settle();
    };
    work(10);
    CHECK_FALSE(planner.wants_download());
    work(app::reminder_changes);
    CHECK(planner.wants_download());

    SUBCASE("a file is what was asked for") {
        planner.download();
        CHECK_FALSE(planner.wants_download());
        CHECK(app::in_file(planner, summary_of(*tab)));
        world.now += 1000;
        change("Anders");
        CHECK_FALSE(planner.wants_download());
        CHECK_FALSE(app::in_file(planner, summary_of(*tab)));
        Tab later(world, tab->platform.hash());
        later.settle();
        CHECK_FALSE(later.planner.wants_download());
    }
    SUBCASE("not now: as much again is needed, also after a reload") {
        planner.not_now_download();
        CHECK_FALSE(planner.wants_download());
        CHECK_FALSE(app::in_file(planner, summary_of(*tab)));
        work(app::reminder_changes);
        CHECK(planner.wants_download());
    }
    SUBCASE("few changes on many days are many") {
        planner.download();
        for (std::size_t i = 0; i < app::reminder_days; ++i) {
            CHECK_FALSE(planner.wants_download());
            world.now += day;
            planner.set_field({planner.add_row(rows), "opmerking"}, "Dag " + std::to_string(i));
            tab->settle();
        }
        CHECK(planner.wants_download());
    }
    SUBCASE("a clock that is set back neither hides new work nor calls it downloaded") {
        planner.download();
        world.now -= 100 * day;
        CHECK_FALSE(app::in_file(planner, summary_of(*tab)));
        CHECK_FALSE(planner.wants_download());
        work(app::reminder_changes);
        CHECK(planner.wants_download());
    }
}

TEST_CASE("when files were made is remembered by this device, and nonsense about it is not") {
    app::Settings settings;
    settings.downloads["a"] = 12;
    settings.reminders["b"] = 34;
    settings.desks["r/sheet/team"] = {"idea", "half een zin", "Koffie", app::RoomShows::message, app::RoomTheme::contrast};
    CHECK(app::read_settings(app::write_settings(settings)) == settings);
    const app::Settings odd = app::read_settings(R"({"desks":{"a":7,"b":{"shows":"alles","theme":2}},"downloads":{"a":"nu"},"reminders":[1]})");
    CHECK(odd.desks == std::map<std::string, app::Desk, std::less<>>{{"a", {}}, {"b", {}}});
    CHECK(odd.downloads.empty());
    CHECK(odd.reminders.empty());
}

TEST_CASE("what is typed after a clock was set back is a step of its own to undo") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const document::FieldKey goal{review::review_key(), "goal"};
    tab->type(goal, "Samen");
    world.now -= day;
    tab->planner.set_field(goal, "Samen!", app::EditGroup::typing);
    tab->planner.step(app::Step::undo);
    CHECK(tab->text(goal) == "Samen");
}

TEST_CASE("a clock that is set back holds no save, no attempt and no message") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const document::FieldKey goal{review::review_key(), "goal"};
    tab->planner.set_field(goal, "Samen leren");
    world.now -= day;
    tab->planner.tick();
    tab->platform.pump();
    CHECK(tab->planner.save_state().kind == app::SaveKind::saved);

    world.break_storage(SaveOutcome::aborted);
    tab->planner.set_field(goal, "Samen doen");
    tab->settle();
    CHECK(tab->planner.save_state().kind == app::SaveKind::failed);
    world.heal();
    world.now -= day;
    tab->planner.tick();
    tab->platform.pump();
    CHECK(tab->planner.save_state().kind == app::SaveKind::saved);

    tab->planner.download();
    REQUIRE_FALSE(tab->planner.toasts().all().empty());
    world.now -= day;
    tab->planner.tick();
    world.now += app::Toasts::lifetime_ms;
    tab->planner.tick();
    CHECK(tab->planner.toasts().all().empty());
}
