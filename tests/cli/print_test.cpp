#include "desk.h"

#include "assets/catalog.h"

#include <algorithm>

namespace planner::cli {

namespace {

struct PrintDesk : Desk {
    PrintDesk() {
        must(new_review);
        const Value data = Value::parse(planner({"show", "@a", "--json"}).out);
        for (const auto& [id, fields] : data["participants"].items()) {
            if (fields["name"] == "Bouw") bouw = id;
        }
    }

    std::string print(Words words) {
        words.insert(words.begin(), {"print", "@a"});
        words.insert(words.end(), {"-o", "@sheet.html"});
        must(words);
        return read("sheet.html");
    }

    std::string bouw;
};

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a review is printed as one document, in the language and of the day that is asked for") {
    PrintDesk desk;
    const std::string dutch = desk.print({"--what", "dashboard", "--today", "2027-02-02"});
    CHECK(dutch.rfind("<!doctype html><html lang=\"nl\">", 0) == 0);
    CHECK(has(dutch, "<h1>Samen kijken</h1>"));
    CHECK(has(dutch, "dinsdag 2 februari 2027"));
    CHECK(has(dutch, ">Bouw</th>\n<td>B</td>"));
    CHECK_FALSE(has(dutch, ">print."));
    const std::string english = desk.print({"--what", "dashboard", "--today", "2027-02-02", "--language", "en"});
    CHECK(has(english, "<html lang=\"en\">"));
    CHECK(has(english, "Tuesday 2 February 2027"));
    // Without a day, it is printed today.
    CHECK(has(desk.print({"--what", "hours"}), "21 november 2025"));
    const Result standard_output = desk.planner({"print", "@a", "--what", "about", "-o", "-"});
    CHECK(has(standard_output.out, assets::known_process("mbo-peer-review")->about[0].title.nl));
}

TEST_CASE("a card, a programme and somebody's tasks are printed of whom is asked for") {
    PrintDesk desk;
    const std::string card = desk.print({"--what", "card", "--card", "verkenning", "--participant", desk.bouw});
    CHECK(has(card, "<p>Bouw · B · Samen kijken</p>"));
    CHECK(has(card, "size:A4"));
    CHECK(has(desk.print({"--what", "card", "--card", "verkenning", "--participant", desk.bouw, "--paper", "a3"}),
              "size:A3"));
    CHECK(has(desk.print({"--what", "card", "--card", "uitnodiging"}), "Hele peer review"));
    CHECK(has(desk.print({"--what", "run-sheet", "--run-sheet", "startbijeenkomst"}), "+0:20"));
    CHECK(has(desk.print({"--what", "run-sheet", "--run-sheet", "reviewdag", "--participant", desk.bouw}), "Bouw"));
    const std::string all = desk.print({"--what", "tasks"});
    const std::string own = desk.print({"--what", "tasks", "--participant", desk.bouw});
    CHECK(has(own, "<h1>Taken · Bouw</h1>"));
    CHECK(own.size() < all.size());
    desk.must({"set", "@a", "/persons/p1", R"({"participant": ")" + desk.bouw + R"(", "name": "Docent"})", "-o", "@a"});
    CHECK(has(desk.print({"--what", "tasks", "--person", "p1"}), "<h1>Taken · Docent</h1>"));
    CHECK(has(desk.print({"--what", "tasks", "--person", "facilitator"}), "<h1>Taken · Procesbegeleider</h1>"));
}

TEST_CASE("what is not there is not printed, and nothing is written") {
    PrintDesk desk;
    const std::string at = desk.file("a") + ":1:1: : ";
    const auto refused = [&](Words words, const std::string& reason) {
        words.insert(words.begin(), {"print", "@a"});
        words.insert(words.end(), {"-o", "@sheet.html"});
        check_refused(desk.planner(words), at + reason);
    };
    refused({"--what", "card", "--card", "x"}, "there is no card \"x\" of the whole review");
    refused({"--what", "card", "--card", "verkenning"}, "there is no card \"verkenning\" of the whole review");
    refused({"--what", "card", "--card", "verkenning", "--participant", "y"},
            "there is no card \"verkenning\" of participant \"y\"");
    refused({"--what", "run-sheet", "--run-sheet", "reviewdag"},
            "there is no run sheet \"reviewdag\" of the whole review");
    refused({"--what", "tasks", "--person", "z"}, "nobody in the review has the id \"z\"");
    CHECK(desk.file_count() == 1);
}

TEST_CASE("wrong usage of printing is told apart from a refusal") {
    PrintDesk desk;
    for (const Words& words :
         {Words{"print", "@a", "-o", "@b"}, Words{"print", "@a", "--what", "all", "-o", "@b"},
          Words{"print", "@a", "--what", "hours"}, Words{"print", "--what", "hours", "-o", "@b"},
          Words{"print", "@a", "--what", "hours", "--today", "gisteren", "-o", "@b"},
          Words{"print", "@a", "--what", "card", "--card", "x", "--paper", "a5", "-o", "@b"},
          Words{"print", "@a", "--what", "hours", "--paper", "a3", "-o", "@b"},
          Words{"print", "@a", "--what", "tasks", "--person", "x", "--participant", "y", "-o", "@b"}}) {
        CAPTURE(words.size());
        const Result result = desk.planner(words);
        CHECK(result.exit == 2);
        CHECK(std::count(result.err.begin(), result.err.end(), '\n') == 1);
    }
    CHECK(desk.file_count() == 1);
    CHECK(has(desk.planner({"print", "--help"}).out, "planner print FILE --what dashboard|card"));
}

} // namespace planner::cli
