#include <doctest/doctest.h>

#include "browser.h"

using namespace planner;
using namespace planner::testing;

namespace {

/// A review in which two people wrote the same field in two copies; the first one has the second one's file merged in.
struct Divided {
    platform::HeadlessWorld world;
    platform::HeadlessWorld other_world{2};
    std::unique_ptr<Tab> tab = tab_with_review(world);
    app::Planner& planner = tab->planner;
    document::FieldKey key = question_of(first_team(*tab));
    const std::vector<std::string> both = {"Van de begeleider", "Van het team"};

    Divided() {
        planner.set_author("Procesbegeleider");
        const std::string file = tab->file();
        Tab other(other_world);
        other_world.now = world.now - 1000;
        other.planner.set_author("Team Zorg");
        other.open("kopie.json", file);
        other.planner.set_field(key, "Van het team");
        planner.set_field(key, "Van de begeleider");
        tab->open("terug.json", other.file());
        planner.confirm_import();
    }

    std::size_t versions() const { return tab->document().field(key)->distinct().size(); }
};

} // namespace

TEST_CASE("both texts stay, with who wrote them") {
    Divided divided;
    REQUIRE(divided.versions() == 2);
    const auto versions = divided.tab->document().field(divided.key)->distinct();
    CHECK(divided.tab->document().label_of(versions[0]->dot.replica) == "Procesbegeleider");
    CHECK(divided.tab->document().label_of(versions[1]->dot.replica) == "Team Zorg");
    const auto& groups = divided.planner.view().conflicts;
    REQUIRE(groups.size() == 1);
    CHECK(groups[0].participant == "Team Zorg");
    CHECK(groups[0].card == "Verkenning eigen vraagstuk");
    CHECK(groups[0].conflicts[0].place.field == "Onze leervraag");
}

TEST_CASE(
    "typing goes on in the shown text and leaves the other, also when the other comes from a clock that runs ahead") {
    for (const std::int64_t ahead : {0, 1'000'000'000}) {
        CAPTURE(ahead);
        Divided divided;
        divided.world.now -= ahead;
        divided.planner.set_field(divided.key, "Van de begeleider, langer", app::EditGroup::typing);
        CHECK(divided.tab->text(divided.key) == "Van de begeleider, langer");
        CHECK(divided.versions() == 2);
    }
}

TEST_CASE("choosing settles it, undo brings both texts back with their authors, redo settles it again") {
    Divided divided;
    divided.planner.choose_version(divided.key, 1);
    CHECK(divided.tab->text(divided.key) == "Van het team");
    CHECK(divided.versions() == 1);
    divided.planner.step(app::Step::undo);
    REQUIRE(divided.versions() == 2);
    CHECK(divided.tab->text(divided.key) == "Van de begeleider");
    const auto versions = divided.tab->document().field(divided.key)->distinct();
    CHECK(divided.tab->document().label_of(versions[1]->dot.replica) == "Team Zorg");
    divided.planner.step(app::Step::redo);
    CHECK(divided.versions() == 1);
    CHECK(divided.tab->text(divided.key) == "Van het team");
}

TEST_CASE("writing a combination settles it") {
    Divided divided;
    divided.planner.combine(divided.key, "Van allebei", divided.both);
    CHECK(divided.versions() == 1);
    CHECK(divided.tab->text(divided.key) == "Van allebei");
    CHECK(divided.planner.view().conflict_count == 0);
}

TEST_CASE("undo of typing in a conflict keeps the other text") {
    Divided divided;
    divided.world.now += 5000;
    divided.planner.set_field(divided.key, "Nieuw", app::EditGroup::typing);
    divided.planner.step(app::Step::undo);
    CHECK(divided.tab->text(divided.key) == "Van de begeleider");
    CHECK(divided.versions() == 2);
}

TEST_CASE("an index that is no version, or a field without a conflict, changes nothing") {
    Divided divided;
    divided.planner.choose_version(divided.key, 2);
    CHECK(divided.versions() == 2);
    divided.planner.choose_version({review::review_key(), "title"}, 0);
    CHECK(divided.planner.view().title == "Zelfstandig leren");
}

TEST_CASE("a text made of two is kept, also when the conflict was settled while it was being written") {
    Divided divided;
    divided.planner.choose_version(divided.key, 0);
    REQUIRE(divided.versions() == 1);
    divided.planner.combine(divided.key, "Van allebei", divided.both);
    CHECK(divided.tab->text(divided.key) == "Van allebei");
    divided.planner.step(app::Step::undo);
    CHECK(divided.tab->text(divided.key) == "Van de begeleider");
}

TEST_CASE("a text that came in while one was being made of two stays beside it") {
    for (const bool settled : {false, true}) {
        CAPTURE(settled);
        Divided divided;
        const std::string file = divided.tab->file();
        if (settled) divided.planner.choose_version(divided.key, 0);
        platform::HeadlessWorld third_world{3};
        Tab third(third_world);
        third.open("kopie.json", file);
        third.planner.choose_version(divided.key, 0);
        third.planner.set_field(divided.key, "Van de bezoeker");
        divided.tab->open("terug.json", third.file());
        divided.planner.confirm_import();
        divided.planner.combine(divided.key, "Van allebei", divided.both);
        std::vector<document::Value> values;
        for (const document::Version* version : divided.tab->document().field(divided.key)->distinct()) values.push_back(version->value);
        CHECK(std::find(values.begin(), values.end(), "Van allebei") != values.end());
        CHECK(std::find(values.begin(), values.end(), "Van de bezoeker") != values.end());
    }
}

TEST_CASE("a row removed in one copy and edited in the other stays and asks; either choice holds") {
    for (const std::size_t choice : {std::size_t{0}, std::size_t{1}}) {
        CAPTURE(choice);
        platform::HeadlessWorld world;
        platform::HeadlessWorld other_world{2};
        const auto tab = tab_with_review(world);
        const review::TableKey table = dates_of(*tab, first_team(*tab));
        const document::EntityKey row = tab->planner.add_row(table);
        tab->planner.set_field({row, "opmerking"}, "Ochtend");
        Tab other(other_world);
        other.open("kopie.json", tab->file());
        other.planner.remove_row(row);
        tab->planner.set_field({row, "opmerking"}, "Middag");
        tab->open("terug.json", other.file());
        REQUIRE(tab->planner.import_preview().reviews.size() == 1);
        CHECK(tab->planner.import_preview().reviews[0].count(app::ImportItemKind::removed_edited) == 1);
        tab->planner.confirm_import();
        const document::FieldKey deleted{row, "deleted"};
        CHECK(review::rows_of(tab->document(), table).size() == 1);
        REQUIRE(tab->planner.view().conflict(deleted) != nullptr);
        tab->planner.choose_version(deleted, choice);
        CHECK(review::rows_of(tab->document(), table).size() == (choice == 0 ? 1 : 0));
        CHECK(tab->planner.view().conflict_count == 0);
        tab->planner.step(app::Step::undo);
        CHECK(review::rows_of(tab->document(), table).size() == 1);
        CHECK(tab->planner.view().conflict(deleted) != nullptr);
    }
}
