#include "process/load.h"

#include "assets/assets.h"
#include "document/value.h"
#include "files.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace planner;
using process::FieldKind;
using process::Process;

namespace {

Process load_small() {
    auto loaded = process::load(read_source_file("tests/process/small.json"));
    REQUIRE(loaded);
    return *loaded;
}

} // namespace

TEST_CASE("a process file is read completely") {
    const Process small = load_small();
    CHECK(small.id == "small");
    CHECK(small.title.in(process::Language::dutch) == "Klein");
    CHECK(small.title.in(process::Language::english) == "Small");
    CHECK(small.participants.minimum == 2);
    CHECK(small.participants.plural.nl == "groepen");
    REQUIRE(small.steps.size() == 2);
    CHECK(small.steps[1].cards.empty());
    REQUIRE(small.learning_question.size() == 1);
    CHECK(small.learning_question[0].field == "question");
}

TEST_CASE("cards, fields and steps are found by id") {
    const Process small = load_small();
    const process::Card* card = small.card("first");
    REQUIRE(card);
    CHECK(small.step_of_card("first") == &small.steps[0]);
    CHECK(small.card("second") == nullptr);
    CHECK(small.step_of_card("second") == nullptr);
    REQUIRE(card->field("actions"));
    CHECK(card->field("what") == nullptr);
    CHECK(card->field("actions")->column("what"));
    CHECK(card->field("level")->option("other")->label.en == "Other");
}

TEST_CASE("fields keep what is said about them") {
    const Process small = load_small();
    const process::Card& card = *small.card("first");
    CHECK(card.field("name")->binding == "participant.name");
    CHECK(card.field("name")->width == process::Width::half);
    CHECK(card.field("name")->required == process::Requirement::optional);
    CHECK(card.field("question")->width == process::Width::full);
    CHECK(card.field("question")->required == process::Requirement::required);
    CHECK(card.field("question")->help.nl == "Open.");
    CHECK(card.field("question")->shown_when.always());
    CHECK(card.field("level_other")->shown_when.field == "level");
    CHECK(card.field("level_other")->shown_when.option == "other");
    CHECK(card.field("actions")->kind == FieldKind::table);
    CHECK(card.field("actions")->proposed_rows == 4);
    CHECK(card.field("actions")->row_name.en == "Action");
    CHECK(card.field("people")->columns[0].required == process::Requirement::required);
}

TEST_CASE("every process that ships can be read and is named after its id") {
    REQUIRE(!assets::processes().empty());
    for (const assets::Asset& asset : assets::processes()) {
        const std::string id(asset.id);
        CAPTURE(id);
        const auto loaded = process::load(asset.bytes);
        REQUIRE_MESSAGE(loaded, loaded.error().pointer << ": " << loaded.error().sentence);
        CHECK(loaded->id == id);
        CHECK(!loaded->learning_question.empty());
    }
}

TEST_CASE("on one card no two fields have the same label, because labels are accessible names") {
    for (const assets::Asset& asset : assets::processes()) {
        const auto loaded = process::load(asset.bytes);
        REQUIRE(loaded);
        for (const process::Card& card : loaded->cards) {
            std::set<std::string> dutch, english;
            for (const process::Block& block : card.blocks) {
                for (const process::Field& field : block.fields) {
                    CAPTURE(field.id);
                    CHECK(dutch.insert(field.label.nl).second);
                    CHECK(english.insert(field.label.en).second);
                }
            }
        }
    }
}

TEST_CASE("the mbo peer review asks what the two cards around the start meeting ask") {
    const auto loaded = process::load(assets::process("mbo-peer-review"));
    REQUIRE(loaded);
    CHECK(loaded->participants.minimum == 3);
    REQUIRE(loaded->steps.size() == 5);
    CHECK(loaded->steps[0].title.nl == "Verkennen");
    CHECK(loaded->steps[4].title.nl == "Vervolgen");
    CHECK(loaded->card("verkenning")->title.nl == "Verkenning eigen vraagstuk");
    CHECK(loaded->card("verkenning")->field("niveau")->options.size() == 7);
    CHECK(loaded->card("voorbereiding")->title.nl == "Voorbereiding peer review");
    CHECK(loaded->card("voorbereiding")->blocks.size() == 9);
    CHECK(loaded->card("voorbereiding")->field("niveau")->options.size() == 5);
    CHECK(loaded->learning_question[0].card == "voorbereiding");
    CHECK(loaded->learning_question[1].card == "verkenning");
}
