#include "desk.h"

namespace planner::cli {

namespace {

/// A review with a contact person and a text in which a mail address stands, in the file "a".
struct SharingDesk : Desk {
    SharingDesk() {
        must(new_review);
        must({"set", "@a", "/persons/p1", R"({"name": "Contact", "contact": "contact@voorbeeld.nl"})", "-o", "@a"});
        must({"set", "@a", "/review/review/goal", "Mail naar doel@voorbeeld.nl", "-o", "@a"});
    }
    std::string data(const char* file) { return planner({"show", file, "--json"}).out; }
};

} // namespace

TEST_CASE("a copy without contacts says what was left out and what to look at, and comes back whole") {
    SharingDesk desk;
    const Result shared = desk.planner({"share", "@a", "--without-contacts", "-o", "@b", "--json"});
    REQUIRE_MESSAGE(shared.exit == 0, shared.err);
    const Value report = Value::parse(shared.out);
    CHECK(report["left_out"] == Value{"/persons/p1/contact"});
    CHECK(report["to_look_at"] == Value{"/review/review/goal"});
    CHECK(desk.data("@b").find("contact@") == std::string::npos);
    CHECK(desk.data("@b").find("doel@") != std::string::npos);
    desk.must({"set", "@b", "/review/review/goal", "Van elkaar leren", "-o", "@b"});
    desk.must({"merge", "@a", "@b", "-o", "@c"});
    CHECK(desk.data("@c").find("contact@voorbeeld.nl") != std::string::npos);
    CHECK(desk.data("@c").find("Van elkaar leren") != std::string::npos);
    CHECK(desk.planner({"conflicts", "@c"}).out.find("/") == std::string::npos);
    CHECK(desk.planner({"check", "@b"}).exit == 0);
}

TEST_CASE("sharing says for people what it left out, and must be told what to leave out") {
    SharingDesk desk;
    const Result shared = desk.planner({"share", "@a", "--without-contacts", "-o", "@b"});
    CHECK(shared.out.find("1 left out\n  /persons/p1/contact\n") != std::string::npos);
    CHECK(shared.out.find("/review/review/goal") != std::string::npos);
    CHECK(desk.planner({"share", "@a", "-o", "@d"}).exit == 2);
    CHECK(desk.planner({"share", "@a", "--without-contacts"}).exit == 2);
    CHECK(desk.planner({"share", "@nothing", "--without-contacts", "-o", "@d"}).exit == 1);
}

TEST_CASE("an anonymous copy is another review, and the key goes to a file of its own") {
    SharingDesk desk;
    desk.must({"set", "@a", "/persons/p1/name", "Vera Voorbeeld", "-o", "@a"});
    desk.must({"set", "@a", "/review/review/goal", "Vera en Zorg leren van Bouw", "-o", "@a"});
    const Result shared = desk.planner({"share", "@a", "--anonymous", "--key", "@key", "-o", "@b", "--json"});
    REQUIRE_MESSAGE(shared.exit == 0, shared.err);
    CHECK(Value::parse(shared.out)["names_left"].empty());
    const Value key = Value::parse(desk.read("key"));
    CHECK(key["Contactpersoon 1"] == "Vera Voorbeeld");
    CHECK(key["Team A"] == "Zorg");
    CHECK(desk.read("b").find("Vera") == std::string::npos);
    CHECK(desk.data("@b").find("Contactpersoon 1 en Team A leren van Team B") != std::string::npos);
    CHECK(desk.planner({"merge", "@a", "@b", "-o", "@c"}).exit == 1);
    CHECK(desk.planner({"share", "@a", "--anonymous", "--without-contacts", "-o", "@d"}).exit == 2);
    CHECK(desk.planner({"share", "@a", "--without-contacts", "--key", "@k", "-o", "@d"}).exit == 2);
    CHECK(desk.planner({"share", "@a", "--anonymous", "--key", "@d", "-o", "@d"}).exit == 2);
}

TEST_CASE("what is locked opens with its pass phrase only, and says when that is wrong or the file damaged") {
    SharingDesk desk;
    desk.write("phrase", "vier woorden op een rij\n");
    desk.write("other", "vijf woorden op een rij\n");
    desk.write("short", "kort\n");
    desk.must({"share", "@a", "--passphrase-file", "@phrase", "-o", "@locked"});
    const std::string locked = desk.read("locked");
    CHECK(locked.find("Mail naar") == std::string::npos);
    desk.must({"unlock", "@locked", "--passphrase-file", "@phrase", "-o", "@back"});
    CHECK(desk.read("back") == desk.read("a"));
    check_refused(desk.planner({"unlock", "@locked", "--passphrase-file", "@other", "-o", "@x"}),
                  desk.file("locked") + ":1:1: : the pass phrase does not fit");
    std::string damaged = locked;
    damaged[damaged.size() - 40] = damaged[damaged.size() - 40] == 'A' ? 'B' : 'A';
    desk.write("damaged", damaged);
    CHECK(desk.planner({"unlock", "@damaged", "--passphrase-file", "@phrase", "-o", "@x"}).err.find("damaged") != std::string::npos);
    CHECK(desk.planner({"share", "@a", "--passphrase-file", "@short", "-o", "@x"}).exit == 1);
    CHECK(desk.planner({"unlock", "@a", "--passphrase-file", "@phrase", "-o", "@x"}).exit == 1);
    CHECK(desk.planner({"unlock", "@locked", "-o", "@x"}).exit == 2);
    CHECK(desk.planner({"check", "@locked"}).err.find("planner unlock") != std::string::npos);
}

TEST_CASE("the planner command opens what the page locked") {
    SharingDesk desk;
    desk.write("phrase", "vier woorden op een rij");
    desk.must({"unlock", PLANNER_SOURCE_DIR "/tests/fixtures/locked_by_page.json", "--passphrase-file", "@phrase", "-o", "@back"});
    CHECK(desk.planner({"check", "@back"}).exit == 0);
}

} // namespace planner::cli
