#include "assets/catalog.h"
#include "assets/language.h"
#include "document/value.h"
#include "files.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace planner;

namespace {

bool same_json(std::string_view embedded, const std::string& path) {
    const auto left = document::Value::parse(embedded, nullptr, false);
    return !left.is_discarded() && left == document::Value::parse(read_source_file(path), nullptr, false);
}

/// The English texts of a process file, members in the order of their names; see src/assets/split_assets.mjs.
void take_english(document::Value& value, std::vector<std::string>& english) {
    if (value.is_object() && value.contains("nl")) {
        english.push_back(value["en"].get<std::string>());
        value.erase("en");
    } else if (value.is_structured()) {
        for (document::Value& member : value) take_english(member, english);
    }
}

} // namespace

TEST_CASE("the program holds the files of the repository") {
    for (const std::string language : {"en", "nl"}) {
        document::Value file = document::Value::parse(read_source_file("assets/texts/" + language + ".json"), nullptr, false);
        const auto texts = assets::texts(language);
        CHECK(texts.size() == file.size());
        for (const assets::Text& text : texts) CHECK(file[std::string(text.key)] == text.text);
        CHECK(std::is_sorted(texts.begin(), texts.end(), [](const auto& a, const auto& b) { return a.key < b.key; }));
    }
    for (const assets::Asset& asset : assets::processes()) {
        CHECK(same_json(asset.bytes, "assets/processes/" + std::string(asset.id) + ".json"));
    }
    for (const assets::Asset& asset : assets::examples()) {
        CHECK(asset.bytes == read_source_file("assets/examples/" + std::string(asset.id) + ".json"));
    }
}

TEST_CASE("English that was taken out of a process file goes back to where it was") {
    const document::Value whole = document::Value::parse(assets::process("samen-opleiden"), nullptr, false);
    document::Value dutch = whole;
    std::vector<std::string> english;
    take_english(dutch, english);
    REQUIRE(english.size() > 500);
    REQUIRE(process::load(dutch.dump()));
    document::Value again = dutch;
    CHECK(assets::put_english(again, english));
    CHECK(again == whole);
    std::vector<std::string> fewer = english, more = english;
    fewer.pop_back();
    more.emplace_back("one too many");
    again = dutch;
    CHECK_FALSE(assets::put_english(again, fewer));
    again = dutch;
    CHECK_FALSE(assets::put_english(again, more));
}

TEST_CASE("a language is taken in whole or not at all, and what was read before speaks it in its place") {
    REQUIRE_FALSE(assets::has_language("fr"));
    const process::Process* process = assets::known_process("mbo-peer-review");
    const process::Card* card = &process->cards.front();
    document::Value dutch = document::Value::parse(assets::process("mbo-peer-review"), nullptr, false);
    std::vector<std::string> english;
    take_english(dutch, english);
    std::vector<std::string> loud = english;
    for (std::string& text : loud) text += "!";
    document::Value pack = {{"texts", {{"b", "Two"}, {"a", "One"}}}, {"processes", {{"mbo-peer-review", loud}}}};
    for (const char* wrong : {"", "[]", "{}", R"({"texts": {"a": 1}, "processes": {}})",
                              R"({"texts": {}, "processes": {"mbo-peer-review": ["one text"]}})",
                              R"({"texts": {}, "processes": {"no such process": []}})"}) {
        CAPTURE(wrong);
        CHECK_FALSE(assets::add_language("fr", wrong));
        CHECK_FALSE(assets::has_language("fr"));
    }
    // The texts to fill in have no more placeholders than before, so this reads.
    REQUIRE(assets::add_language("fr", pack.dump()));
    CHECK(assets::texts("fr")[0].text == "One");
    CHECK(assets::texts("fr").size() == 2);
    CHECK(assets::known_process("mbo-peer-review") == process);
    CHECK(&process->cards.front() == card);
    CHECK(card->title.en.back() == '!');
    pack["processes"]["mbo-peer-review"] = english;
    REQUIRE(assets::add_language("fr", pack.dump()));
    CHECK(card->title.en.back() != '!');
}

TEST_CASE("files are found by name, the schema is not a process") {
    CHECK(assets::texts("de").empty());
    CHECK(assets::process("process").empty());
    CHECK(assets::process("process.schema").empty());
}
