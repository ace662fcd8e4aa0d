#include <doctest/doctest.h>

#include "document/merge.h"
#include "document/read.h"
#include "document/write.h"
#include "review/values.h"
#include "sample.h"

using namespace planner;
using namespace planner::testing;
using review::Direction;

namespace {

struct Sample {
    document::Document document = sample_document();
    review::Review review{document, process_of_tests()};
    std::string team = review.participants().at(0).id;
    review::RandomBits random = counting();
    review::TableKey days{"tweede", team, process_of_tests().card("tweede")->field("dagen")};

    document::EntityKey add_day() {
        // Ids that no participant has: the counter of the sample started at the same value.
        for (int i = 0; i < 10; ++i) random();
        const review::NewRow made = review::new_row(document, days, random);
        write(document, made.writes);
        return made.row;
    }
};

using Rows = std::vector<document::EntityKey>;

} // namespace

TEST_CASE("a new review has its title, kind, moment and teams in their order") {
    Sample sample;
    CHECK(sample.review.title() == "Samen");
    CHECK(review::process_id(sample.document) == "klein");
    CHECK(sample.review.created() == "2026-11-18T11:06:40Z");
    const auto participants = sample.review.participants();
    REQUIRE(participants.size() == 2);
    CHECK(participants[0].name == "Team Een");
    CHECK(participants[0].institution == "Noord");
    CHECK(participants[1].name == "Team Twee");
    CHECK(sample.document.id().size() == 10);
    CHECK(document::read(document::write(sample.document)).has_value());
}

TEST_CASE("participants that were removed are not there, and a new one comes last") {
    Sample sample;
    write(sample.document, review::new_participant(sample.document, {"Team Drie", "Zuid"}, [] { return 77U; }).writes);
    CHECK(sample.review.participants().back().name == "Team Drie");
    sample.document.remove(stamp(1), review::participant_key(sample.team));
    CHECK(sample.review.participants().size() == 2);
    CHECK_FALSE(sample.review.participant(sample.team).has_value());
}

TEST_CASE("a bound field is one value for all cards, an own field belongs to card and participant") {
    const process::Card& card = process_of_tests().cards[0];
    CHECK(to_pointer(review::field_key(*card.field("instelling"), "eerste", "p1")) == "/participants/p1/institution");
    CHECK(to_pointer(review::field_key(*card.field("vraag"), "eerste", "p1")) == "/cards/eerste.p1/vraag");
    process::Field bound;
    bound.binding = "review.facilitator_name";
    CHECK(to_pointer(review::field_key(bound, "eerste", "p1")) == "/review/review/facilitator_name");
    bound.binding = "visit.date";
    CHECK(to_pointer(review::field_key(bound, "eerste", "p1")) == "/visits/visit.p1/date");
}

TEST_CASE("what is written first on a card says whose it is, once") {
    Sample sample;
    const document::FieldKey key{review::card_key("eerste", sample.team), "vraag"};
    const auto links = review::missing_links(sample.document, key);
    REQUIRE(links.size() == 2);
    write(sample.document, links);
    CHECK(review::missing_links(sample.document, key).empty());
    CHECK(review::missing_links(sample.document, {review::visit_key(sample.team), "date"}).size() == 1);
    CHECK(review::missing_links(sample.document, {review::review_key(), "goal"}).empty());
}

TEST_CASE("rows keep their order when they are moved, at the ends too") {
    Sample sample;
    const auto a = sample.add_day();
    const auto b = sample.add_day();
    const auto c = sample.add_day();
    const auto rows = [&] { return review::rows_of(sample.document, sample.days); };
    REQUIRE(rows() == Rows{a, b, c});
    const auto move = [&](const document::EntityKey& row, Direction direction) {
        const auto writes = review::move_row(sample.document, sample.days, row, direction);
        write(sample.document, writes);
        return writes.size();
    };
    CHECK(move(c, Direction::up) == 1);
    CHECK(rows() == Rows{a, c, b});
    CHECK(move(a, Direction::down) == 1);
    CHECK(rows() == Rows{c, a, b});
    CHECK(move(c, Direction::up) == 0);
    CHECK(move(b, Direction::down) == 0);
    CHECK(move({"rows", "other"}, Direction::up) == 0);
}

TEST_CASE("rows that copies gave the same position can still be moved past each other") {
    Sample sample;
    const auto a = sample.add_day();
    const auto b = sample.add_day();
    const auto c = sample.add_day();
    for (const auto& row : {a, b, c}) sample.document.write(stamp(2), {row, "position"}, "a0");
    const Rows before = review::rows_of(sample.document, sample.days);
    write(sample.document, review::move_row(sample.document, sample.days, before[2], Direction::up));
    CHECK(review::rows_of(sample.document, sample.days) == Rows{before[0], before[2], before[1]});
}

TEST_CASE("rows belong to one table of one card of one team, and the index of all tables agrees") {
    Sample sample;
    const auto row = sample.add_day();
    const auto gone = sample.add_day();
    sample.document.remove(stamp(1), gone);
    review::TableKey elsewhere = sample.days;
    elsewhere.participant = sample.review.participants().at(1).id;
    const review::TableKey persons{"eerste", sample.team, process_of_tests().card("eerste")->field("contact")};
    const review::NewRow person = review::new_row(sample.document, persons, [] { return 12345U; });
    write(sample.document, person.writes);
    CHECK(person.row.collection == "persons");
    CHECK(review::rows_of(sample.document, sample.days) == Rows{row});
    CHECK(review::rows_of(sample.document, elsewhere).empty());
    CHECK(review::rows_of(sample.document, persons) == Rows{person.row});
    const review::RowIndex index(sample.document);
    for (const review::TableKey& table : {sample.days, elsewhere, persons}) {
        CHECK(index.rows(table) == review::rows_of(sample.document, table));
    }
}

TEST_CASE("the learning question is the first one that is filled in") {
    Sample sample;
    CHECK(sample.review.learning_question(sample.team).empty());
    sample.document.write(stamp(1), {review::card_key("eerste", sample.team), "vraag"}, "Waarom?");
    CHECK(sample.review.learning_question(sample.team) == "Waarom?");
}

TEST_CASE("a field that depends on an option is asked when that option is chosen") {
    Sample sample;
    const process::Field& other = *process_of_tests().card("eerste")->field("niveau_anders");
    CHECK_FALSE(sample.review.is_asked("eerste", sample.team, other));
    sample.document.write(stamp(1), {review::card_key("eerste", sample.team), "niveau"}, {"team", "anders"});
    CHECK(sample.review.is_asked("eerste", sample.team, other));
}

TEST_CASE("a copy has the shown texts, another id, and nothing that was removed") {
    Sample sample;
    const auto row = sample.add_day();
    const auto gone = sample.add_day();
    sample.document.remove(stamp(1), gone);
    const document::Document copy = review::copy_review(sample.document, "Kopie", stamp(9), [] { return 99U; });
    CHECK(copy.id() != sample.document.id());
    CHECK(copy.value({review::review_key(), "title"}) == "Kopie");
    CHECK(copy.entity(row) != nullptr);
    CHECK(copy.entity(gone) == nullptr);
    CHECK(copy.replicas().size() == 1);
    document::Document original = sample.document;
    CHECK_FALSE(document::merge_into(original, copy).has_value());
}

TEST_CASE("nonsense in a file reads as nothing") {
    Sample sample;
    sample.document.write(stamp(1), {review::review_key(), "title"}, 5);
    sample.document.write(stamp(1), {review::participant_key(sample.team), "name"}, {{"a", 1}});
    CHECK(sample.review.title().empty());
    CHECK(sample.review.participants()[0].name.empty());
    CHECK(review::split_card_id("zonder-punt").participant.empty());
}

TEST_CASE("empty is what a person calls empty") {
    using document::Value;
    for (const Value& empty : {Value(), Value(""), Value(" \n"), Value(false), Value(Value::array())})
        CHECK_FALSE(review::is_filled(empty));
    for (const Value& filled : {Value("x"), Value(true), Value(0), Value({"a"})}) CHECK(review::is_filled(filled));
}

TEST_CASE("random ids are ten plain characters") {
    const std::string id = review::random_id([] { return ~std::uint64_t{0}; });
    CHECK(id.size() == 10);
    CHECK(id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") == std::string::npos);
}
