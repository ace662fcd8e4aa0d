// What people do in a meeting while it runs: the parts of the lines of a run sheet, notes and where they go.

#include "assets/assets.h"
#include "process/load.h"
#include "process/names.h"

#include "document/value.h"
#include "files.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <vector>

using namespace planner;
using process::Audience;
using process::PartKind;
using process::RunSheet;
using process::RunSheetItem;
using process::RunSheetPart;

namespace {

/// What fits on a button.
constexpr std::size_t longest_title = 26;

const process::Process& full() {
    static const process::Process process = [] {
        auto loaded = process::load(read_source_file("tests/process/full.json"));
        REQUIRE_MESSAGE(loaded, loaded.error().pointer << ": " << loaded.error().sentence);
        return *loaded;
    }();
    return process;
}

std::size_t characters(const std::string& text) {
    const auto begins_one = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_one));
}

void check_button(const process::Text& text) {
    for (const std::string* each : {&text.nl, &text.en}) {
        CAPTURE(*each);
        CHECK_FALSE(each->empty());
        CHECK(characters(*each) <= longest_title);
    }
}

/// Every process that ships.
void for_each_shipped(const std::function<void(const process::Process&)>& look) {
    REQUIRE_FALSE(assets::processes().empty());
    for (const assets::Asset& asset : assets::processes()) {
        CAPTURE(asset.id);
        const auto loaded = process::load(asset.bytes);
        REQUIRE(loaded);
        look(*loaded);
    }
}

/// What the parts of a run sheet do, each kind once.
std::set<PartKind> kinds_of(const RunSheet& sheet) {
    std::set<PartKind> kinds;
    for (const RunSheetItem& item : sheet.items) {
        for (const RunSheetPart& part : item.parts) kinds.insert(part.kind);
    }
    return kinds;
}

} // namespace

TEST_CASE("the parts of a line keep what is said about them") {
    const RunSheetItem& welcome = *full().run_sheet("day")->item("welcome");
    REQUIRE(welcome.parts.size() == 6);
    CHECK(welcome.parts[0].id == "hello");
    CHECK(welcome.parts[0].title.en == "Talk");
    CHECK(welcome.parts[0].kind == PartKind::talk);
    CHECK(welcome.parts[0].least_minutes == 2);
    CHECK(welcome.parts[0].most_minutes == 5);
    CHECK(welcome.parts[0].card.empty());
    CHECK(welcome.parts[1].kind == PartKind::fields);
    CHECK(welcome.parts[1].card == "reception");
    CHECK(welcome.parts[1].fields == std::vector<std::string>{"panel", "length"});
    CHECK(welcome.parts[1].audience == Audience::room);
    CHECK(welcome.parts[1].most_minutes == 0);
    CHECK(welcome.parts[2].kind == PartKind::overlap);
    CHECK(welcome.parts[3].kind == PartKind::visit_dates);
    CHECK(welcome.parts[4].kind == PartKind::impressions);
    CHECK(welcome.parts[4].audience == Audience::panel);
    CHECK(welcome.parts[5].kind == PartKind::findings);
    CHECK(full().run_sheet("day")->item("round")->parts.at(0).card == "own");
    CHECK(full().run_sheet("day")->item("rest")->parts.empty());
}

TEST_CASE("a meeting says what notes are, where they go and who sees them") {
    const RunSheet& day = *full().run_sheet("day");
    CHECK(day.notes_audience == Audience::panel);
    REQUIRE(day.notes.size() == 2);
    REQUIRE(day.notes[0].row);
    CHECK(day.notes[0].row->card == "reception");
    CHECK(day.notes[0].row->field == "panel");
    CHECK(day.notes[0].row->column == "name");
    CHECK(day.notes[1].label.nl == "Twijfel");
    CHECK_FALSE(day.notes[1].row);
    REQUIRE(day.targets.size() == 2);
    CHECK(day.targets[0].place.column == "name");
    CHECK(day.targets[0].options.size() == 1);
    CHECK(day.targets[0].options.at("role") == "asks");
    CHECK(day.targets[1].label.en == "Told");
    CHECK(day.targets[1].place.field == "report");
    CHECK(day.targets[1].place.column.empty());
    CHECK(day.targets[1].options.empty());
}

TEST_CASE("a talk may take as long as its line, and notes may be for everyone") {
    document::Value file = document::Value::parse(read_source_file("tests/process/full.json"), nullptr, false);
    document::Value& sheet = file["run_sheets"][0];
    sheet["items"][0]["parts"][0].erase("talk");
    sheet.erase("notes_audience");
    const auto loaded = process::load(file.dump());
    REQUIRE_MESSAGE(loaded, loaded.error().pointer << ": " << loaded.error().sentence);
    CHECK(loaded->run_sheets[0].items[0].parts[0].most_minutes == 0);
    CHECK(loaded->run_sheets[0].notes_audience == Audience::room);
}

TEST_CASE("a card of a participant is clear in a line for each of them, and that of a host when there is one") {
    document::Value file = document::Value::parse(read_source_file("tests/process/full.json"), nullptr, false);
    file["run_sheets"][0]["scope"] = "review";
    const auto loaded = process::load(file.dump());
    CHECK_MESSAGE(loaded, loaded.error().pointer << ": " << loaded.error().sentence);
    file["run_sheets"][0]["items"][1].erase("repeat");
    const auto unclear = process::load(file.dump());
    REQUIRE_FALSE(unclear);
    CHECK(unclear.error().pointer == "/run_sheets/0/items/1/parts/0/card");
}

TEST_CASE("names that a review gives stand in the parts and notes of a meeting too") {
    document::Value file = document::Value::parse(read_source_file("tests/process/full.json"), nullptr, false);
    const document::Value text = {{"nl", "Deel 1"}, {"en", "Part 1"}};
    file["names"] = {{{"id", "first"}, {"text", text}}};
    file["run_sheets"][0]["items"][0]["parts"][0]["title"] = text;
    file["run_sheets"][0]["notes"][1]["label"] = text;
    file["run_sheets"][0]["targets"][1]["label"] = text;
    const auto original = process::load(file.dump());
    REQUIRE(original);
    process::Process named = *original;
    process::give_names(named, *original, {{"first", "Eerst"}});
    const RunSheet& day = named.run_sheets[0];
    CHECK(day.items[0].parts[0].title.nl == "Eerst");
    CHECK(day.notes[1].label.en == "Eerst");
    CHECK(day.targets[1].label.nl == "Eerst");
}

TEST_CASE("in every process that ships, the meetings can be run live, with words that fit on buttons") {
    for_each_shipped([](const process::Process& process) {
        std::set<PartKind> kinds;
        bool has_targets = false;
        for (const RunSheet& sheet : process.run_sheets) {
            CAPTURE(sheet.id);
            kinds.merge(kinds_of(sheet));
            CHECK_FALSE(sheet.notes.empty());
            has_targets = has_targets || !sheet.targets.empty();
            for (const process::NoteKind& note : sheet.notes) check_button(note.label);
            for (const process::NoteTarget& target : sheet.targets) check_button(target.label);
            for (const RunSheetItem& item : sheet.items) {
                for (const RunSheetPart& part : item.parts) check_button(part.title);
            }
        }
        CHECK(has_targets);
        for (const PartKind kind : {PartKind::fields, PartKind::impressions, PartKind::findings}) CHECK(kinds.count(kind) == 1);
    });
}

TEST_CASE("in every process that ships, the fields of a part and of a note exist") {
    for_each_shipped([](const process::Process& process) {
        for (const RunSheet& sheet : process.run_sheets) {
            for (const RunSheetItem& item : sheet.items) {
                for (const RunSheetPart& part : item.parts) {
                    CAPTURE(sheet.id + "/" + item.id + "/" + part.id);
                    const process::Card* card = process.card(part.card);
                    CHECK((card != nullptr || part.fields.empty()));
                    for (const std::string& field : part.fields) CHECK((card != nullptr && card->field(field) != nullptr));
                }
            }
        }
    });
}

TEST_CASE("what the panel only thinks yet never comes on the screen of the room") {
    for_each_shipped([](const process::Process& process) {
        const RunSheet& day = *process.run_sheet("reviewdag");
        CHECK(day.notes_audience == Audience::panel);
        for (const RunSheetItem& item : day.items) {
            for (const RunSheetPart& part : item.parts) {
                CAPTURE(item.id + "/" + part.id);
                const bool is_thinking = part.kind == PartKind::impressions || part.kind == PartKind::findings;
                CHECK((!is_thinking || part.audience == Audience::panel));
            }
        }
    });
}
