#include "document/read.h"
#include "files.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>

using namespace planner;

namespace {

using Texts = std::map<std::string, std::string>;

Texts read_texts(std::string_view language) {
    const auto value = document::read_json(read_source_file("assets/texts/" + std::string(language) + ".json"));
    REQUIRE_MESSAGE(value, value.error().reason_text << " at line " << value.error().line);
    REQUIRE(value->is_object());
    Texts texts;
    for (const auto& entry : value->items()) {
        CAPTURE(entry.key());
        REQUIRE(entry.value().is_string());
        texts[entry.key()] = entry.value().get<std::string>();
    }
    return texts;
}

std::set<std::string> placeholders(const std::string& text) {
    static const std::regex pattern("\\{[^}]*\\}");
    return {std::sregex_token_iterator(text.begin(), text.end(), pattern), {}};
}

/// The part of a key before its first dot: what the text is about.
std::string area_of(const std::string& key) {
    return key.substr(0, key.find('.'));
}

/// Every string literal in a source file that looks like a key and begins with one of the areas; the name of a page is none.
std::set<std::string> used_keys(const std::string& source, const std::set<std::string>& areas) {
    static const std::regex literal("\"([a-z_]+(?:\\.[a-z_0-9]+)+)\"");
    std::set<std::string> keys;
    for (std::sregex_iterator match(source.begin(), source.end(), literal), end; match != end; ++match) {
        const std::string key = (*match)[1];
        if (areas.count(area_of(key)) == 1 && !key.ends_with(".html")) keys.insert(key);
    }
    return keys;
}

std::set<std::string> areas_of(const Texts& texts) {
    std::set<std::string> areas;
    for (const auto& [key, text] : texts) areas.insert(area_of(key));
    return areas;
}

} // namespace

TEST_CASE("both languages have the same texts with the same placeholders") {
    const Texts dutch = read_texts("nl");
    const Texts english = read_texts("en");
    for (const auto& entry : dutch) {
        const auto& key = entry.first;
        const auto& text = entry.second;
        CAPTURE(key);
        CHECK(!text.empty());
        REQUIRE(english.count(key) == 1);
        CHECK(placeholders(text) == placeholders(english.at(key)));
        CHECK(!english.at(key).empty());
    }
    for (const auto& entry : english) {
        const auto& key = entry.first;
        CAPTURE(key);
        CHECK(dutch.count(key) == 1);
    }
}

TEST_CASE("keys and placeholders are well formed") {
    const std::regex key_pattern("[a-z_]+(\\.[a-z_0-9]+)+");
    const std::regex placeholder_pattern("\\{[a-z_]+\\}");
    for (const auto& entry : read_texts("nl")) {
        const auto& key = entry.first;
        const auto& text = entry.second;
        CAPTURE(key);
        CHECK(std::regex_match(key, key_pattern));
        for (const std::string& placeholder : placeholders(text))
            CHECK(std::regex_match(placeholder, placeholder_pattern));
        CHECK(std::count(text.begin(), text.end(), '{') == std::count(text.begin(), text.end(), '}'));
    }
}

TEST_CASE("a text that counts has both forms") {
    const Texts texts = read_texts("nl");
    for (const auto& entry : texts) {
        const auto& key = entry.first;
        const auto& text = entry.second;
        CAPTURE(key);
        if (key.ends_with(".one")) CHECK(texts.count(key.substr(0, key.size() - 3) + "other") == 1);
        const bool counts = key.ends_with(".other") && placeholders(text).count("{count}") == 1;
        if (counts) CHECK(texts.count(key.substr(0, key.size() - 5) + "one") == 1);
    }
}

TEST_CASE("the names that scripts rely on") {
    const Texts texts = read_texts("nl");
    const std::map<std::string, std::string> fixed = {
        {"start.new", "Nieuwe peer review"},
        {"start.open", "Bestand openen"},
        {"start.example", "Voorbeeld bekijken"},
        {"overview.title", "Peer Reviews"},
        {"overview.new", "Nieuwe peer review"},
        {"overview.open_file", "Bestand openen"},
        {"overview.example", "Voorbeeld bekijken"},
        {"new_review.title", "Nieuwe peer review"},
        {"new_review.title_field", "Titel"},
        {"new_review.kind", "Soort peer review"},
        {"new_review.create", "Aanmaken"},
        {"new_review.cancel", "Annuleren"},
        {"new_review.team_name", "Naam {participant} {number}"},
        {"new_review.team_institution", "Instelling {participant} {number}"},
        {"review.download", "Bestand downloaden"},
        {"review.open_file", "Bestand openen"},
        {"nav.dashboard", "Dashboard"},
        {"nav.cards", "Hulpkaarten"},
        {"save.saved", "Opgeslagen"},
        {"import.merge", "Samenvoegen"},
        {"import.cancel", "Annuleren"},
    };
    for (const auto& entry : fixed) {
        const auto& key = entry.first;
        const auto& text = entry.second;
        CAPTURE(key);
        REQUIRE(texts.count(key) == 1);
        CHECK(texts.at(key) == text);
    }
}

TEST_CASE("keys are found wherever they stand, other literals are not taken for one") {
    const auto keys =
        used_keys("tr(first ? \"save.saved\" : \"save.failed.quota\"); open(\"nl.json\"); tr(\"word\"); x(\"date.\")",
                  {"save", "date"});
    CHECK(keys == std::set<std::string>{"save.saved", "save.failed.quota"});
}

TEST_CASE("every text that the app, its screens and the names of places ask for exists") {
    const Texts texts = read_texts("nl");
    const std::set<std::string> areas = areas_of(texts);
    for (const char* folder : {"src/app", "src/review", "src/ui"}) {
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(std::filesystem::path(PLANNER_SOURCE_DIR) / folder)) {
            const std::string path = entry.path().lexically_relative(PLANNER_SOURCE_DIR).generic_string();
            if (!path.ends_with(".cpp") && !path.ends_with(".h")) continue;
            for (const std::string& key : used_keys(read_source_file(path), areas)) {
                const bool exists = texts.count(key) == 1 || texts.count(key + ".one") == 1;
                CHECK_MESSAGE(exists, path << " asks for the text \"" << key << "\"");
            }
        }
    }
}
