#include "assets/assets.h"
#include "document/value.h"
#include "files.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace planner;

namespace {

bool same_json(std::string_view embedded, const std::string& path) {
    const auto left = document::Value::parse(embedded, nullptr, false);
    return !left.is_discarded() && left == document::Value::parse(read_source_file(path), nullptr, false);
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

TEST_CASE("files are found by name, the schema is not a process") {
    CHECK(assets::texts("fr").empty());
    CHECK(assets::process("process").empty());
    CHECK(assets::process("process.schema").empty());
}
