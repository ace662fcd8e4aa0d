#include <doctest/doctest.h>

#include "app/settings.h"
#include "browser.h"

using namespace planner;
using namespace planner::app;
using namespace planner::testing;

TEST_CASE("every route survives being written and read") {
    for (const std::string id : {"a1b2c3d4e5", "met spatie", "é/x%#?", "..", "x.y-z_0"}) {
        CAPTURE(id);
        for (const Route& route : {Route::overview(), Route::dashboard(id), Route::cards(id),
                                   Route::card_of(id, "verkenning", id), Route::card_of(id, "verkenning", ""),
                                   Route::tasks(id), Route::tasks(id, id), Route::messages(id), Route::messages(id, id),
                                   Route::hours(id), Route::run_sheets(id), Route::run_sheets(id, id), Route::run_sheets(id, id, id),
                                   Route::settings(), Route::archive(), Route::projector(), Route::about(), Route::about(id),
                                   Route::about(id, id), Route::about_review(id), Route::about_review(id, id)}) {
            const std::string hash = format_route(route);
            CAPTURE(hash);
            CHECK(parse_route(hash) == route);
            CHECK(hash.find_first_of(" ?\"<>") == std::string::npos);
        }
    }
}

TEST_CASE("anything else is not found, and nothing is the overview") {
    for (const char* hash : {"", "#", "#/", "/"}) CHECK(parse_route(hash) == Route::overview());
    for (const char* hash : {"#x", "#/review", "#/review/", "#/review//cards", "#/review/a/b", "#/review/a/tasks/b/c",
                             "#/review/a/run-sheets/b/c/d", "#/review/a/cards/b/c/d", "#/review/a/hours/b", "#/settings/x",
                             "#/messages/x", "#/projector/x", "#/about/a/b/c", "#/review/a/about/b/c", "#/nowhere"}) {
        CAPTURE(hash);
        CHECK(parse_route(hash).screen == Screen::not_found);
    }
}

TEST_CASE("Back and Forward follow, and the title of the page with them") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const std::string id = tab->planner.route().review;
    CHECK(tab->platform.title == "Dashboard · Zelfstandig leren · Peer Review Planner");
    tab->planner.go(Route::cards(id));
    tab->planner.go(Route::settings());
    CHECK(tab->platform.title == "Instellingen · Peer Review Planner");
    tab->platform.go_back();
    tab->settle();
    CHECK(tab->planner.route() == Route::cards(id));
    CHECK(tab->platform.title == "Hulpkaarten · Zelfstandig leren · Peer Review Planner");
    tab->platform.go_forward();
    tab->settle();
    CHECK(tab->planner.route() == Route::settings());
    const std::size_t length = tab->platform.history_length();
    tab->planner.go(Route::settings());
    CHECK(tab->platform.history_length() == length);
}

TEST_CASE("the title of the page follows the title of the review") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    tab->planner.set_field({review::review_key(), "title"}, "Anders");
    tab->planner.tick();
    CHECK(tab->platform.title == "Dashboard · Anders · Peer Review Planner");
}

TEST_CASE("a fresh start without an address goes back to the last screen, unless its review is gone") {
    platform::HeadlessWorld world;
    const std::string id = [&] {
        const auto tab = tab_with_review(world);
        return tab->planner.route().review;
    }();
    {
        Tab tab(world);
        CHECK(tab.planner.route() == Route::dashboard(id));
        CHECK(tab.platform.hash() == format_route(Route::dashboard(id)));
        CHECK(tab.platform.history_length() == 1);
    }
    world.records.clear();
    CHECK(Tab(world).planner.route() == Route::overview());
    Tab direct(world, "#/review/gone");
    direct.settle();
    CHECK(direct.planner.current()->state() == OpenState::absent);
}

TEST_CASE("settings are kept, nonsense is not") {
    Settings settings;
    settings.language = process::Language::english;
    settings.theme = Theme::dark;
    settings.text_scale = 150;
    settings.author = "Procesbegeleider \"A\"";
    settings.last_route = "#/settings";
    for (std::uint64_t tab = 1; tab <= 250; ++tab) remember_replica(settings, {tab});
    CHECK(settings.replicas.size() == 200);
    CHECK(settings.replicas.back() == document::ReplicaId{250});
    CHECK(read_settings(write_settings(settings)) == settings);
    CHECK(read_settings("[1") == Settings{});
    CHECK(read_settings("") == Settings{});
    CHECK(read_settings(R"({"language": "en"})").language == process::Language::english);
    CHECK(read_settings(R"({"language": "fr"})").language == process::Language::dutch);
    CHECK(read_settings(R"({"textScale": 900, "theme": 7})").text_scale == 200);
    CHECK(read_settings(R"({"textScale": 1.5})").text_scale == 100);
    CHECK(read_settings(R"({"replicas": ["x", 7, "00000000000000ff"]})").replicas == std::vector<document::ReplicaId>{{255}});
    CHECK(read_settings(R"({"replicas": "x"})").replicas.empty());
}

TEST_CASE("settings are stored when they change, and a new author writes as somebody else") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    tab->planner.set_text_scale(125);
    tab->planner.set_language(process::Language::english);
    CHECK(read_settings(world.settings).text_scale == 125);
    CHECK(tab->planner.tr("action.undo") != "Ongedaan maken");
    const document::FieldKey goal{review::review_key(), "goal"};
    tab->planner.set_author("Een");
    tab->planner.set_field(goal, "1");
    const auto first = tab->document().field(goal)->versions()[0].dot.replica;
    tab->planner.set_author("Twee");
    tab->planner.set_field({review::review_key(), "title"}, "2");
    CHECK(tab->document().label_of(first) == "Een");
    CHECK(tab->document().label_of(tab->document().field({review::review_key(), "title"})->versions()[0].dot.replica) ==
          "Twee");
}

TEST_CASE("what this device wrote stays its own after a reload, what another wrote never becomes it") {
    platform::HeadlessWorld world;
    document::ReplicaId first;
    std::string id;
    {
        const auto tab = tab_with_review(world);
        id = tab->planner.route().review;
        const document::FieldKey title{{"review", "review"}, "title"};
        tab->planner.set_field(title, "Eigen titel", EditGroup::single);
        tab->settle();
        first = tab->planner.current()->document().field(title)->versions().front().dot.replica;
        CHECK(tab->planner.wrote_here(first));
    }
    Tab later(world, format_route(Route::dashboard(id)));
    later.settle();
    CHECK(later.planner.wrote_here(first));
    CHECK_FALSE(later.planner.wrote_here({first.bits + 1}));
}
