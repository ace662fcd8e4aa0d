#include "desk.h"

#include "assets/assets.h"
#include "assets/catalog.h"
#include "planning/messages.h"

#include <algorithm>

namespace planner::cli {

namespace {

/// A review whose dates are known, in the file "a".
struct PlannedDesk : Desk {
    PlannedDesk() {
        Words words = new_review;
        words.insert(words.end(),
                     {"--kickoff", "2026-12-15", "--visit", "Bouw=2027-03-09", "--visit", "Zorg=2027-03-16"});
        must(words);
        data = Value::parse(planner({"show", "@a", "--json"}).out);
    }

    std::string team(const std::string& name) const {
        for (const auto& [id, fields] : data["participants"].items()) {
            if (fields["name"] == name) return id;
        }
        return "";
    }
    void set(const std::string& pointer, const std::string& value) { must({"set", "@a", pointer, value, "-o", "@a"}); }
    Value json(const Words& words) {
        const Result result = planner(words);
        REQUIRE_MESSAGE(result.exit == 0, result.err);
        return Value::parse(result.out);
    }
    Value find(const Value& list, const std::string& pointer) {
        for (const Value& each : list) {
            if (each["pointer"] == pointer) return each;
        }
        FAIL(pointer << " is not there");
        return nullptr;
    }

    Value data;
};

std::string task_pointer(const char* task, const std::string& subject) {
    return document::to_pointer(planning::task_key(task, subject));
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

} // namespace

TEST_CASE("a new review of every process has the dates that were given") {
    for (const assets::Asset& process : assets::processes()) {
        Desk desk;
        desk.must({"new", "--process", std::string(process.id), "--title", "t", "--team", "Ons = team", "--team", "b",
                   "--team", "c", "--kickoff", "2026-12-15", "--visit", "Ons = team=2027-03-09", "-o", "@a"});
        const Value data = Value::parse(desk.planner({"show", "@a", "--json"}).out);
        CHECK(data["review"]["review"]["kickoff_date"] == "2026-12-15");
        REQUIRE(data["visits"].size() == 1);
        const Value visit = data["visits"].begin().value();
        CHECK(visit["date"] == "2027-03-09");
        CHECK(data["participants"][visit["participant"].get<std::string>()]["name"] == "Ons = team");
        CHECK(desk.planner({"tasks", "@a", "--today", "2026-11-22"}).out.find("2026-12-15") != std::string::npos);
    }
}

TEST_CASE("a visit must be at a team that is visited, once") {
    Desk desk;
    const auto refusal = [&](const char* process, const Words& more) {
        Words words = {"new",    "--process", process,  "--title", "t",  "--team", "a",
                       "--team", "b",         "--team", "b",       "-o", "@x"};
        words.insert(words.end(), more.begin(), more.end());
        const Result result = desk.planner(words);
        CHECK(result.exit == 1);
        CHECK(std::count(result.err.begin(), result.err.end(), '\n') == 1);
        return result.err;
    };
    CHECK(refusal("mbo-peer-review", {"--visit", "z=2027-03-09"}).find("no visit at a team called \"z\"") !=
          std::string::npos);
    CHECK(refusal("mbo-peer-review", {"--visit", "b=2027-03-09"}).find("several teams") != std::string::npos);
    CHECK(refusal("mbo-peer-review", {"--visit", "a=2027-03-09", "--visit", "a=2027-03-10"}).find("two dates") !=
          std::string::npos);
    // Where one receives all others, those are not visited.
    CHECK(refusal("samen-opleiden", {"--visit", "b=2027-03-09"}).find("no visit") != std::string::npos);
    CHECK(desk.file_count() == 0);
}

TEST_CASE("tasks say who is asked what, and how it stands on a day") {
    PlannedDesk desk;
    const std::string bouw = desk.team("Bouw");
    const Value before = desk.json({"tasks", "@a", "--today", "2026-12-01", "--json"});
    const Value card = desk.find(before, task_pointer("verkenning_inleveren", bouw));
    CHECK(card["due"] == "2026-12-11"); // Three days before is a Saturday.
    CHECK(card["due_by"] == "rule");
    CHECK(card["squeezed"] == false);
    CHECK(card["state"] == "waiting");
    CHECK(card["waiting_for"] == Value{task_pointer("leervraag_bespreken", bouw)});
    CHECK(card["participant"] == bouw);
    CHECK(desk.find(before, "/tasks/startbijeenkomst")["due"] == "2026-12-15");
    const Value after = desk.json({"tasks", "@a", "--today", "2026-12-12", "--json", "--language", "en"});
    CHECK(desk.find(after, task_pointer("verkenning_inleveren", bouw))["state"] == "late");
    CHECK(desk.find(after, "/tasks/startbijeenkomst")["title"] !=
          desk.find(before, "/tasks/startbijeenkomst")["title"]);
    desk.set("/tasks/startbijeenkomst", R"({"state": "done", "done_on": "2026-12-11", "due": "2026-12-10"})");
    const Value done =
        desk.find(desk.json({"tasks", "@a", "--today", "2026-12-12", "--json"}), "/tasks/startbijeenkomst");
    CHECK(done["state"] == "done");
    CHECK(done["done_on"] == "2026-12-11");
    CHECK(done["due_by"] == "hand");
    const std::string text = desk.planner({"tasks", "@a", "--today", "2026-12-12"}).out;
    CHECK(text.find("late            2026-12-11  ") != std::string::npos);
    CHECK(text.find("(Bouw)\n") != std::string::npos);
    CHECK(text.find("waits for   ") != std::string::npos);
}

TEST_CASE("agreements stand below the tasks, on one line each") {
    PlannedDesk desk;
    const std::string bouw = desk.team("Bouw");
    desk.set("/rows/r1", R"({"card": "voorbereiding.)" + bouw +
                             R"(", "table": "acties", "actie": "Zaal\nregelen", "wie": "Secretariaat", "wanneer": "2026-12-11"})");
    desk.set("/rows/r2", R"({"card": "afspraken_start", "table": "afspraken", "afspraak": "Bel elkaar", "done": true})");
    const Value list = desk.json({"tasks", "@a", "--today", "2026-12-12", "--json"});
    const Value hall = desk.find(list, "/rows/r1");
    CHECK(hall["card"] == "voorbereiding");
    CHECK(hall["participant"] == bouw);
    CHECK(hall["who"] == "Secretariaat");
    CHECK(hall["due"] == "2026-12-11");
    CHECK(hall["state"] == "late");
    CHECK(desk.find(list, "/rows/r2")["state"] == "done");
    CHECK(desk.find(list, "/rows/r2")["due"].is_null());
    const std::string text = desk.planner({"tasks", "@a", "--today", "2026-12-12"}).out;
    CHECK(text.find("late            2026-12-11  Zaal regelen (Bouw): Secretariaat\n") != std::string::npos);
    CHECK(text.find("done            no date     Bel elkaar\n") != std::string::npos);
    desk.must({"print", "@a", "--what", "tasks", "--today", "2026-12-12", "-o", "@t"});
    CHECK(desk.read("t").find("Bel elkaar") != std::string::npos);
}

TEST_CASE("due dates are off the school holidays of a team's region and the review's own free days") {
    PlannedDesk desk;
    const std::string zorg = desk.team("Zorg");
    const auto due = [&] {
        const Value list = desk.json({"tasks", "@a", "--today", "2026-12-01", "--json"});
        return desk.find(list, task_pointer("documenten_inleveren", zorg))["due"].get<std::string>();
    };
    CHECK(due() == "2027-02-23");
    desk.set("/participants/" + desk.team("Bouw") + "/region", "noord");
    CHECK(due() == "2027-02-23");
    desk.set("/participants/" + zorg + "/region", "noord");
    CHECK(due() == "2027-02-19");
    desk.set("/free_periods/studiedag", R"({"first": "2027-02-19", "last": "2027-02-19"})");
    CHECK(due() == "2027-02-18");
}

TEST_CASE("messages have their text, whom they go to and what is missing") {
    PlannedDesk desk;
    const std::string bouw = desk.team("Bouw");
    desk.set("/persons/p1",
             R"({"participant": ")" + bouw + R"(", "name": "Contact", "contact": "c@bouw.example, 06-1"})");
    const Words words = {"messages", "@a", "--today", "2026-12-09", "--json"};
    const auto pointer_of = [&](const char* mark) {
        const document::EntityKey task = planning::task_key("verkenning_inleveren", bouw);
        return document::to_pointer(planning::message_key("binnenkort", task, bouw, mark));
    };
    const std::string pointer = pointer_of("3");
    Value message = desk.find(desk.json(words), pointer);
    CHECK(message["day"] == "2026-12-08");
    CHECK(message["state"] == "draft");
    CHECK(message["recipients"] ==
          Value::parse(R"([{"name": "Contact", "contact": "c@bouw.example, 06-1", "addresses": ["c@bouw.example"]}])"));
    CHECK(message["body"].get<std::string>().find("vrijdag 11 december 2026") != std::string::npos);
    CHECK(message["missing"] == Value{"sender"});
    CHECK(message["body"].get<std::string>().find("[nog invullen: jouw naam]") != std::string::npos);
    CHECK(desk.find(desk.json(words), pointer_of("14"))["state"] == "lapsed");
    desk.set(pointer, R"({"state": "sent", "sent_on": "2026-12-09", "sent_by": "Begeleider", "subject": "Eigen"})");
    message = desk.find(desk.json(words), pointer);
    CHECK(message["state"] == "sent");
    CHECK(message["subject"] == "Eigen");
    CHECK(message["edited"] == true);
    const std::string text = desk.planner({"messages", "@a", "--today", "2026-12-09", "--language", "en"}).out;
    CHECK(text.find("2026-12-08  sent  " + pointer + "\n  to: Contact <c@bouw.example, 06-1>\n  Eigen\n") !=
          std::string::npos);
    CHECK(text.find("Friday 11 December 2026") != std::string::npos);
    CHECK(text.find("nobody is known yet") != std::string::npos);
}

TEST_CASE("hours add up for every visit") {
    PlannedDesk desk;
    const Value hours = desk.json({"hours", "@a", "--json"});
    CHECK(hours["visits"] == 3);
    CHECK(hours["roles"][0]["person_hours"] == Value{{"minimum", 36.0}, {"maximum", 56.0}});
    CHECK(hours["roles"][1]["hours"] == Value{{"minimum", 24.0}, {"maximum", 40.0}});
    CHECK(hours["roles"][1]["rows"][1]["times"] == 3);
    CHECK(hours["roles"][0]["notes"].size() == 2);
    desk.set("/hours/start_team/minimum", "3.5");
    const std::string text = desk.planner({"hours", "@a", "--language", "en"}).out;
    CHECK(text.find("11.5–18 hours, 34.5–56 person-hours\n  Start meeting: 3.5–4 hours, 3 persons (changed)\n") !=
          std::string::npos);
    CHECK(text.find("Reviews: 4–8 hours, 3 times\n") != std::string::npos);
}

TEST_CASE("a calendar is of everybody, a team, a person or the facilitator") {
    PlannedDesk desk;
    const auto events = [&](const Words& of) {
        Words words = {"ics", "@a", "-o", "-"};
        words.insert(words.end(), of.begin(), of.end());
        const Result result = desk.planner(words);
        REQUIRE_MESSAGE(result.exit == 0, result.err);
        CHECK(result.out.rfind("BEGIN:VCALENDAR\r\n", 0) == 0);
        return result.out;
    };
    const std::string all = events({});
    const std::string team = events({"--participant", desk.team("Bouw")});
    CHECK(count_of(all, "DTSTART;VALUE=DATE:20270309") > count_of(team, "DTSTART;VALUE=DATE:20270309"));
    CHECK(count_of(team, "UID:") < count_of(all, "UID:"));
    CHECK(count_of(events({"--person", "facilitator"}), "UID:") < count_of(all, "UID:"));
    CHECK(events({"--language", "en"}).find("SUMMARY:Start meeting: Samen kijken") != std::string::npos);
    desk.must({"ics", "@a", "-o", "@dagen.ics"});
    CHECK(desk.read("dagen.ics").find("END:VCALENDAR\r\n") != std::string::npos);
    check_refused(desk.planner({"ics", "@a", "--person", "niemand", "-o", "@b"}),
                  desk.file("a") + ":1:1: : nobody in the review has the id \"niemand\"");
    desk.must({"new", "--process", "mbo-peer-review", "--title", "t", "--team", "a", "--team", "b", "--team", "c", "-o",
               "@leeg"});
    check_refused(desk.planner({"ics", "@leeg", "-o", "@b"}),
                  desk.file("leeg") + ":1:1: : nothing in the review has a date yet");
    CHECK(desk.file_count() == 3);
}

TEST_CASE("a review of a process that nobody knows is refused") {
    PlannedDesk desk;
    desk.set("/process/file/text", "");
    desk.set("/review/review/process", "eigen-werkwijze");
    for (const Words& words :
         {Words{"tasks", "@a", "--today", "2026-12-01"}, Words{"messages", "@a", "--today", "2026-12-01"},
          Words{"hours", "@a"}, Words{"ics", "@a", "-o", "@b"}}) {
        const Result result = desk.planner(words);
        CHECK(result.exit == 1);
        CHECK(result.err.rfind(desk.file("a") +
                                   ":1:1: /review/review/process: there is no process \"eigen-werkwijze\"; known: ",
                               0) == 0);
    }
    CHECK(desk.planner({"tasks", "@niets", "--today", "2026-12-01"}).exit == 1);
}

TEST_CASE("a process is read, or its first mistake is named with its place") {
    Desk desk;
    const std::string file = std::string(assets::process("mbo-peer-review"));
    desk.write("goed", file);
    const Result good = desk.planner({"process", "check", "@goed"});
    CHECK(good.exit == 0);
    CHECK(good.out.rfind(desk.file("goed") + ": ok, mbo-peer-review ", 0) == 0);
    CHECK(desk.planner({"process", "check", "-"}, file).exit == 0);
    desk.write("fout", "{\n  \"format\": \"peer-review-planner-process\",\n  \"formatVersion\": 7}");
    check_refused(desk.planner({"process", "check", "@fout"}),
                  desk.file("fout") + ":3:20: /formatVersion: This process file needs a newer planner.");
    desk.write("kapot", "{");
    CHECK(desk.planner({"process", "check", "@kapot"}).exit == 1);
    CHECK(desk.planner({"process", "check", "@weg"}).exit == 1);
}

TEST_CASE("wrong usage of the commands that plan is told apart from a refusal") {
    PlannedDesk desk;
    for (const Words& words :
         {Words{"tasks", "@a"}, Words{"tasks", "@a", "--today", "morgen"},
          Words{"tasks", "@a", "--today", "2027-02-29"}, Words{"tasks", "--today", "2027-02-28"},
          Words{"messages", "@a"}, Words{"messages", "@a", "--today", "2026-12-01", "--language", "fr"},
          Words{"hours", "@a", "--today", "2026-12-01"}, Words{"ics", "@a"},
          Words{"ics", "@a", "--person", "x", "--participant", "y", "-o", "@b"}, Words{"process"},
          Words{"process", "check"}, Words{"process", "burn", "@a"},
          Words{"new", "--process", "mbo-peer-review", "--title", "t", "--team", "a", "--kickoff", "2026-12-32", "-o",
                "@b"},
          Words{"new", "--process", "mbo-peer-review", "--title", "t", "--team", "a", "--visit", "a", "-o", "@b"},
          Words{"new", "--process", "mbo-peer-review", "--title", "t", "--team", "a", "--visit", "=2026-12-01", "-o",
                "@b"}}) {
        CAPTURE(words[0]);
        const Result result = desk.planner(words);
        CHECK(result.exit == 2);
        CHECK(std::count(result.err.begin(), result.err.end(), '\n') == 1);
        CHECK(result.out.empty());
    }
    CHECK(desk.file_count() == 1);
    CHECK(desk.planner({"process", "check", "--help"}).out.find("planner process check PROCESS") != std::string::npos);
}

TEST_CASE("everything that the program holds can be read") {
    CHECK(assets::known_processes().size() == assets::processes().size());
    CHECK(assets::known_process("no-such-process") == nullptr);
    CHECK(assets::known_process("mbo-peer-review") == assets::known_process("mbo-peer-review"));
    CHECK(assets::holidays().size() == 1);
    CHECK(assets::school_holidays().size() == 18);
}

} // namespace planner::cli
