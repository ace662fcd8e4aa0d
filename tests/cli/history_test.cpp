#include "desk.h"

namespace planner::cli {

namespace {

/// A review whose goal three people wrote, one after another, in the file "a".
struct HistoryDesk : Desk {
    HistoryDesk() {
        must(new_review);
        must({"set", "@a", "/review/review/goal", "first", "-o", "@a", "--as", "Team 1"});
        must({"set", "@a", "/review/review/goal", "bel 0612345678", "-o", "@a", "--as", "Team 2"});
        must({"set", "@a", "/review/review/goal", "third", "-o", "@a"});
        must({"set", "@a", "/review/review/period", "2026", "-o", "@a"});
        must({"set", "@a", "/review/review/period", "2027", "-o", "@a"});
    }
};

} // namespace

TEST_CASE("the history says what stood in a field before, whose it was and when") {
    HistoryDesk desk;
    const Result one = desk.planner({"history", "@a", "--field", "/review/review/goal"});
    REQUIRE_MESSAGE(one.exit == 0, one.err);
    CHECK(one.out.rfind("/review/review/goal\n", 0) == 0);
    const std::size_t second = one.out.find("Team 2: \"bel 0612345678\"\n"), first = one.out.find("Team 1: \"first\"\n");
    CHECK(second < first);
    CHECK(first != std::string::npos);
    CHECK(one.out.find("third") == std::string::npos);
    CHECK(one.out.find("2 earlier texts\n") != std::string::npos);
    CHECK(one.out.find("left out") == std::string::npos);
    CHECK(desk.planner({"history", "@a"}).out.find("/review/review/period\n") != std::string::npos);
}

TEST_CASE("the history as JSON, with from when on earlier texts are gone") {
    HistoryDesk desk;
    const Value whole = Value::parse(desk.planner({"history", "@a", "--json"}).out);
    REQUIRE(whole["fields"].size() == 2);
    CHECK(whole["fields"][0]["pointer"] == "/review/review/goal");
    CHECK(whole["fields"][0]["versions"][1]["value"] == "first");
    CHECK(whole["fields"][0]["versions"][1]["label"] == "Team 1");
    CHECK(whole["left_out_until"].is_null());
    for (int edit = 0; edit < 12; ++edit) {
        desk.must({"set", "@a", "/review/review/goal", std::string(30'000, 'x') + std::to_string(edit), "-o", "@a"});
    }
    const Value thinned = Value::parse(desk.planner({"history", "@a", "--json"}).out);
    REQUIRE(thinned["fields"].size() == 1);
    CHECK(thinned["fields"][0]["versions"].size() == 8);
    CHECK(thinned["left_out_until"].is_string());
    CHECK(desk.planner({"history", "@a"}).out.find("was left out") != std::string::npos);
}

TEST_CASE("copies keep each other's history, a shared copy without contacts has none") {
    HistoryDesk desk;
    desk.must({"set", "@a", "/review/review/goal", "fourth", "-o", "@b"});
    desk.must({"merge", "@a", "@b", "-o", "@c"});
    desk.must({"merge", "@b", "@a", "-o", "@d"});
    CHECK(desk.read("c") == desk.read("d"));
    CHECK(desk.planner({"history", "@c"}).out.find("\"third\"") != std::string::npos);
    CHECK(desk.planner({"check", "@c"}).exit == 0);
    desk.must({"share", "@c", "--without-contacts", "-o", "@e"});
    CHECK(desk.read("e").find("0612345678") == std::string::npos);
    desk.must({"merge", "@e", "@c", "-o", "@f"});
    CHECK(desk.read("f") == desk.read("c"));
}

TEST_CASE("the history of something that is no field is wrong usage") {
    HistoryDesk desk;
    CHECK(desk.planner({"history", "@a", "--field", "/review/review"}).exit == 2);
    CHECK(desk.planner({"history"}).exit == 2);
    CHECK(desk.planner({"history", "@nothing"}).exit == 1);
    CHECK(desk.planner({"history", "@a", "--field", "/review/review/nothing"}).out == "0 earlier texts\n");
}

} // namespace planner::cli
