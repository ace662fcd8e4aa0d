#include <doctest/doctest.h>

#include "window.h"

#include "ui/kit/font_metrics.h"

#include <random>
#include <string>

using namespace planner;
using planner::kit::FontMetrics;

TEST_CASE("the faces hold the letters of Dutch and English, and digits of one width") {
    for (const std::string_view bytes : {testing::fonts().regular, testing::fonts().semibold}) {
        const auto metrics = FontMetrics::read(bytes);
        REQUIRE(metrics);
        for (const char32_t c : U"abcxyzABCXYZ0123456789 .,;:!?()-–—‘’“”…€éèëêáàäâíìïîóòöôúùüûçñÉËÏÖÜ·×½²%&@+/")
            if (c != 0) CHECK_MESSAGE(metrics->has(c), "U+", static_cast<unsigned>(c));
        for (char32_t digit = '0'; digit <= '9'; ++digit) CHECK(metrics->advance(digit, 1000) == doctest::Approx(632));
        CHECK(metrics->ascent() > metrics->descent());
        CHECK_FALSE(metrics->has(0x1F331));
        CHECK(metrics->advance(0x1F331, 20) == 10);
    }
}

TEST_CASE("a font that was cut off anywhere is refused or read without leaving its bytes") {
    const std::string whole(testing::fonts().regular);
    std::size_t read = 0;
    for (std::size_t length = 0; length < whole.size(); length += length < 600 ? 1 : 97) {
        // A copy of exactly this length, so that the sanitizer sees a read past the end.
        const std::string cut(whole.data(), length);
        if (const auto metrics = FontMetrics::read(cut)) {
            ++read;
            CHECK(metrics->advance('a', 15) >= 0);
        }
    }
    CHECK_FALSE(FontMetrics::read(""));
    CHECK_FALSE(FontMetrics::read("no font at all, but longer than a header"));
    CHECK(read > 0);
}

TEST_CASE("a font with random bytes in it neither crashes nor takes forever") {
    std::mt19937 random(7);
    for (int i = 0; i < 60; ++i) {
        std::string bytes(testing::fonts().regular.substr(0, 6000));
        for (int k = 0; k < 40; ++k) bytes[random() % bytes.size()] = static_cast<char>(random());
        if (const auto metrics = FontMetrics::read(bytes))
            CHECK(metrics->advance('a', 15) == metrics->advance('a', 15));
    }
}
