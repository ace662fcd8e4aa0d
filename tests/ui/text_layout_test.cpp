#include <doctest/doctest.h>

#include "window.h"

#include "ui/kit/text_layout.h"

#include <random>
#include <string>

using namespace planner;
using namespace planner::kit;

namespace {

constexpr float size = 15;

const FontMetrics& regular() {
    static const FontMetrics metrics = FontMetrics::read(testing::fonts().regular).value();
    return metrics;
}

float width_of(std::string_view text) {
    float width = 0;
    for (std::size_t position = 0; position < text.size();)
        width += regular().advance(next_character(text, position), size);
    return width;
}

std::vector<std::string> lines_of(std::string_view text, float width) {
    std::vector<std::string> lines;
    for (const TextLine& line : break_text(text, regular(), size, width).lines)
        lines.emplace_back(text.substr(line.begin, line.end - line.begin));
    return lines;
}

using Lines = std::vector<std::string>;

/// What holds for every text at every width; `what` goes with a failure.
void check_laws(std::string_view text, float width, std::string_view what) {
    const BrokenText broken = break_text(text, regular(), size, width);
    INFO(what, " at ", width, " px");
    REQUIRE_FALSE(broken.lines.empty());
    std::size_t at = 0;
    float widest = 0;
    for (const TextLine& line : broken.lines) {
        REQUIRE(line.begin >= at);
        REQUIRE(line.end >= line.begin);
        REQUIRE(line.end <= text.size());
        for (const char skipped : text.substr(at, line.begin - at))
            REQUIRE((skipped == ' ' || skipped == '\n' || skipped == '\r'));
        const std::string_view shown = text.substr(line.begin, line.end - line.begin);
        REQUIRE(line.width == doctest::Approx(width_of(shown)).epsilon(0.001));
        std::size_t first = 0;
        if (!shown.empty()) next_character(shown, first);
        if (first < shown.size()) REQUIRE(line.width <= width + 0.02f);
        widest = std::max(widest, line.width);
        at = line.end;
    }
    for (const char skipped : text.substr(at)) REQUIRE((skipped == ' ' || skipped == '\n' || skipped == '\r'));
    CHECK(broken.widest == widest);
}

} // namespace

TEST_CASE("a text breaks between words, and a space at the end of a line hangs") {
    const float width = width_of("een twee") + 0.5f;
    CHECK(lines_of("een twee drie", width) == Lines{"een twee", "drie"});
    CHECK(lines_of("een twee   drie", width) == Lines{"een twee", "drie"});
    CHECK(lines_of("een twee", width) == Lines{"een twee"});
    CHECK(lines_of("een twee", width_of("een twee")) == Lines{"een twee"});
    CHECK(lines_of("een twee", width_of("een twee") - 0.5f) == Lines{"een", "twee"});
}

TEST_CASE("an empty text is one empty line, and trailing breaks and spaces make no width") {
    CHECK(lines_of("", 100) == Lines{""});
    CHECK(lines_of("\n", 100) == Lines{"", ""});
    CHECK(lines_of("a\n\nb", 100) == Lines{"a", "", "b"});
    CHECK(lines_of("a   ", 100) == Lines{"a"});
    CHECK(break_text("a   ", regular(), size, 100).widest == doctest::Approx(width_of("a")));
    CHECK(lines_of("   ", 2) == Lines{""});
}

TEST_CASE("a line ends at LF, at CR and at CRLF once") {
    CHECK(lines_of("een\r\ntwee\rdrie\nvier", 500) == Lines{"een", "twee", "drie", "vier"});
    CHECK(lines_of("een\r\n", 500) == Lines{"een", ""});
    CHECK(lines_of("\n\r", 500) == Lines{"", "", ""});
}

TEST_CASE("a word wider than the line breaks anywhere, and starts on a line of its own") {
    const float width = width_of("mmmm") + 0.1f;
    CHECK(lines_of("mmmmmmmmmm", width) == Lines{"mmmm", "mmmm", "mm"});
    CHECK(lines_of("m mmmmmm", width) == Lines{"m", "mmmm", "mm"});
    CHECK(lines_of("mm", 1) == Lines{"m", "m"});
    CHECK(lines_of("mm", 0) == Lines{"m", "m"});
}

TEST_CASE("a hyphen between letters may end a line; one beside a digit or a space is not for us to decide") {
    CHECK(lines_of("mbo-instelling", width_of("mbo-") + 1)[0] == "mbo-");
    CHECK(lines_of("mbo-team mbo-team", width_of("mbo-team mbo-") + 0.1f) == Lines{"mbo-team mbo-", "team"});
    CHECK(lines_of("een -twee", width_of("een -") + 1)[0] == "een");
    CHECK_FALSE(break_text("mbo-instelling", regular(), size, 500).native);
}

TEST_CASE("a no-break space keeps two words together") {
    CHECK(lines_of("om 10\u00A0uur", width_of("om 10\u00A0") + 1) == Lines{"om", "10\u00A0uur"});
}

TEST_CASE("characters outside the font, and places where browsers differ, are left to the page") {
    const auto native = [](std::string_view text) { return break_text(text, regular(), size, 300).native; };
    CHECK(native("Hoe leren studenten zelf? 🌱"));
    CHECK(native("日本"));
    CHECK(native("en/of"));
    CHECK(native("van\u2013tot"));
    CHECK_FALSE(native("Zélf kiezen: coördinatie, één ‘team’ – “goed” (ja). € 10,00"));
    CHECK_FALSE(native(""));
}

TEST_CASE("bytes that are no UTF-8 are shown as unknown characters, one at a time, and never read past the end") {
    for (const std::string_view bytes :
         {"\x80", "a\xC3", "\xE2\x82", "\xF0\x9F\x8C", "\xFF\xFE", "\xC3(", "\xF8\x88\x80\x80\x80"}) {
        std::size_t position = 0, characters = 0;
        while (position < bytes.size()) {
            const std::size_t before = position;
            next_character(bytes, position);
            REQUIRE(position > before);
            REQUIRE(position <= bytes.size());
            ++characters;
        }
        CHECK(characters <= bytes.size());
        check_laws(bytes, 20, "no UTF-8");
    }
}

TEST_CASE("every line fits in every width, and no character is lost") {
    const std::string texts[] = {
        "Hoe leren onze studenten om zélf te kiezen wat ze nodig hebben, en wat vraagt dat van het team?",
        "aansprakelijkheidswaardevaststellingsveranderingen en arbeidsongeschiktheidsverzekering",
        "mbo-instelling - pré-advies, 10-20 uur; a-b-c-d-e-f-g-h",
        "   voor  en   na   ",
        "regel\r\nregel\rregel\n\n\nregel",
        "🌱🌱🌱 🌱 emoji 🌱🌱",
        "a\tb\tc",
        "https://www.voorbeeld.example/een/heel/lang/adres?met=vragen&en=meer",
        std::string(500, 'm'),
        std::string(300, ' ')};
    for (const std::string& text : texts)
        for (float width = 0; width < 420; width += 7.3f) check_laws(text, width, text.substr(0, 60));
}

TEST_CASE("random texts keep the laws") {
    std::mt19937 random(20261119);
    const std::string pieces[] = {" ",      " ", "a", "m", "-", "\n",   "woord", "één",
                                  "\u00A0", "🌱", ".", "1", "/", "\r\n", "WWW"};
    for (int i = 0; i < 400; ++i) {
        std::string text;
        const std::size_t count = random() % 60;
        for (std::size_t k = 0; k < count; ++k) text += pieces[random() % std::size(pieces)];
        check_laws(text, static_cast<float>(random() % 3000) / 10, "random text " + std::to_string(i));
    }
}

TEST_CASE("twenty thousand characters break within the laws") {
    std::string text;
    while (text.size() < 20000) text += text.size() % 7 == 0 ? "zelfverantwoordelijkheid " : "leren van elkaar, ";
    check_laws(text, 640, "prose");
    check_laws(std::string(20000, 'x'), 640, "one word");
    CHECK(break_text(std::string(20000, 'x'), regular(), size, 640).lines.size() ==
          doctest::Approx(20000 / std::floor(640 / width_of("x"))).epsilon(0.01));
}

TEST_CASE("what was measured before is not measured again, and a text outside the font is asked of the page") {
    struct Measurer final : TextMeasurer {
        int asked = 0;
        float measure(std::string_view, float, float line_height, int weight, float) override {
            ++asked;
            CHECK(weight == 600);
            return 3 * line_height;
        }
    } measurer;
    TextLayout layout({regular(), regular()}, &measurer);
    const BrokenText& first = layout.lines("zaad 🌱", Weight::semibold, 15, 20, 200);
    CHECK(first.native_height == 60);
    CHECK(&layout.lines("zaad 🌱", Weight::semibold, 15, 20, 200) == &first);
    CHECK(measurer.asked == 1);
    CHECK(&layout.lines("zaad 🌱", Weight::semibold, 15, 20, 201) != &first);
}
