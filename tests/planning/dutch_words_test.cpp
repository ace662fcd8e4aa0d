#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "planning/dutch_words.h"

using namespace planner;

namespace {

std::vector<std::string> stems_in(std::string_view text) {
    std::vector<std::string> stems;
    for (const planning::DutchWord& word : planning::dutch_words(text)) stems.push_back(word.stem);
    return stems;
}

} // namespace

TEST_CASE("a word loses its endings as the published stemmer takes them off") {
    // What libstemmer gives for these words; each step of the algorithm has one that needs it.
    const std::pair<const char*, const char*> words[] = {
        {"opgaven", "opgav"},          {"opgave", "opgav"},       {"studenten", "student"},   {"feedback", "feedback"},
        {"plannen", "plann"},          {"planning", "planning"},  {"begeleiden", "begeleid"}, {"begeleiding", "begeleid"},
        {"mogelijkheden", "mogelijk"}, {"heden", "heden"},        {"meningen", "mening"},     {"algemene", "algemen"},
        {"werkplekken", "werkplek"},   {"redden", "red"},         {"zetten", "zet"},          {"toetsen", "toets"},
        {"toets", "toet"},             {"stages", "stages"},      {"stage", "stag"},          {"lesje", "lesj"},
        {"huisjes", "huisjes"},        {"wijs", "wijs"},          {"engelse", "engel"},       {"zekerheid", "zeker"},
        {"openheid", "open"},          {"eenheid", "eenheid"},    {"veiligheid", "veilig"},     {"veilig", "veilig"},
        {"bezig", "bezig"},            {"vaardigheden", "vaardig"}, {"eindiging", "eindig"},  {"lichamelijk", "licham"},
        {"lichamelijke", "licham"},    {"lichamelijkheden", "licham"}, {"betaalbaar", "betal"}, {"betaalbare", "betal"},
        {"maan", "man"},               {"manen", "man"},          {"brood", "brod"},          {"broden", "brod"},
        {"bloei", "bloei"},            {"yoga", "yoga"},          {"toneelstuk", "toneelstuk"}, {"de", "de"},
        {"a", "a"},                    {"", ""},                  {"2026", "2026"}};
    for (const auto& word : words) {
        CAPTURE(word.first);
        CHECK(planning::stem(word.first) == word.second);
    }
}

TEST_CASE("the words of a text come without capitals, accents and signs") {
    const auto words = planning::dutch_words("Hóé geven wij “één” reële feedback?");
    REQUIRE(words.size() == 6);
    CHECK(words[0].written == "Hóé");
    CHECK(words[0].folded == "hoe");
    CHECK(words[3].written == "één");
    CHECK(words[3].folded == "een");
    CHECK(words[4].folded == "reele");
    CHECK(stems_in("Opgave, OPGAVEN; opgavén!") == std::vector<std::string>{"opgav", "opgav", "opgav"});
}

TEST_CASE("one letter, a sign and a picture are no words") {
    CHECK(stems_in("").empty());
    CHECK(stems_in(" ?! – … 👍 ❤️ ✅").empty());
    CHECK(stems_in("foto’s 't e-mail") == std::vector<std::string>{"foto", "mail"});
    const auto words = planning::dutch_words("feedback👍");
    REQUIRE(words.size() == 1);
    CHECK(words[0].stem == "feedback");
}

TEST_CASE("letters that Dutch has not and bytes that are no text do no harm") {
    CHECK(stems_in("работа naïef").size() == 2);
    CHECK(planning::stem("работа") == "работа");
    CHECK(stems_in("goed\xC3 \xFF werk") == std::vector<std::string>{"goed", "werk"});
}
