#include "document/fractional_index.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

namespace planner::document {

TEST_CASE("a position fits between any two others") {
    std::mt19937 random(7);
    std::vector<std::string> positions;
    for (int step = 0; step < 3000; ++step) {
        const std::size_t place = random() % (positions.size() + 1);
        const std::string before = place == 0 ? "" : positions[place - 1];
        const std::string after = place == positions.size() ? "" : positions[place];
        const std::string between = index_between(before, after);
        REQUIRE(before < between);
        REQUIRE((after.empty() || between < after));
        positions.insert(positions.begin() + static_cast<std::ptrdiff_t>(place), between);
    }
}

TEST_CASE("positions stay short when a list grows at one end") {
    std::string last;
    std::string first;
    for (int step = 0; step < 600; ++step) {
        const std::string next = index_between(last, "");
        const std::string previous = index_between("", first);
        REQUIRE(last < next);
        REQUIRE((first.empty() || previous < first));
        last = next;
        first = previous;
    }
    CHECK(last.size() <= 11);
    CHECK(first.size() <= 11);
}

TEST_CASE("positions do not explode when everything goes into the same gap") {
    std::string low = "1";
    const std::string high = "2";
    for (int step = 0; step < 100; ++step) {
        const std::string next = index_between(low, high);
        REQUIRE(low < next);
        REQUIRE(next < high);
        low = next;
    }
    CHECK(low.size() <= 8);
}

TEST_CASE("positions that leave no room give one after the first") {
    CHECK(index_between("V", "V") > "V");
    CHECK(index_between("X", "V") > "X");
}

TEST_CASE("positions that no planner made are no danger") {
    CHECK(!index_between("é", "\x01").empty());
    CHECK(index_between("0", "").size() == 1);
    CHECK(index_between("", "000") > "");
    CHECK(index_between("a0", "a1") > "a0");
}

} // namespace planner::document
