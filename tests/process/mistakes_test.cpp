#include "process/load.h"
#include "process/locate.h"

#include "document/value.h"
#include "files.h"

#include <doctest/doctest.h>

#include <string>

using namespace planner;
using document::Value;

namespace {

Value read_json_file(std::string_view path) {
    Value value = Value::parse(read_source_file(path), nullptr, false);
    REQUIRE_MESSAGE(!value.is_discarded(), "not JSON: " << path);
    return value;
}

} // namespace

TEST_CASE("every mistake is refused with a pointer and a sentence") {
    std::string base, file;
    SUBCASE("in steps and cards") {
        base = "small", file = "mistakes";
    }
    SUBCASE("in what stands around the cards") {
        base = "full", file = "mistakes_around";
    }
    const Value right = read_json_file("tests/process/" + base + ".json");
    const Value mistakes = read_json_file("tests/process/" + file + ".json");
    CHECK(process::load(right.dump(2)));
    CHECK(mistakes.size() > 60);
    for (const Value& mistake : mistakes) {
        CAPTURE(mistake["mistake"]);
        const auto loaded = process::load(right.patch(mistake["patch"]).dump(2));
        CHECK(!loaded);
        if (loaded) continue;
        CHECK(loaded.error().pointer == mistake["pointer"].get<std::string>());
        const std::string& sentence = loaded.error().sentence;
        CHECK_MESSAGE(sentence.find(mistake["says"].get<std::string>()) != std::string::npos, sentence);
        CHECK(loaded.error().line >= 1);
        CHECK(loaded.error().column >= 1);
    }
}

TEST_CASE("what is not even JSON is refused where it goes wrong") {
    std::string text = read_source_file("tests/process/small.json");
    text.resize(text.size() / 2);
    const auto cut_off = process::load(text);
    REQUIRE(!cut_off);
    CHECK(cut_off.error().line > 10);

    const auto doubled = process::load("{\"id\": \"a\",\n \"id\": \"b\"}");
    REQUIRE(!doubled);
    CHECK(doubled.error().line == 2);
    CHECK(!process::load(""));
}

TEST_CASE("an error tells line and column, in characters") {
    const auto loaded = process::load(read_source_file("tests/process/broken.json"));
    REQUIRE(!loaded);
    CHECK(loaded.error().pointer == "/title/en");
    CHECK(loaded.error().line == 6);
    CHECK(loaded.error().column == 40);
}

TEST_CASE("a pointer is found in the text") {
    const std::string text = "\n {\"a\": [1, {\"x}\": \"]\\\"\", \"b/c\": [true]}], \"\\u00e9\": 2}";
    const auto column = [&](std::string_view pointer) { return process::locate(text, pointer).column; };
    CHECK(process::locate(text, "").line == 2);
    CHECK(column("") == 2);
    CHECK(column("/a") == 8);
    CHECK(column("/a/1") == 12);
    CHECK(column("/a/1/x}") == 19);
    CHECK(column("/a/1/b~1c/0") == 34);
    CHECK(column("/\xC3\xA9") == 53);
    CHECK(column("/a/7/x") == 8);
}
