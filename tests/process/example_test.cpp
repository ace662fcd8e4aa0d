#include "assets/assets.h"
#include "document/read.h"
#include "document/write.h"
#include "example/build_example.h"
#include "files.h"
#include "process/load.h"
#include "review/progress.h"

#include <doctest/doctest.h>

#include <string>

using namespace planner;

TEST_CASE("every example is a planner file as the planner itself writes it") {
    REQUIRE(!assets::examples().empty());
    for (const assets::Asset& asset : assets::examples()) {
        CAPTURE(std::string(asset.id));
        const auto read = document::read(asset.bytes);
        REQUIRE_MESSAGE(read, read.error().pointer << ": " << read.error().reason_text);
        CHECK(read->trust == document::Trust::checked);
        CHECK(read->document.conflicts().empty());
        CHECK(document::write(read->document) == asset.bytes);
    }
}

TEST_CASE("an example is what its source says; the target `example` writes it anew") {
    for (const assets::Asset& asset : assets::examples()) {
        const std::string source = "tests/process/example/" + std::string(asset.id) + ".source.json";
        CAPTURE(source);
        const auto value = document::Value::parse(read_source_file(source), nullptr, false);
        REQUIRE(value.is_object());
        CHECK(build_example(value) == asset.bytes);
    }
}

TEST_CASE("in the example of the mbo peer review every card that a team began is complete") {
    const auto read = document::read(assets::example("mbo-peer-review"));
    const auto process = process::load(assets::process("mbo-peer-review"));
    REQUIRE(read);
    REQUIRE(process);
    const review::Review review(read->document, *process);
    CHECK(review.title() == "Zelfstandig leren in de praktijk");
    CHECK(review.kickoff().date == "2026-11-19");
    REQUIRE(review.participants().size() == 3);
    for (const review::Participant& participant : review.participants()) {
        CAPTURE(participant.name);
        CHECK(!review.learning_question(participant.id).empty());
        CHECK(review.visit_of(participant.id).date > review.kickoff().date);
        CHECK(review.persons_of(participant.id).size() >= 2);
        std::size_t begun = 0;
        for (const process::Card& card : process->cards) {
            CAPTURE(card.id);
            if (read->document.entity(review::card_key(card.id, participant.id)) == nullptr) continue;
            ++begun;
            const review::Progress progress = review::progress_of_card(review, card, participant.id);
            CHECK(progress.filled_blocks == progress.blocks);
        }
        CHECK(begun >= 2);
    }
}
