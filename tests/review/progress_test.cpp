#include <doctest/doctest.h>

#include "document/merge.h"
#include "review/conflicts.h"
#include "review/progress.h"
#include "sample.h"

using namespace planner;
using namespace planner::testing;
using process::Language;

namespace {

void fill_first_card(document::Document& document, const std::string& team) {
    const document::EntityKey card = review::card_key("eerste", team);
    document.write(stamp(1), {review::participant_key(team), "institution"}, "Oost");
    document.write(stamp(1), {card, "niveau"}, document::Value::array({"team"}));
    document.write(stamp(1), {card, "vraag"}, "Waarom?");
}

} // namespace

TEST_CASE("a block is filled when its required fields are, or any field where none is required") {
    document::Document document = sample_document();
    const review::Review review(document, process_of_tests());
    const std::string team = review.participants()[1].id;
    const process::Card& card = process_of_tests().cards[0];
    const auto filled = [&] { return review::progress_of_card(review, card, team).filled_blocks; };
    CHECK(review::progress_of_card(review, card, team).blocks == 3);
    CHECK(filled() == 0);
    fill_first_card(document, team);
    CHECK(filled() == 3);
    CHECK(review::progress_of_card(review, card, team).complete());
    // "Anders" asks one more required field.
    document.write(stamp(1), {review::card_key("eerste", team), "niveau"}, document::Value::array({"anders"}));
    CHECK(filled() == 2);
    CHECK(review::progress_of_card(review, card, team).required == 3);
    document.write(stamp(1), {review::card_key("eerste", team), "niveau_anders"}, "De hele school");
    CHECK(filled() == 3);
}

TEST_CASE("a required table needs a row with its required column filled; blocks without fields do not count") {
    document::Document document = sample_document();
    const review::Review review(document, process_of_tests());
    const std::string team = review.participants()[0].id;
    const process::Card& card = process_of_tests().cards[1];
    const review::NewRow row = review::new_row(document, {"tweede", team, card.field("dagen")}, [] { return 5U; });
    write(document, row.writes);
    CHECK(review::progress_of_card(review, card, team).blocks == 1);
    CHECK_FALSE(review::progress_of_card(review, card, team).complete());
    document.write(stamp(1), {row.row, "dag"}, "maandag");
    CHECK(review::progress_of_card(review, card, team).complete());
}

TEST_CASE("the current step is the first with something to do, never beyond the last") {
    document::Document document = sample_document();
    const review::Review review(document, process_of_tests());
    CHECK(review::current_step(review) == 0);
    for (const review::Participant& team : review.participants()) fill_first_card(document, team.id);
    CHECK(review::progress_of_step(review, process_of_tests().steps[0]).complete_cards == 2);
    CHECK(review::current_step(review) == 1);
    std::uint64_t next = 100;
    for (const review::Participant& team : review.participants()) {
        const review::NewRow row = review::new_row(
            document, {"tweede", team.id, process_of_tests().cards[1].field("dagen")}, [&] { return ++next; });
        write(document, row.writes);
        document.write(stamp(1), {row.row, "dag"}, "maandag");
    }
    CHECK(review::current_step(review) == 2);
    CHECK(review::current_step(std::vector<review::StepProgress>{}) == 0);
}

TEST_CASE("conflicts are grouped by team and card, in words, without order and links") {
    document::Document document = sample_document();
    const std::string first = review::Review(document, process_of_tests()).participants()[0].id;
    const std::string second = review::Review(document, process_of_tests()).participants()[1].id;
    const review::NewRow row =
        review::new_row(document, {"tweede", second, process_of_tests().cards[1].field("dagen")}, [] { return 5U; });
    write(document, row.writes);
    document::Document other = document;
    const auto both = [&](const document::FieldKey& key) {
        document.write(stamp(1), key, "van de een");
        other.write(stamp(2), key, "van de ander");
    };
    both({row.row, "dag"});
    both({row.row, "position"});
    both({review::card_key("eerste", first), "vraag"});
    both({review::review_key(), "title"});
    both({review::participant_key(first), "institution"});
    REQUIRE(document::merge_into(document, other).has_value());

    const auto groups = review::conflicts_of(review::Review(document, process_of_tests()), Language::dutch);
    REQUIRE(groups.size() == 4);
    CHECK(groups[0].participant_id.empty());
    CHECK(groups[0].conflicts[0].place.text_key == "review.title_field");
    CHECK(groups[1].participant == "Team Een");
    CHECK(groups[1].card.empty());
    CHECK(groups[1].conflicts[0].place.field == "Instelling");
    CHECK(groups[2].card == "Eerste kaart");
    CHECK(groups[2].conflicts[0].place.block == "Vraag");
    CHECK(groups[2].conflicts[0].place.field == "Leervraag");
    CHECK(groups[3].participant == "Team Twee");
    const review::Place& place = groups[3].conflicts[0].place;
    CHECK(place.row == 1);
    CHECK(place.row_name == "Dag");
    CHECK(place.column == "Naam");
    CHECK(groups[3].conflicts.size() == 1);
}

TEST_CASE("a place that nothing describes still has a name") {
    document::Document document = sample_document();
    document.write(stamp(1), {{"iets", "nieuws"}, "veld"}, "x");
    const review::Review review(document, process_of_tests());
    CHECK(review::place_of(review, document::FieldKey{{"iets", "nieuws"}, "veld"}, Language::dutch).field == "veld");
    CHECK(review::place_of(review, document::FieldKey{{"rows", "geen"}, "kolom"}, Language::dutch).column == "kolom");
}
