#include "desk.h"

#include <algorithm>
#include <string_view>

/// Files that released planners have written: tests/fixtures/formats.
namespace planner::cli {

namespace {

const std::string card = "/cards/verkenning.0y87y284i5";
constexpr const char* person = "Inês Voorbeeld";

std::string kept(const std::string& name) {
    return PLANNER_SOURCE_DIR "/tests/fixtures/formats/" + name + ".json";
}

std::string bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// A desk that writes what it puts together in the file "out".
struct FormatsDesk : Desk {
    std::string merged(const std::vector<std::string>& files) {
        Words words = {"merge"};
        words.insert(words.end(), files.begin(), files.end());
        words.insert(words.end(), {"-o", "@out"});
        must(words);
        return read("out");
    }
};

} // namespace

TEST_CASE("what a released planner wrote opens, asks of its reader what it always asked, and is written again byte for byte") {
    struct Released {
        const char* name;
        int reader;
    };
    for (const Released& file : {Released{"plain", 1}, Released{"history", 1}, Released{"withheld", 2}, Released{"redacted", 3}}) {
        CAPTURE(file.name);
        FormatsDesk desk;
        const std::string path = kept(file.name), bytes = bytes_of(path);
        REQUIRE_FALSE(bytes.empty());
        CHECK(Value::parse(bytes)["minReader"] == file.reader);
        CHECK(desk.planner({"check", path}).exit == 0);
        CHECK(desk.merged({path, path}) == bytes);
    }
}

TEST_CASE("a locked file of a released planner opens with its pass phrase") {
    FormatsDesk desk;
    desk.write("phrase", "drie blauwe fietsen");
    desk.must({"unlock", kept("locked"), "--passphrase-file", "@phrase", "-o", "@out"});
    CHECK(desk.read("out") == bytes_of(kept("history")));
}

TEST_CASE("nothing is lost from a file of a released planner that is put together with a newer one, in either order") {
    for (const char* file : {"plain", "history", "carried", "withheld", "redacted"}) {
        CAPTURE(file);
        FormatsDesk desk;
        desk.must({"set", kept(file), card + "/gevolgen", "Nieuw: dít 🌍", "-o", "@newer", "--as", "Œuvre"});
        const std::string both = desk.merged({kept(file), desk.file("newer")});
        CHECK(both == desk.merged({desk.file("newer"), kept(file)}));
        CHECK(both == desk.read("newer"));
        const Value before = Value::parse(bytes_of(kept(file)))["data"];
        Value after = Value::parse(both)["data"];
        CHECK(after["cards"]["verkenning.0y87y284i5"]["gevolgen"] == "Nieuw: dít 🌍");
        after["cards"]["verkenning.0y87y284i5"].erase("gevolgen");
        CHECK(after == before);
    }
}

TEST_CASE("released files of one review come together in any order to the same, and what was removed for good stays away") {
    std::vector<std::string> files = {kept("history"), kept("plain"), kept("redacted"), kept("withheld")};
    FormatsDesk desk;
    const std::string together = desk.merged(files);
    while (std::next_permutation(files.begin(), files.end())) CHECK(desk.merged(files) == together);
    CHECK_FALSE(contains(together, person));
    CHECK_FALSE(contains(together, "ines@"));
    CHECK(Value::parse(together)["data"] == Value::parse(bytes_of(kept("redacted")))["data"]);
    CHECK(contains(desk.merged({kept("plain"), kept("withheld")}), "ines@voorbeeld.example"));
}

TEST_CASE("both texts of a conflict in a released file are there, and earlier texts that an older planner carried along too") {
    FormatsDesk desk;
    const Result conflict = desk.planner({"conflicts", kept("plain"), "--json"});
    CHECK(contains(conflict.out, "Welke táál spreken wij?"));
    CHECK(contains(conflict.out, "Zonder jargon… 😀"));
    const Result known = desk.planner({"history", kept("history")}), carried = desk.planner({"history", kept("carried")});
    CHECK(contains(known.out, "4 earlier texts\n"));
    CHECK(carried.out == known.out);
    CHECK(contains(bytes_of(kept("carried")), "/sync/history"));
    CHECK_FALSE(contains(desk.merged({kept("carried"), kept("history")}), "/sync/history"));
    // The person goes from there as well.
    desk.must({"forget-person", kept("carried"), "--name", person, "-o", "@out"});
    CHECK_FALSE(contains(desk.read("out"), person));
}

} // namespace planner::cli
