#include "desk.h"

#include "exchange/mail.h"

namespace planner::cli {

namespace {

const std::string no_text = "caf\xE9"; // as Latin-1 has it

/// The file "name" with another title, as a text editor leaves it.
void edit_by_hand(const Desk& desk, const std::string& name, const std::string& edited) {
    std::string bytes = desk.read(name);
    bytes.replace(bytes.find("Samen"), 5, "Alone");
    desk.write(edited, bytes);
}

void check_wrong_usage(const Result& result, const std::string& sentence) {
    CHECK(result.exit == 2);
    CHECK(result.err == "planner: " + sentence + " (planner --help)\n");
    CHECK(result.out.empty());
}

} // namespace

TEST_CASE("a file whose name is no text has no place in JSON") {
    Desk desk;
    desk.must(desk.new_review);
    desk.write(no_text, desk.read("a"));
    const std::string sentence = "with --json, the names of files must be UTF-8";
    for (const Words& words :
         {Words{"check", "@a", "@" + no_text, "--json"}, Words{"show", "@" + no_text, "--json"},
          Words{"conflicts", "@" + no_text, "--json"}, Words{"merge", "@a", "@" + no_text, "-o", "@m", "--json"},
          Words{"merge", "@a", "@a", "-o", "@" + no_text, "--json"}}) {
        check_wrong_usage(desk.planner(words), sentence);
    }
    CHECK(desk.file_count() == 2);
    CHECK(desk.planner({"check", "@" + no_text}).exit == 0);
    desk.must({"merge", "@a", "@" + no_text, "-o", "@m"});
}

TEST_CASE("names in a pointer and on a label are text") {
    Desk desk;
    desk.must(desk.new_review);
    const std::string before = desk.read("a");
    for (const std::string& pointer : {"/" + no_text + "/b/c", "/a/" + no_text + "/c", "/a/b/" + no_text}) {
        check_wrong_usage(desk.planner({"set", "@a", pointer, "1", "-o", "@a"}), "the pointer is not UTF-8");
        check_wrong_usage(desk.planner({"get", "@a", pointer}), "the pointer is not UTF-8");
    }
    check_wrong_usage(desk.planner({"set", "@a", "/a/b/c", "1", "-o", "@a", "--as", no_text}),
                      "what follows --as is not UTF-8");
    CHECK(desk.read("a") == before);
}

TEST_CASE("\"deleted\" is set, not removed or emptied") {
    Desk desk;
    desk.must(desk.new_review);
    const std::string before = desk.read("a");
    check_wrong_usage(desk.planner({"remove", "@a", "/review/review/deleted", "-o", "@a"}),
                      "\"deleted\" cannot be removed; to take a deletion back, set it to false");
    check_refused(desk.planner({"set", "@a", "/review/review/deleted", "null", "-o", "@a"}),
                  desk.file("a") + ":1:1: /review/review/deleted: \"deleted\" must be true or false");
    CHECK(desk.read("a") == before);
}

TEST_CASE("a deletion beside an edit waits for a decision") {
    Desk desk;
    desk.must(desk.new_review);
    desk.must({"set", "@a", "/rows/a", R"({"x":1})", "-o", "@a"});
    desk.must({"remove", "@a", "/rows/a", "-o", "@b"});
    desk.must({"set", "@a", "/rows/a/x", "2", "-o", "@c"});
    desk.must({"merge", "@b", "@c", "-o", "@m"});
    desk.must({"set", "@m", "/rows/a/x", "3", "-o", "@m"});
    const auto conflicts = [&](const std::string& file) {
        return Value::parse(desk.planner({"conflicts", file, "--json"}).out);
    };
    REQUIRE(conflicts("@m").size() == 1);
    CHECK(conflicts("@m")[0]["pointer"] == "/rows/a/deleted");
    desk.must({"set", "@m", "/rows/a/deleted", "false", "-o", "@kept"});
    desk.must({"remove", "@m", "/rows/a", "-o", "@gone"});
    CHECK(conflicts("@kept").empty());
    CHECK(conflicts("@gone").empty());
    CHECK(desk.planner({"get", "@gone", "/rows/a/deleted"}).out == "true\n");
}

TEST_CASE("a link stays a link, also one that leads to a file that is not there yet") {
    Desk desk;
    desk.must(desk.new_review);
    std::filesystem::create_directory(desk.file("folder"));
    std::filesystem::create_symlink("folder/later", desk.file("second"));
    std::filesystem::create_symlink("second", desk.file("first"));
    for (int time = 0; time < 2; ++time) {
        desk.must({"set", "@a", "/rows/a/x", "1", "-o", "@first"});
        CHECK(std::filesystem::is_symlink(desk.file("first")));
        CHECK(std::filesystem::is_symlink(desk.file("second")));
        CHECK(desk.planner({"get", "@folder/later", "/rows/a/x"}).out == "1\n");
    }
    std::filesystem::create_symlink("circle", desk.file("circle"));
    check_refused(desk.planner({"set", "@a", "/rows/a/x", "1", "-o", "@circle"}),
                  desk.file("circle") + ":1:1: : the file is a link that leads nowhere");
    CHECK(std::filesystem::is_symlink(desk.file("circle")));
    std::filesystem::create_symlink("no folder/later", desk.file("nowhere"));
    CHECK(desk.planner({"set", "@a", "/rows/a/x", "1", "-o", "@nowhere"}).exit == 1);
    CHECK(std::filesystem::is_symlink(desk.file("nowhere")));
}

TEST_CASE("merging says which files were edited outside the planner") {
    Desk desk;
    desk.must(desk.new_review);
    edit_by_hand(desk, "a", "hand");
    const std::string line =
        desk.file("hand") + ": edited outside the planner; what it says came in beside what was there\n";
    const Result plain = desk.planner({"merge", "@a", "@hand", "-o", "@m"});
    CHECK(plain.err == line);
    CHECK(plain.out.find("outside") == std::string::npos);
    for (const Words& words :
         {Words{"merge", "@a", "@hand", "-o", "@m", "--json"}, Words{"merge", "@hand", "@a", "-o", "@m", "--json"}}) {
        const Result result = desk.planner(words);
        CHECK(result.err == line);
        const Value root = Value::parse(result.out);
        for (const Value& file : root["files"]) {
            CHECK(file.contains("foreign") == (file["file"] == desk.file("hand")));
            CHECK(file.value("foreign", true));
        }
    }
    CHECK(desk.planner({"merge", "@a", "@a", "-o", "@m"}).err.empty());
}

TEST_CASE("a conflict in something that this version does not know is shown") {
    Desk desk;
    desk.must(desk.new_review);
    for (const char* name : {"one", "two"}) {
        Value root = Value::parse(desk.read("a"));
        root["x-later"] = name;
        desk.write(name, root.dump());
    }
    desk.must({"merge", "@one", "@two", "-o", "@m"});
    const Value conflicts = Value::parse(desk.planner({"conflicts", "@m", "--json"}).out);
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0]["member"] == "/x-later");
    CHECK(conflicts[0]["versions"].size() == 2);
    const Result plain = desk.planner({"conflicts", "@m"});
    CHECK(plain.out.find("/x-later (not in the data)\n") != std::string::npos);
    CHECK(plain.out.find("\"one\"") != std::string::npos);
    CHECK(plain.out.find("\"two\"") != std::string::npos);
    CHECK(plain.out.find("1 open conflicts\n") != std::string::npos);
    CHECK(desk.planner({"check", "@m"}).out.find("1 conflicts") != std::string::npos);
    CHECK(Value::parse(desk.planner({"check", "@m", "--json"}).out)[0]["conflicts"] == 1);
}

TEST_CASE("files that came with a mail are read out of it, and what was done is said") {
    Desk desk;
    desk.make_conflict();
    const auto write_mail = [&](const std::string& name, const Words& files) {
        exchange::Mail mail;
        for (const std::string& file : files)
            mail.attachments.push_back({file + ".json", "application/json", desk.read(file)});
        desk.write(name, *exchange::write_mail(mail));
    };
    write_mail("one.eml", {"b"});
    write_mail("both.eml", {"b", "c"});
    write_mail("none.eml", {});
    const Result shown = desk.planner({"get", "@one.eml", "/review/review/goal"});
    CHECK(shown.out == "\"one\"\n");
    CHECK(shown.err == desk.file("one.eml") + " (b.json): taken out of a mail\n");
    const Result merged = desk.planner({"merge", "@a", "@both.eml", "-o", "@n", "--json"});
    REQUIRE(merged.exit == 0);
    CHECK(Value::parse(merged.out)["files"].size() == 3);
    CHECK(desk.read("n") == desk.read("m"));
    check_refused(desk.planner({"get", "@both.eml", "/review/review/goal"}),
                  desk.file("both.eml") +
                      ":1:1: : there are 2 planner files in this mail; merge it, or save them one by one");
    check_refused(desk.planner({"show", "@none.eml"}),
                  desk.file("none.eml") + ":1:1: : there is no planner file in this mail");
    desk.write("card.docx", "PK\x03\x04[Content_Types].xml");
    check_refused(desk.planner({"merge", "@a", "@card.docx", "-o", "@x"}),
                  desk.file("card.docx") + ":1:1: : this is an office document, not a planner file");
}

} // namespace planner::cli
