#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "document/value.h"
#include "planning/overlap.h"
#include "shipped.h"

using namespace planner;
using namespace planner::testing;
using planning::QuestionOverlap;

namespace {

using Words = std::vector<std::string>;

/// A review whose teams have these questions; a team with "" has none.
struct AskingTeams : ShippedReview {
    explicit AskingTeams(const Words& questions, const std::string& id = "mbo-peer-review")
        : ShippedReview(id, questions.size()) {
        const process::FieldReference& place = process.learning_question.front();
        const process::Field& field = *process.card(place.card)->field(place.field);
        for (std::size_t i = 0; i < questions.size(); ++i) {
            if (questions[i].empty()) continue;
            document.write(stamp(), reading().key_of(place.card, team(i), field), questions[i]);
        }
    }

    std::vector<QuestionOverlap> overlaps() const { return planning::question_overlaps(reading()); }
};

/// What the questions of two teams have in common.
QuestionOverlap between(const std::string& left, const std::string& right) {
    static std::vector<std::unique_ptr<AskingTeams>> kept; // The result points into the process of the review.
    kept.push_back(std::make_unique<AskingTeams>(Words{left, right}));
    const auto overlaps = kept.back()->overlaps();
    REQUIRE(overlaps.size() == 1);
    return overlaps.front();
}

Words ids_of(const std::vector<const process::Theme*>& themes) {
    Words ids;
    for (const process::Theme* theme : themes) ids.push_back(theme->id);
    return ids;
}

/// Counts of pairs of questions: those that the planner finds and those that people find.
struct Score {
    double found_rightly = 0, found_wrongly = 0, missed = 0;

    double precision() const { return found_rightly / (found_rightly + found_wrongly); }
    double recall() const { return found_rightly / (found_rightly + missed); }
};

void add(Score& score, const document::Value& set) {
    Words names, questions;
    for (const auto& [name, question] : set["questions"].items()) {
        names.push_back(name);
        questions.push_back(question.get<std::string>());
    }
    std::set<std::pair<std::string, std::string>> similar;
    for (const auto& pair : set["similar"].get<std::vector<Words>>()) similar.insert(std::minmax(pair.at(0), pair.at(1)));
    const AskingTeams teams(questions);
    std::map<std::string, std::string> name_of;
    for (std::size_t i = 0; i < names.size(); ++i) name_of[teams.team(i)] = names[i];
    std::size_t known = 0;
    for (const QuestionOverlap& overlap : teams.overlaps()) {
        const auto pair = std::minmax(name_of.at(overlap.left), name_of.at(overlap.right));
        const bool is_similar = similar.count(pair) == 1;
        known += is_similar ? 1 : 0;
        score.found_rightly += is_similar && overlap.similar ? 1 : 0;
        score.found_wrongly += !is_similar && overlap.similar ? 1 : 0;
        score.missed += is_similar && !overlap.similar ? 1 : 0;
    }
    CHECK(known == similar.size());
}

} // namespace

TEST_CASE("most pairs of questions that people call similar are found, and few others") {
    const auto sets = document::Value::parse(source_file("tests/planning/overlap.json"), nullptr, false);
    REQUIRE(sets.is_array());
    Score all;
    for (const document::Value& set : sets) add(all, set);
    CAPTURE(all.precision());
    CAPTURE(all.recall());
    CHECK(all.found_rightly + all.missed >= 35);
    CHECK(all.precision() >= 0.75);
    CHECK(all.recall() >= 0.85);
}

TEST_CASE("in a set of a dozen questions every similar pair is found, and no other") {
    const auto sets = document::Value::parse(source_file("tests/planning/overlap.json"), nullptr, false);
    Score first;
    add(first, sets.at(0));
    CHECK(first.found_rightly == 4);
    CHECK(first.found_wrongly == 0);
    CHECK(first.missed == 0);
}

TEST_CASE("a pair says which words and themes both have, as the left one writes them") {
    const QuestionOverlap overlap = between("Hoe krijgen studenten op hun Stages feedback van leerbedrijven?",
                                            "Waardoor doen wij zo weinig met de feedback van een leerbedrijf?");
    CHECK(overlap.words.empty());
    CHECK(ids_of(overlap.themes) == Words{"feedback", "werkplek"});
    CHECK(overlap.similar);
    CHECK(between("Wat vraagt één goed voorbeeldgesprek?", "Welk gesprek past?").words == Words{"voorbeeldgesprek"});
    CHECK(between("Welk gesprek past?", "Wat vraagt één goed voorbeeldgesprek?").words == Words{"gesprek"});
}

TEST_CASE("a word that is the name of a theme of both is not told beside that, and counts as much as it did") {
    const QuestionOverlap overlap = between("Wat is Burgerschap, en hoe komt het in de les?", "Hoe komt búrgerschap in onze les?");
    CHECK(ids_of(overlap.themes) == Words{"burgerschap"});
    CHECK(std::find(overlap.words.begin(), overlap.words.end(), "Burgerschap") == overlap.words.end());
    CHECK(overlap.weight == doctest::Approx(1));
    // It says more than the theme, or only a part of what that is called.
    CHECK(between("burgerschapslessen plannen", "burgerschapslessen roosteren").words == Words{"burgerschapslessen"});
    const QuestionOverlap part = between("plannen en loopbaan", "plannen van loopbaan");
    CHECK(ids_of(part.themes) == Words{"loopbaan", "planning"});
    CHECK(part.words == Words{"plannen", "loopbaan"});
}

TEST_CASE("the weight is how much of the shorter question both say; a theme counts for two words") {
    // Two words and one theme on the left, of which the right one says the theme and one word.
    CHECK(between("Hoe geven wij feedback op tekeningen?", "Feedback: hoe komt die aan bij ouders van jonge studenten?").weight ==
          doctest::Approx(3.0 / 4.0));
    CHECK(between("zagen en schaven", "schaven en vijlen").weight == doctest::Approx(0.5));
    CHECK_FALSE(between("zagen en schaven", "schaven en vijlen").similar);
    CHECK(between("zagen, boren en schaven", "schaven, boren en vijlen").similar);
    const QuestionOverlap part = between("gesprek", "voortgangsgesprek eindgesprek");
    CHECK(part.weight == doctest::Approx(1));
    CHECK(part.words == Words{"gesprek"});
    CHECK(between("eindgesprek startgesprek tussengesprek", "gesprek").weight == doctest::Approx(1));
}

TEST_CASE("words of a theme that belong together count where they stand beside each other, also when each of them says nothing") {
    const auto themes = [](const std::string& question) { return ids_of(between(question, "Hoe gaan we om met verzuim?").themes); };
    CHECK(themes("Hoe zorgen we dat eerstejaars Op Tijd zijn?") == Words{"motivatie"});
    CHECK(themes("Waarom komt de helft te laat?") == Words{"motivatie"});
    CHECK(themes("Hoe krijgen we tijd op de werkvloer?").empty());
    CHECK(themes("Hoe letten we op tijdens de pauze?").empty());
}

TEST_CASE("all pairs come in the order of the participants, without who has no question") {
    const AskingTeams teams({"Hoe plannen studenten?", "", "Hoe werkt het rooster?", "Wat is burgerschap?"});
    const auto overlaps = teams.overlaps();
    REQUIRE(overlaps.size() == 3);
    CHECK(overlaps[0].left == teams.team(0));
    CHECK(overlaps[0].right == teams.team(2));
    CHECK(overlaps[1].right == teams.team(3));
    CHECK(overlaps[2].left == teams.team(2));
    CHECK(overlaps[0].similar);
    CHECK_FALSE(overlaps[1].similar);
    CHECK(overlaps[1].weight == 0);
    CHECK(AskingTeams({"", "", ""}).overlaps().empty());
    CHECK(AskingTeams({"", "Hoe plannen studenten?", ""}).overlaps().empty());
}

TEST_CASE("a question that says nothing resembles none") {
    for (const char* text : {"👍", "?!", "hoe", "Hoe leren wij?", "a b c"}) {
        CAPTURE(text);
        const QuestionOverlap overlap = between(text, text);
        CHECK(overlap.weight == 0);
        CHECK_FALSE(overlap.similar);
        CHECK(overlap.words.empty());
        CHECK(between(text, "Hoe plannen studenten hun week?").weight == 0);
    }
}

TEST_CASE("the same text twice is all that both say") {
    const std::string question = "Hoe plannen studenten in ons leerbedrijf zelf hun week?";
    const QuestionOverlap overlap = between(question, question);
    CHECK(overlap.weight == 1);
    CHECK(overlap.similar);
    CHECK(overlap.words == Words{"plannen", "leerbedrijf", "zelf"});
    CHECK(between(question, "HOE PLANNEN STUDENTEN IN ONS LEERBEDRIJF ZÉLF HUN WEEK").weight == 1);
}

TEST_CASE("of 3,000 words only the first count, so that a book is not like every question") {
    std::string book = "Hoe wordt het zagen en schaven in de werkplaats netjes?";
    while (book.size() < 1000) book += " Hout en staal.";
    const std::string beginning = book;
    for (int i = 0; i < 1500; ++i) book += " feedback stage";
    CHECK(between(book, "Hoe geven we feedback op de stage?").weight == 0);
    CHECK(between(book, "Hoe geven we feedback op de stage?").words.empty());
    CHECK(between("Hoe leren studenten schaven en zagen?", book).similar);
    CHECK(between(beginning, book).weight == 1);
}

TEST_CASE("questions in English are compared by their own words") {
    CHECK(between("How do we give feedback that helps students on?", "Hoe geven we feedback op een verslag?").similar);
    CHECK_FALSE(between("How do we teach our students to plan?", "What do they need from the library?").similar);
    CHECK(between("How do we make the workshop tidy and quiet?", "What makes a tidy workshop?").similar);
}

TEST_CASE("without stop words and themes nothing is compared") {
    const std::string question = "Hoe plannen studenten hun week?";
    AskingTeams teams({question, question, question});
    CHECK(teams.overlaps().size() == 3);
    teams.process.overlap = {};
    CHECK(teams.overlaps().empty());
}

TEST_CASE("a hundred teams with long questions give every pair") {
    std::string question;
    for (int i = 0; question.size() < 1200; ++i) question += "woord" + std::to_string(i) + " ";
    CHECK(AskingTeams(Words(100, question)).overlaps().size() == 100 * 99 / 2);
}
