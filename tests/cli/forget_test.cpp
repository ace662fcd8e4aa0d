#include "desk.h"

namespace planner::cli {

namespace {

/// A review with a contact person who is also named in a text, in the file "a"; "old" is a copy of that.
struct ForgettingDesk : Desk {
    ForgettingDesk() {
        must(new_review);
        must({"set", "@a", "/persons/p1", R"({"name": "Eva Voorbeeld", "contact": "eva@voorbeeld.nl"})", "-o", "@a"});
        must({"set", "@a", "/review/review/goal", "Eva Voorbeeld wil leren", "-o", "@a"});
        must({"set", "@a", "/review/review/period", "als Eva kan", "-o", "@old"});
        must({"set", "@a", "/review/review/period", "als Eva kan", "-o", "@a"});
    }
    bool names(const char* file) const { return read(file).find("Eva Voorbeeld") != std::string::npos; }
};

} // namespace

TEST_CASE("a person is removed for good, and an older copy brings nothing back") {
    ForgettingDesk desk;
    const Result done =
        desk.planner({"forget-person", "@a", "--name", "eva voorbeeld", "-o", "@b", "--json", "--as", "Begeleider"});
    REQUIRE_MESSAGE(done.exit == 0, done.err);
    const Value report = Value::parse(done.out);
    CHECK(report["persons"] == Value{"/persons/p1"});
    CHECK(report["texts"] == Value{"/review/review/goal"});
    CHECK(report["to_look_at"] == Value{"/review/review/period"});
    CHECK_FALSE(desk.names("b"));
    CHECK(desk.read("b").find("eva@voorbeeld.nl") == std::string::npos);
    CHECK(desk.read("b").find("[naam verwijderd] wil leren") != std::string::npos);
    desk.must({"merge", "@b", "@old", "-o", "@c"});
    const Result merged = desk.planner({"merge", "@old", "@b", "-o", "@d", "--json"});
    REQUIRE_MESSAGE(merged.exit == 0, merged.err);
    CHECK(Value::parse(merged.out)["files"][1]["redacted"].size() == 3);
    CHECK_FALSE(desk.names("c"));
    CHECK_FALSE(desk.names("d"));
    CHECK(desk.planner({"check", "@c"}).exit == 0);
}

TEST_CASE("a dry run only says what would go, and needs no file to write") {
    ForgettingDesk desk;
    const std::string before = desk.read("a");
    const Result said = desk.planner({"forget-person", "@a", "--name", "Eva Voorbeeld", "--dry-run"});
    REQUIRE_MESSAGE(said.exit == 0, said.err);
    CHECK(said.out.find("1 persons removed for good\n  /persons/p1\n") != std::string::npos);
    CHECK(desk.read("a") == before);
}

TEST_CASE("two contact persons with one name are told, and nobody is refused") {
    ForgettingDesk desk;
    desk.must({"set", "@a", "/persons/p2", R"({"name": "Eva Voorbeeld", "participant": "other"})", "-o", "@a"});
    const Result said = desk.planner({"forget-person", "@a", "--name", "Eva Voorbeeld", "--dry-run"});
    CHECK(said.out.find("several persons") != std::string::npos);
    CHECK(desk.planner({"forget-person", "@a", "--name", "Niemand Anders", "-o", "@z"}).exit == 1);
    CHECK(desk.planner({"forget-person", "@a", "-o", "@z"}).exit == 2);
    CHECK(desk.planner({"forget-person", "@a", "--name", " ", "-o", "@z"}).exit == 2);
    CHECK(desk.planner({"forget-person", "@a", "--name", "Eva Voorbeeld"}).exit == 2);
}

} // namespace planner::cli
