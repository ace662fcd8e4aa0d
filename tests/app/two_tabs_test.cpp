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

} // namespace

TEST_CASE("two tabs on one review see each other's work without a reload") {
    platform::HeadlessWorld world;
    const auto left = tab_with_review(world);
    const std::string team = first_team(*left);
    Tab right(world, left->platform.hash());
    right.settle();
    left->planner.set_field({review::review_key(), "goal"}, "Samen leren");
    right.planner.set_field(question_of(team), "Hoe kiezen studenten zelf?");
    settle_both(*left, right);
    CHECK(right.text({review::review_key(), "goal"}) == "Samen leren");
    CHECK(left->text(question_of(team)) == "Hoe kiezen studenten zelf?");
    CHECK(document::write(left->document()) == document::write(right.document()));
}

TEST_CASE("the same field in two tabs at once becomes a conflict that keeps both texts") {
    platform::HeadlessWorld world;
    const auto left = tab_with_review(world);
    const document::FieldKey key = question_of(first_team(*left));
    Tab right(world, left->platform.hash());
    right.settle();
    left->planner.set_field(key, "Links");
    right.planner.set_field(key, "Rechts");
    settle_both(*left, right);
    CHECK(left->document().field(key)->distinct().size() == 2);
    CHECK(left->planner.view().conflict_count == 1);
    CHECK(left->planner.overview().matching("")[0]->conflicts == 1);
    right.planner.choose_version(key, 1);
    settle_both(*left, right);
    CHECK(left->planner.view().conflict_count == 0);
    CHECK(left->text(key) == right.text(key));
}

TEST_CASE("what was typed in a text that another tab replaced unseen stands beside that text") {
    platform::HeadlessWorld world;
    const auto left = tab_with_review(world);
    const document::FieldKey key = question_of(first_team(*left));
    left->planner.set_field(key, "Hoe?");
    left->settle();
    Tab right(world, left->platform.hash());
    right.settle();
    right.planner.set_field(key, "Hoe kiezen studenten?");
    settle_both(*left, right);
    // A composition was running in the left tab: its field still held the old text.
    left->planner.set_field(key, "Hoe é?", app::EditGroup::typing, "Hoe?");
    left->planner.set_field(key, "Hoe één?", app::EditGroup::typing, "Hoe é?");
    REQUIRE(left->document().field(key)->distinct().size() == 2);
    CHECK(left->text(key) == "Hoe één?");
    CHECK(left->document().field(key)->distinct()[1]->value == "Hoe kiezen studenten?");
}

TEST_CASE("what was typed in the text that is shown replaces it, whatever its line ends") {
    platform::HeadlessWorld world;
    const auto left = tab_with_review(world);
    const document::FieldKey key = question_of(first_team(*left));
    Tab right(world, left->platform.hash());
    right.settle();
    right.planner.set_field(key, "Hoe\r\nkiezen?");
    settle_both(*left, right);
    left->planner.set_field(key, "Hoe\nkiezen zij?", app::EditGroup::typing, "Hoe\nkiezen?");
    CHECK(left->document().field(key)->distinct().size() == 1);
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
