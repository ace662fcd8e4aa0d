#include <doctest/doctest.h>

#include <random>

#include "browser.h"
#include "document/write.h"

using namespace planner;
using namespace planner::testing;

namespace {

void settle_both(Tab& left, Tab& right) {
    for (int i = 0; i < 20; ++i) {
        left.settle();
        right.settle();
        if (left.platform.idle() && right.platform.idle()) return;
    }
}

/// A review open in two tabs, and the question of its first team.
struct TwoTabs {
    platform::HeadlessWorld world;
    std::unique_ptr<Tab> left = tab_with_review(world);
    document::FieldKey key = question_of(first_team(*left));
    Tab right{world, left->platform.hash()};

    TwoTabs() { right.settle(); }
    void settle() { settle_both(*left, right); }
};

} // namespace

TEST_CASE("two tabs on one review see each other's work without a reload") {
    TwoTabs tabs;
    tabs.left->planner.set_field({review::review_key(), "goal"}, "Samen leren");
    tabs.right.planner.set_field(tabs.key, "Hoe kiezen studenten zelf?");
    tabs.settle();
    CHECK(tabs.right.text({review::review_key(), "goal"}) == "Samen leren");
    CHECK(tabs.left->text(tabs.key) == "Hoe kiezen studenten zelf?");
    CHECK(document::write(tabs.left->document()) == document::write(tabs.right.document()));
}

TEST_CASE("the same field in two tabs at once becomes a conflict that keeps both texts") {
    TwoTabs tabs;
    tabs.left->planner.set_field(tabs.key, "Links");
    tabs.right.planner.set_field(tabs.key, "Rechts");
    tabs.settle();
    CHECK(tabs.left->document().field(tabs.key)->distinct().size() == 2);
    CHECK(tabs.left->planner.view().conflict_count == 1);
    CHECK(tabs.left->planner.overview().matching("")[0]->conflicts == 1);
    tabs.right.planner.choose_version(tabs.key, 1);
    tabs.settle();
    CHECK(tabs.left->planner.view().conflict_count == 0);
    CHECK(tabs.left->text(tabs.key) == tabs.right.text(tabs.key));
}

TEST_CASE("what was typed in a text that another tab replaced unseen stands beside that text") {
    TwoTabs tabs;
    tabs.left->planner.set_field(tabs.key, "Hoe?");
    tabs.settle();
    tabs.right.planner.set_field(tabs.key, "Hoe kiezen studenten?");
    tabs.settle();
    // A composition was running in the left tab: its field still held the old text.
    tabs.left->planner.set_field(tabs.key, "Hoe é?", app::EditGroup::typing, "Hoe?");
    tabs.left->planner.set_field(tabs.key, "Hoe één?", app::EditGroup::typing, "Hoe é?");
    const auto versions = tabs.left->document().field(tabs.key)->distinct();
    REQUIRE(versions.size() == 2);
    CHECK(versions[0]->value == "Hoe één?");
    CHECK(versions[1]->value == "Hoe kiezen studenten?");
}

TEST_CASE("what was typed in the text that is shown replaces it, whatever its line ends") {
    TwoTabs tabs;
    tabs.right.planner.set_field(tabs.key, "Hoe\r\nkiezen?");
    tabs.settle();
    tabs.left->planner.set_field(tabs.key, "Hoe\nkiezen zij?", app::EditGroup::typing, "Hoe\nkiezen?");
    CHECK(tabs.left->document().field(tabs.key)->distinct().size() == 1);
}

TEST_CASE("a review made in one tab appears in the list of the other") {
    platform::HeadlessWorld world;
    Tab left(world);
    Tab right(world);
    left.planner.create_review(three_teams());
    settle_both(left, right);
    CHECK(right.planner.overview().matching("").size() == 1);
}

TEST_CASE("random interleavings of two tabs lose nothing and end equal") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        platform::HeadlessWorld world(seed);
        std::mt19937_64 random(seed);
        const auto left = tab_with_review(world);
        const std::string team = first_team(*left);
        Tab right(world, left->platform.hash());
        right.settle();
        const char* fields[] = {"beschrijving", "waarom", "leervraag"};
        std::map<std::string, std::vector<std::string>> written;
        for (int i = 0; i < 60; ++i) {
            Tab& tab = random() % 2 == 0 ? *left : right;
            switch (random() % 4) {
            case 0: {
                const std::string field = fields[random() % 3];
                const std::string text = "tekst " + std::to_string(i);
                tab.planner.set_field({review::card_key("verkenning", team), field}, text);
                written[field].push_back(text);
                break;
            }
            case 1: tab.platform.pump_one(); break;
            case 2: tab.planner.tick(); break;
            default: world.now += static_cast<std::int64_t>(random() % 200); break;
            }
        }
        settle_both(*left, right);
        REQUIRE(document::write(left->document()) == document::write(right.document()));
        for (const auto& [field, texts] : written) {
            // The last text was overwritten by nobody, so it must be shown or stand in the conflict.
            bool found = false;
            for (const auto* version :
                 left->document().field({review::card_key("verkenning", team), field})->distinct()) {
                found = found || version->value == document::Value(texts.back());
            }
            CHECK(found);
        }
        const auto record = world.records.at(left->planner.route().review);
        CHECK(record.document == document::write(left->document()));
    }
}

TEST_CASE("a tab of an older planner does not overwrite what a newer one stored") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    std::string& stored = world.records.at(tab->planner.route().review).document;
    const std::size_t at = stored.find("\"minReader\": 1");
    REQUIRE(at != std::string::npos);
    stored.replace(at, 14, "\"minReader\": 9");
    const std::string newer = stored;
    tab->planner.set_field({review::review_key(), "title"}, "Oud");
    tab->settle();
    CHECK(stored == newer);
    CHECK(tab->planner.save_state().kind == app::SaveKind::failed);
    CHECK(tab->planner.save_state().newer_version);
}
