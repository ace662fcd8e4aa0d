#include <doctest/doctest.h>

#include "browser.h"

using namespace planner;
using namespace planner::testing;

namespace {

app::Summary summary(const char* id, const char* title, std::int64_t changed) {
    app::Summary made;
    made.id = id;
    made.title = title;
    made.changed = changed;
    return made;
}

/// A tab whose new review was removed again, saved.
struct RemovedReview {
    platform::HeadlessWorld world;
    std::unique_ptr<Tab> tab = tab_with_review(world);
    std::string id = tab->planner.route().review;

    RemovedReview() {
        tab->planner.remove_review(id);
        tab->settle();
    }
    void let_days_pass(int days) { world.now += std::int64_t{days} * 24 * 60 * 60 * 1000; }
};

/// How many reviews somebody sees who opens the planner now.
std::size_t shown_in_new_tab(platform::HeadlessWorld& world) {
    Tab tab(world, "#/");
    tab.settle();
    return tab.planner.overview().matching("").size();
}

} // namespace

TEST_CASE("summaries survive being written and read; nonsense is left out") {
    app::Summary made = summary("a", "Één \"titel\"", 5);
    made.participants = {"Team Zorg"};
    made.institutions = {"College Noord"};
    made.participant_ids = {"a1"};
    made.agenda = "1\nzin.a1 - 20000 o 3,4\n";
    made.step = 2;
    made.removed = 7;
    const auto read =
        app::read_summaries("[" + app::write_summary(made) + ", 5, {}, {\"id\": \"b\", \"changed\": -3}]");
    REQUIRE(read.size() == 2);
    CHECK(read[0] == made);
    CHECK(read[1].changed == 0);
    CHECK(app::read_summaries("nonsense").empty());
}

TEST_CASE("the list has the newest change first and searches without accents and capitals") {
    app::Overview overview;
    app::Summary zorg = summary("a", "Zélfstandig leren", 1);
    zorg.participants = {"Team Zorg"};
    zorg.institutions = {"College Noord"};
    zorg.process = "mbo-peer-review";
    overview.replace_all({zorg, summary("b", "Loopbaan", 3), summary("c", "Toetsen", 2)});
    const auto all = overview.matching("");
    REQUIRE(all.size() == 3);
    CHECK(all[0]->id == "b");
    CHECK(all[2]->id == "a");
    for (const char* search : {"zelfst", "ZELF leren", "noord", "  zorg ", "MBO"}) {
        CAPTURE(search);
        REQUIRE(overview.matching(search).size() == 1);
        CHECK(overview.matching(search)[0]->id == "a");
    }
    CHECK(overview.matching("zelf loopbaan").empty());
}

TEST_CASE("a removed review is out of the list, comes back by undo, and is kept thirty days") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const std::string id = tab->planner.route().review;
    tab->planner.remove_review(id);
    tab->settle();
    CHECK(tab->planner.route() == app::Route::overview());
    CHECK(tab->planner.overview().matching("").empty());
    CHECK(tab->planner.overview().removed().size() == 1);
    tab->planner.act_on_toast(tab->planner.toasts().all().back().id);
    tab->settle();
    CHECK(tab->planner.overview().matching("").size() == 1);
    tab->planner.remove_review(id);
    tab->settle();

    const std::int64_t day = 24LL * 60 * 60 * 1000;
    world.now += 29 * day;
    {
        Tab later(world);
        later.settle();
        REQUIRE(later.planner.overview().removed().size() == 1);
        CHECK(world.records.size() == 1);
    }
    world.now += 2 * day;
    Tab too_late(world);
    too_late.settle();
    CHECK(too_late.planner.overview().removed().empty());
    CHECK(world.records.empty());
}

TEST_CASE("who types in a removed review puts it back") {
    RemovedReview removed;
    REQUIRE(removed.tab->platform.go_back());
    removed.tab->settle();
    REQUIRE(removed.tab->planner.route().review == removed.id);
    removed.tab->planner.set_field({review::review_key(), "goal"}, "Na het verwijderen geschreven");
    removed.tab->settle();
    CHECK(removed.tab->planner.overview().matching("").size() == 1);
    removed.let_days_pass(100);
    CHECK(shown_in_new_tab(removed.world) == 1);
    CHECK(removed.world.records.at(removed.id).document.find("Na het verwijderen geschreven") != std::string::npos);
}

TEST_CASE("a review that was put back meanwhile in another tab is not erased by one that still thinks it is removed") {
    RemovedReview removed;
    Tab other(removed.world, "#/");
    other.settle();
    removed.let_days_pass(31);
    const std::string stale = removed.world.index_json();
    other.planner.restore_review(removed.id);
    other.settle();
    Tab late(removed.world, "#/");
    late.planner.on_index(stale);
    late.settle();
    CHECK(removed.world.records.contains(removed.id));
    CHECK(late.planner.overview().matching("").size() == 1);
}

TEST_CASE("putting back is written, also where another tab removed it") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const std::string id = tab->planner.route().review;
    {
        Tab other(world, "#/");
        other.settle();
        other.planner.remove_review(id);
        other.settle();
    }
    tab->settle();
    REQUIRE(tab->planner.overview().removed().size() == 1);
    tab->planner.restore_review(id);
    tab->settle();
    CHECK(shown_in_new_tab(world) == 1);
}

TEST_CASE("putting back is written, also when the first attempt is aborted") {
    RemovedReview removed;
    removed.tab->planner.restore_review(removed.id);
    const platform::HeadlessWorld::Record record = removed.world.records.at(removed.id);
    // The browser asks for the image again when the first transaction is aborted.
    for (int attempt = 0; attempt < 2; ++attempt) {
        platform::SaveImage image;
        CHECK(removed.tab->planner.on_save_transaction(removed.id, {record.document, record.summary}, image) ==
              platform::SaveDecision::write);
    }
}

TEST_CASE("removing a review that is not open leaves its document as it was") {
    platform::HeadlessWorld world;
    const std::string id = [&] { return tab_with_review(world)->planner.route().review; }();
    const std::string document = world.records.at(id).document;
    Tab tab(world, "#/");
    tab.planner.remove_review(id);
    tab.settle();
    CHECK(world.records.at(id).document == document);
    CHECK(Tab(world, "#/").planner.overview().matching("").empty());
}

TEST_CASE("a copy is a review of its own: other id, same texts, its own title") {
    platform::HeadlessWorld world;
    const std::string id = [&] {
        const auto tab = tab_with_review(world);
        tab->planner.set_field(question_of(first_team(*tab)), "Hoe kiezen studenten zelf?");
        tab->settle();
        return tab->planner.route().review;
    }();
    Tab tab(world, "#/");
    tab.planner.copy_review(id);
    tab.settle();
    const auto all = tab.planner.overview().matching("");
    REQUIRE(all.size() == 2);
    const app::Summary copy = all[0]->id == id ? *all[1] : *all[0];
    CHECK(copy.title == "Zelfstandig leren (kopie)");
    tab.planner.go(app::Route::dashboard(copy.id));
    tab.settle();
    CHECK(tab.planner.view().participants[0].learning_question == "Hoe kiezen studenten zelf?");
    tab.planner.set_field({review::review_key(), "goal"}, "Alleen in de kopie");
    tab.settle();
    CHECK(world.records.at(id).document.find("Alleen in de kopie") == std::string::npos);
}

TEST_CASE("a list that comes in while something is unsaved does not hide it") {
    platform::HeadlessWorld world;
    Tab tab(world);
    tab.planner.create_review(three_teams());
    tab.planner.on_index("[]");
    CHECK(tab.planner.overview().matching("").size() == 1);
}

TEST_CASE("a badge has the letter of the word that tells a team apart, and a number where letters do not") {
    platform::HeadlessWorld world;
    Tab tab(world);
    tab.planner.create_review(three_teams());
    const auto badges = [&](const std::vector<std::string>& names) {
        const auto& teams = tab.planner.view().participants;
        for (std::size_t i = 0; i < names.size(); ++i)
            tab.planner.set_field({{"participants", teams.at(i).participant.id}, "name"}, names[i]);
        std::string badges;
        for (const app::ParticipantView& each : tab.planner.view().participants) badges += each.badge + " ";
        return badges;
    };
    CHECK(badges({"Team Zorg en Welzijn", "Team  techniek", "Team Horeca en Bakkerij"}) == "Z T H ");
    CHECK(badges({"Zorg en Welzijn", "Élan", "Horeca"}) == "Z É H ");
    CHECK(badges({"Team Zorg", "Team", "Team Zuid"}) == "Z1 T Z3 ");
    CHECK(badges({"", "Team Zuid", "Team Zorg"}) == "? T2 T3 ");
}
