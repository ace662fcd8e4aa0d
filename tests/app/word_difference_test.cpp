#include <doctest/doctest.h>

#include <random>
#include <utility>

#include "app/word_difference.h"

using namespace planner::app;

namespace {

/// "gelijk [-weg-]{+nieuw+}"
std::string marked(std::string_view before, std::string_view after) {
    std::string text;
    for (const DifferencePart& part : word_difference(before, after)) {
        if (part.change == WordChange::removed) text += "[-" + part.text + "-]";
        if (part.change == WordChange::added) text += "{+" + part.text + "+}";
        if (part.change == WordChange::same) text += part.text;
    }
    return text;
}

std::string side(const std::vector<DifferencePart>& parts, WordChange left_out) {
    std::string text;
    for (const DifferencePart& part : parts) {
        if (part.change != left_out) text += part.text;
    }
    return text;
}

/// The least number of letters and spaces that must be taken out and put in, worked out cell by cell.
std::size_t fewest_changes(const std::string& one, const std::string& other) {
    std::vector<std::size_t> row(other.size() + 1);
    for (std::size_t j = 0; j <= other.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= one.size(); ++i) {
        std::size_t corner = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = one[i - 1] == other[j - 1] ? corner : 1 + std::min(above, row[j - 1]);
            corner = above;
        }
    }
    return row[other.size()];
}

} // namespace

TEST_CASE("what changed is told by words, and words that change together stand together") {
    CHECK(marked("Wij leren van elkaar", "Wij leren van elkaar") == "Wij leren van elkaar");
    CHECK(marked("Wij leren veel van elkaar", "Wij leren van elkaar") == "Wij leren [-veel -]van elkaar");
    CHECK(marked("Wij leren van elkaar", "Wij leren elke dag van elkaar") == "Wij leren {+elke dag +}van elkaar");
    CHECK(marked("een rode auto", "een groene fiets") == "een [-rode auto-]{+groene fiets+}");
    CHECK(marked("", "nieuw") == "{+nieuw+}");
    CHECK(marked("oud", "") == "[-oud-]");
    CHECK(marked("", "") == "");
    CHECK(marked("één\ntwee", "één\n\ntwee") == "één[-\n-]{+\n\n+}twee");
}

TEST_CASE("both texts come back to the last byte, and no shorter script exists, for random texts") {
    std::mt19937 random(7);
    for (int run = 0; run < 3000; ++run) {
        std::string texts[2];
        for (std::string& text : texts) {
            for (auto words = random() % 30; words > 0; --words) text += static_cast<char>('a' + random() % 4), text += ' ';
        }
        const auto parts = word_difference(texts[0], texts[1]);
        CAPTURE(texts[0]);
        CAPTURE(texts[1]);
        REQUIRE(side(parts, WordChange::added) == texts[0]);
        REQUIRE(side(parts, WordChange::removed) == texts[1]);
        std::size_t changed = 0;
        for (const DifferencePart& part : parts) {
            if (part.change == WordChange::same) continue;
            for (const char letter : part.text) changed += letter != ' ' ? 1 : 0;
        }
        // Every word is one letter here. White space that two changes share is told twice, so that only letters can be counted.
        REQUIRE(changed <= fewest_changes(texts[0], texts[1]));
    }
}

TEST_CASE("two texts of thousands of words with nothing in common are told apart at once") {
    std::string one, other;
    for (int word = 0; word < 6000; ++word) {
        one += "a" + std::to_string(word) + " ";
        other += "b" + std::to_string(word) + " ";
    }
    const auto parts = word_difference(one, other);
    CHECK(side(parts, WordChange::added) == one);
    CHECK(side(parts, WordChange::removed) == other);
    CHECK(likeness(parts) < 0.5);
}

TEST_CASE("a text to begin with has what both have once") {
    CHECK(combined("Wij leren samen.", "Wij leren samen.") == "Wij leren samen.");
    CHECK(combined("Wij leren graag samen in de regio.", "Wij leren vaak samen in de regio.") == "Wij leren graag vaak samen in de regio.");
    CHECK(combined("Wij leren.", "") == "Wij leren.");
    CHECK(combined("Een heel andere tekst", "Iets wat er niet op lijkt") == "Een heel andere tekst\n\nIets wat er niet op lijkt");
    const std::string long_text = "Dit staat er al en blijft zo staan.";
    CHECK(combined(long_text, long_text + " Dit kwam erbij.") == long_text + " Dit kwam erbij.");
}
