#include "desk.h"

#include <algorithm>

namespace planner::cli {

TEST_CASE("a new review has its title and teams") {
    Desk desk;
    desk.must(desk.new_review);
    const Value data = Value::parse(desk.planner({"show", "@a", "--json"}).out);
    CHECK(data["review"]["review"]["title"] == "Samen kijken");
    CHECK(data["review"]["review"]["process"] == "mbo-peer-review");
    CHECK(data["participants"].size() == 3);
    CHECK(Value::parse(desk.read("a"))["data"] == data);
    CHECK(desk.planner({"check", "@a"}).exit == 0);
    CHECK(desk.planner({"show", "@a"}).out.find("Samen kijken") != std::string::npos);
}

TEST_CASE("a review that cannot be is not made") {
    Desk desk;
    const auto refused = [&](const std::string& title, const std::string& team, const std::string& process) {
        const Result result = desk.planner(
            {"new", "--process", process, "--title", title, "--team", team, "--team", "b", "--team", "c", "-o", "@a"});
        CHECK(result.err.rfind(desk.file("a") + ":1:1: : ", 0) == 0);
        return result.exit;
    };
    CHECK(refused("t", "", "mbo-peer-review") == 1);
    CHECK(refused("t", " |x", "mbo-peer-review") == 1);
    CHECK(refused("t", "a|b|c", "mbo-peer-review") == 1);
    CHECK(refused("t", "a\xFF", "mbo-peer-review") == 1);
    CHECK(refused(" ", "a", "mbo-peer-review") == 1);
    CHECK(refused("t", "a", "no-such-process") == 1);
    const Result few = desk.planner({"new", "--process", "mbo-peer-review", "--title", "t", "--team", "a", "-o", "@a"});
    CHECK(few.exit == 1);
    CHECK(few.err.find("at least 3") != std::string::npos);
    CHECK(desk.file_count() == 0);
}

TEST_CASE("what is set can be got") {
    Desk desk;
    desk.must(desk.new_review);
    const auto roundtrip = [&](const std::string& pointer, const std::string& value) {
        desk.must({"set", "@a", pointer, "-o", "@a", "--", value});
        return desk.planner({"get", "@a", pointer}).out;
    };
    CHECK(roundtrip("/rows/a/text", "plain \"é\"") == "\"plain \\\"é\\\"\"\n");
    CHECK(roundtrip("/rows/a/text", "") == "\"\"\n");
    CHECK(roundtrip("/rows/a/text", "{broken") == "\"{broken\"\n");
    CHECK(roundtrip("/rows/a/number", "-5") == "-5\n");
    CHECK(roundtrip("/rows/a/list", "[1,{}]") == "[1,{}]\n");
    CHECK(roundtrip("/rows/a/list/1/deep", "true") == "true\n");
    CHECK(roundtrip("/rows/b", R"({"x":1,"y":null})") == "{\"x\":1,\"y\":null}\n");
    CHECK(roundtrip("/__proto__/x~1y/~0", "1") == "1\n");
    CHECK(desk.planner({"get", "@a", "/rows/a/list"}).out == "[1,{\"deep\":true}]\n");
}

TEST_CASE("what cannot be set is refused") {
    Desk desk;
    desk.must(desk.new_review);
    const std::string before = desk.read("a");
    const auto refusal = [&](const std::string& pointer, const std::string& value) {
        const Result result = desk.planner({"set", "@a", pointer, value, "-o", "@a"});
        CHECK(result.exit == 1);
        CHECK(result.err.rfind(desk.file("a") + ":1:1: " + pointer + ": ", 0) == 0);
    };
    refusal("", "1");
    refusal("/rows", "{}");
    refusal("/rows/a", "{}");
    refusal("/rows/a", "text");
    refusal("//a/b", "1");
    refusal("/rows//b", "1");
    refusal("/rows/a/", "1");
    refusal("/rows/a/missing/inside", "1");
    refusal("/review/review/title/0", "1");
    refusal("/review/review/deleted", "perhaps");
    refusal("/rows/a/b", "18446744073709551616");
    refusal("/rows/a/b", R"({"x":1,"x":2})");
    refusal("/rows/a/b", "\xFF");
    refusal("/rows/a/b", std::string(40, '[') + std::string(40, ']'));
    CHECK(desk.read("a") == before);
    CHECK(desk.file_count() == 1);
}

TEST_CASE("a removed entity is marked, a removed field is empty") {
    Desk desk;
    desk.must(desk.new_review);
    desk.must({"set", "@a", "/rows/a", R"({"x":1,"y":[1,2],"z":3})", "-o", "@a"});
    desk.must({"remove", "@a", "/rows/a/x", "-o", "@a"});
    desk.must({"remove", "@a", "/rows/a/y/0", "-o", "@a"});
    desk.must({"remove", "@a", "/rows/a", "-o", "@a"});
    CHECK(desk.planner({"get", "@a", "/rows/a"}).out == "{\"deleted\":true,\"x\":null,\"y\":[2],\"z\":3}\n");
    check_refused(desk.planner({"remove", "@a", "/rows/b", "-o", "@a"}),
                  desk.file("a") + ":1:1: /rows/b: there is nothing here");
    check_refused(desk.planner({"remove", "@a", "/rows/a/q", "-o", "@a"}),
                  desk.file("a") + ":1:1: /rows/a/q: there is nothing here");
    CHECK(desk.planner({"remove", "@a", "/rows", "-o", "@a"}).exit == 1);
}

TEST_CASE("merging says what every file brought") {
    Desk desk;
    desk.make_conflict();
    desk.must({"set", "@a", "/rows/new", R"({"x":1})", "-o", "@d"});
    desk.must({"set", "@a", "/review/review/title", "Nieuw", "-o", "@e"});
    const Result merged = desk.planner({"merge", "@b", "@c", "@d", "@e", "@c", "-o", "@m", "--json"});
    REQUIRE(merged.exit == 0);
    const Value files = Value::parse(merged.out)["files"];
    REQUIRE(files.size() == 5);
    CHECK(files[1] ==
          Value{{"file", desk.file("c")}, {"new", 0}, {"changed", 1}, {"conflicts", {"/review/review/goal"}}});
    CHECK(files[2]["new"] == 1);
    CHECK(files[3]["changed"] == 1);
    CHECK(files[4] == Value{{"file", desk.file("c")}, {"new", 0}, {"changed", 0}, {"conflicts", Value::array()}});
    const std::string bytes = desk.read("m");
    desk.must({"merge", "@e", "@d", "@c", "@b", "-o", "@n"});
    CHECK(desk.read("n") == bytes);
}

TEST_CASE("conflicts show every version, the shown one first") {
    Desk desk;
    desk.make_conflict();
    const Value conflicts = Value::parse(desk.planner({"conflicts", "@m", "--json"}).out);
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0]["pointer"] == "/review/review/goal");
    CHECK(conflicts[0]["versions"] ==
          Value::parse(R"([{"label":"Team 2","time":"2025-11-21T04:40:03.000Z","value":"two"},
                           {"label":"Team 1","time":"2025-11-21T04:40:02.000Z","value":"one"}])"));
    CHECK(desk.planner({"get", "@m", "/review/review/goal"}).out == "\"two\"\n");
    CHECK(desk.planner({"conflicts", "@m"}).out.find("Team 1: \"one\"") != std::string::npos);
}

TEST_CASE("a conflict is settled once") {
    Desk desk;
    desk.make_conflict();
    desk.must({"resolve", "@m", "/review/review/goal", "both", "-o", "@r"});
    CHECK(desk.planner({"conflicts", "@r", "--json"}).out == "[]\n");
    check_refused(desk.planner({"resolve", "@r", "/review/review/goal", "again", "-o", "@r"}),
                  desk.file("r") + ":1:1: /review/review/goal: there is no conflict here");
    desk.must({"merge", "@r", "@b", "@c", "@m", "-o", "@s"});
    CHECK(desk.read("s") == desk.read("r"));
}

TEST_CASE("setting or emptying a field in conflict leaves the text that was not shown") {
    for (const char* command : {"set", "remove"}) {
        Desk desk;
        desk.make_conflict();
        Words words = {command, "@m", "/review/review/goal"};
        if (words[0] == "set") words.push_back("three");
        words.insert(words.end(), {"-o", "@r"});
        desk.must(words);
        desk.must({"merge", "@r", "@b", "@c", "-o", "@s"});
        for (const char* file : {"r", "s"}) CHECK(desk.read(file).find("\"one\"") != std::string::npos);
    }
}

TEST_CASE("an entity set to what it was stays removed") {
    Desk desk;
    desk.must(desk.new_review);
    desk.must({"set", "@a", "/cards/w", R"({"title": "t"})", "-o", "@b"});
    desk.must({"remove", "@b", "/cards/w", "-o", "@c"});
    desk.must({"set", "@c", "/cards/w", desk.planner({"get", "@c", "/cards/w"}).out, "-o", "@d"});
    CHECK(desk.planner({"get", "@d", "/cards/w/deleted"}).out == "true\n");
}

TEST_CASE("a refused file stops a merge before anything is written") {
    Desk desk;
    desk.make_conflict();
    const std::string before = desk.read("m");
    desk.write("cut", before.substr(0, 300));
    const std::size_t files = desk.file_count();
    const Result result = desk.planner({"merge", "@m", "@b", "@cut", "-o", "@m", "--json"});
    CHECK(result.exit == 1);
    CHECK(result.out.empty());
    CHECK(result.err.find(desk.file("cut") + ":") == 0);
    CHECK(result.err.find(": the file ends in the middle\n") != std::string::npos);
    CHECK(desk.read("m") == before);
    CHECK(desk.planner({"merge", "@m", "@nothing", "-o", "@n"}).exit == 1);
    desk.must({"new", "--process", "mbo-peer-review", "--title", "t", "--team", "a", "--team", "b", "--team", "c", "-o",
               "@other"});
    check_refused(desk.planner({"merge", "@m", "@other", "-o", "@n"}),
                  desk.file("other") + ":1:1: : the files belong to different reviews");
    CHECK(desk.file_count() == files + 1);
}

TEST_CASE("check reads every file and names what is wrong") {
    Desk desk;
    desk.make_conflict();
    std::string edited = desk.read("m");
    edited.replace(edited.find("Samen"), 5, "Alone");
    desk.write("hand", edited);
    desk.write("bad", "{\n \"a\": 1,\n \"a\": 2}");
    const Result result = desk.planner({"check", "@bad", "@hand", "@m", "@nothing"});
    CHECK(result.exit == 1);
    CHECK(result.err == desk.file("bad") + ":3:2: /a: the name occurs twice in one object\n" + desk.file("nothing") +
                            ":1:1: : the file cannot be opened\n");
    CHECK(result.out.find("hand: foreign") != std::string::npos);
    CHECK(result.out.find("m: ok") != std::string::npos);
    CHECK(desk.planner({"check", "@hand", "@m"}).exit == 0);
    CHECK(Value::parse(desk.planner({"check", "@m", "--json"}).out)[0]["state"] == "ok");
}

TEST_CASE("a file edited by hand comes in beside") {
    Desk desk;
    desk.must(desk.new_review);
    std::string edited = desk.read("a");
    edited.replace(edited.find("Samen"), 5, "Alone");
    desk.write("hand", edited);
    desk.must({"merge", "@a", "@hand", "-o", "@m"});
    CHECK(Value::parse(desk.planner({"conflicts", "@m", "--json"}).out).size() == 1);
    desk.must({"merge", "@hand", "@a", "-o", "@n"});
    CHECK(desk.read("m") == desk.read("n"));
    desk.must({"merge", "@m", "@hand", "-o", "@o"});
    CHECK(desk.read("o") == desk.read("m"));
}

TEST_CASE("standard input and output stand in for files") {
    Desk desk;
    desk.must(desk.new_review);
    const Result set = desk.planner({"set", "-", "/review/review/title", "Via a pipe", "-o", "-"}, desk.read("a"));
    REQUIRE(set.exit == 0);
    CHECK(desk.planner({"get", "-", "/review/review/title"}, set.out).out == "\"Via a pipe\"\n");
    const Result merged = desk.planner({"merge", "@a", "-", "-o", "-"}, set.out);
    CHECK(Value::parse(merged.out)["format"] == "peer-review-planner");
    CHECK(merged.err.find("1 changed") != std::string::npos);
}

TEST_CASE("every call is a new replica") {
    Desk desk;
    desk.must(desk.new_review);
    desk.must({"set", "@a", "/rows/a/x", "1", "-o", "@a"});
    desk.must({"set", "@a", "/rows/a/x", "2", "-o", "@a"});
    CHECK(Value::parse(desk.read("a"))["sync"]["replicas"].size() == 3);
}

TEST_CASE("wrong usage is told apart from a refusal") {
    Desk desk;
    desk.must(desk.new_review);
    for (const Words& words :
         {Words{}, Words{"frobnicate"}, Words{"new"}, Words{"new", "-o", "@x"}, Words{"show"},
          Words{"show", "@a", "@a"}, Words{"get", "@a", "no pointer"}, Words{"get", "@a", "/~2"},
          Words{"set", "@a", "/a/b/c", "1"}, Words{"merge", "@a", "-o", "@x"}, Words{"merge", "-", "-", "-o", "@x"},
          Words{"merge", "@a", "@a", "-o", "-", "--json"}, Words{"show", "@a", "--as", "x"}, Words{"check"}}) {
        const Result result = desk.planner(words);
        CHECK(result.exit == 2);
        CHECK(!result.err.empty());
        CHECK(result.out.empty());
    }
    CHECK(desk.file_count() == 1);
    CHECK(desk.planner({"--help"}).exit == 0);
    CHECK(desk.planner({"merge", "--help"}).out.find("planner merge FILE FILE...") != std::string::npos);
}

TEST_CASE("problems stay on one line") {
    Desk desk;
    desk.write("a\nb", "{\"x\\ny\":1,\"x\\ny\":2}");
    const Result result = desk.planner({"check", "@a\nb"});
    CHECK(result.exit == 1);
    CHECK(std::count(result.err.begin(), result.err.end(), '\n') == 1);
}

} // namespace planner::cli
