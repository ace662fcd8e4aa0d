#include <doctest/doctest.h>

#include "browser.h"

#include "review/earlier.h"

#include "app/earlier_texts.h"

using namespace planner;
using namespace planner::testing;

namespace {

std::vector<std::string> earlier(const Tab& tab, const document::FieldKey& key) {
    std::vector<std::string> texts;
    for (const document::Version* version : review::earlier_texts(tab.document(), key)) texts.push_back(version->value.get<std::string>());
    return texts;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("a text that stood is put back, and that is taken back") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const document::FieldKey key = question_of(first_team(*tab));
    tab->type(key, "Hoe kiezen studenten?");
    CHECK(earlier(*tab, key) == Texts{});
    world.now += 360'000;
    tab->type(key, "Iets heel anders");
    REQUIRE(earlier(*tab, key) == Texts{"Hoe kiezen studenten?"});
    app::restore_earlier(tab->planner, key, 0);
    CHECK(tab->text(key) == "Hoe kiezen studenten?");
    CHECK(earlier(*tab, key).size() <= 1);
    CHECK(tab->last_toast().find("leervraag") != std::string::npos);
    CHECK(tab->planner.step_text(app::Step::undo).find("terugzetten") != std::string::npos);
    tab->planner.step(app::Step::undo);
    CHECK(tab->text(key) == "Iets heel anders");
    CHECK(earlier(*tab, key).front() == "Hoe kiezen studenten?");
    app::restore_earlier(tab->planner, key, 9);
    CHECK(tab->text(key) == "Iets heel anders");
}

TEST_CASE("whose text it was goes along in the file, and through the store") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const document::FieldKey key = question_of(first_team(*tab));
    tab->planner.set_author("Team Zorg");
    tab->planner.set_field(key, "Van het team");
    platform::HeadlessWorld elsewhere{2};
    elsewhere.now = world.now + 1000;
    Tab other(elsewhere);
    other.planner.set_author("Procesbegeleider");
    other.open("kopie.json", tab->file());
    other.planner.set_field(key, "Van de begeleider");
    tab->open("terug.json", other.file());
    tab->planner.confirm_import();
    tab->settle();
    REQUIRE(earlier(*tab, key) == Texts{"Van het team"});
    const auto texts = review::earlier_texts(tab->document(), key);
    CHECK(tab->document().label_of(texts[0]->dot.replica) == "Team Zorg");
    CHECK(tab->planner.wrote_here(texts[0]->dot.replica));
    Tab again(world, "#/review/" + tab->planner.route().review);
    again.settle();
    CHECK(earlier(again, key) == Texts{"Van het team"});
}
