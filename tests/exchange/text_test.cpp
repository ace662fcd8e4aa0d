#include <doctest/doctest.h>

#include "exchange/content_lines.h"
#include "exchange/mail_encoding.h"
#include "exchange/plain_text.h"

#include <string>

using namespace planner::exchange;

namespace {

std::string lines_of(const std::string& name, const std::string& value) {
    ContentLines lines;
    lines.add(name, value);
    return lines.bytes();
}

std::string text_line(const std::string& text) {
    ContentLines lines;
    lines.add_text("X", text);
    return lines.bytes();
}

std::string unfolded(std::string bytes) {
    for (std::size_t at = bytes.find("\r\n "); at != std::string::npos; at = bytes.find("\r\n ")) bytes.erase(at, 3);
    return bytes;
}

std::size_t longest_line(const std::string& bytes) {
    std::size_t longest = 0;
    for (std::size_t start = 0; start < bytes.size();) {
        const std::size_t end = bytes.find("\r\n", start);
        REQUIRE(end != std::string::npos);
        longest = std::max(longest, end - start);
        start = end + 2;
    }
    return longest;
}

const std::string emoji = "\xF0\x9F\x98\x80";

} // namespace

TEST_CASE("one line stays one line") {
    CHECK(one_line("a\r\nb\nc\rd\te") == "a b c d e");
    CHECK(one_line(" \r\n a \n ") == "a");
    CHECK(one_line("a\xC2\x85"
                   "b\xE2\x80\xA8"
                   "c\xE2\x80\xA9"
                   "d\x7F"
                   "e\xC2\x9F"
                   "f\x0B"
                   "g") == "a b c d e f g");
    CHECK(one_line(std::string("a\0b", 3)) == "ab");
    CHECK(one_line("a\xFF"
                   "b\xC3") == "a\xEF\xBF\xBD"
                               "b\xEF\xBF\xBD");
    CHECK(one_line("\r\n") == "");
    CHECK(one_line("a  b") == "a  b");
}

TEST_CASE("several lines end with LF and keep what is visible") {
    CHECK(several_lines("a\r\nb\rc\n\nd\xE2\x80\xA8"
                        "e\tf") == "a\nb\nc\n\nd\ne\tf");
    CHECK(several_lines(std::string("a\0\x01\x7F"
                                    "b",
                                    5)) == "ab");
    CHECK(several_lines(" " + emoji + " ") == " " + emoji + " ");
}

TEST_CASE("a line of 75 octets is not folded, one of 76 is") {
    CHECK(lines_of("X", std::string(73, 'a')) == "X:" + std::string(73, 'a') + "\r\n");
    CHECK(lines_of("X", std::string(74, 'a')) == "X:" + std::string(73, 'a') + "\r\n a\r\n");
    CHECK(lines_of("X", std::string(73 + 74, 'a')) ==
          "X:" + std::string(73, 'a') + "\r\n " + std::string(74, 'a') + "\r\n");
    CHECK(lines_of("X", std::string(73 + 75, 'a')) ==
          "X:" + std::string(73, 'a') + "\r\n " + std::string(74, 'a') + "\r\n a\r\n");
    CHECK(lines_of("X", "") == "X:\r\n");
}

TEST_CASE("folding cuts no character and loses nothing") {
    for (const std::string& character : {std::string("\xC3\xA9"), std::string("\xE2\x82\xAC"), emoji}) {
        for (std::size_t before = 0; before < 80; ++before) {
            std::string value(before, 'a');
            for (int count = 0; count < 60; ++count) value += character;
            const std::string bytes = lines_of("SUMMARY", value);
            CHECK(longest_line(bytes) <= 75);
            CHECK(longest_line(bytes) > 75 - character.size());
            CHECK(unfolded(bytes) == "SUMMARY:" + value + "\r\n");
            const std::string first = bytes.substr(0, bytes.find("\r\n"));
            CHECK(one_line(first) == first);
        }
    }
}

TEST_CASE("signs with a meaning in iCalendar are escaped, the backslash too") {
    CHECK(text_line("a\\b;c,d\ne") == "X:a\\\\b\\;c\\,d\\ne\r\n");
    CHECK(text_line("\\n") == "X:\\\\n\r\n");
    CHECK(text_line("a:b\"c'") == "X:a:b\"c'\r\n");
    CHECK(text_line("a\r\nEND:VEVENT") == "X:a\\nEND:VEVENT\r\n");
    CHECK(text_line("") == "");
    CHECK(quoted_parameter("a\"b;c:d,e\r\nf") == "\"a'b;c:d,e f\"");
}

TEST_CASE("base64 has the test vectors of RFC 4648") {
    CHECK(base64("") == "");
    CHECK(base64("f") == "Zg==");
    CHECK(base64("fo") == "Zm8=");
    CHECK(base64("foo") == "Zm9v");
    CHECK(base64("foobar") == "Zm9vYmFy");
    CHECK(base64("\xFF\xFE\xFD") == "//79");
    CHECK(base64_lines(std::string(57, 'a')) == base64(std::string(57, 'a')));
    CHECK(longest_line(base64_lines(std::string(1000, 'a')) + "\r\n") == 76);
    CHECK(base64_lines("") == "");
}

TEST_CASE("quoted-printable keeps lines, hides what gets lost on the way") {
    CHECK(quoted_printable("a\nb") == "a\r\nb");
    CHECK(quoted_printable("a\n") == "a\r\n");
    CHECK(quoted_printable("") == "");
    CHECK(quoted_printable("\n\n") == "\r\n\r\n");
    CHECK(quoted_printable("1=2 \n\t") == "1=3D2=20\r\n=09");
    CHECK(quoted_printable(".\n.a\na.") == "=2E\r\n=2Ea\r\na.");
    CHECK(quoted_printable("From hier\nVan From ") == "=46rom hier\r\nVan From=20");
    CHECK(quoted_printable("\xC3\xA9") == "=C3=A9");
}

TEST_CASE("quoted-printable lines have at most 76 characters and cut no character") {
    CHECK(quoted_printable(std::string(75, 'a')) == std::string(75, 'a'));
    for (std::size_t before = 0; before < 80; ++before) {
        const std::string bytes =
            quoted_printable(std::string(before, 'a') + emoji + emoji + std::string(100, ' ')) + "\r\n";
        CHECK(longest_line(bytes) <= 76);
        const std::size_t first = bytes.find("=F0=9F=98=80");
        REQUIRE(first != std::string::npos);
        CHECK(bytes.find("=F0=9F=98=80", first + 1) != std::string::npos);
    }
}

TEST_CASE("a header is plain while it is short ASCII") {
    CHECK(header_text("Uitnodiging", 9) == "Uitnodiging");
    CHECK(header_text(std::string(67, 'a'), 9) == std::string(67, 'a'));
    CHECK(header_text(std::string(68, 'a'), 9).substr(0, 10) == "=?UTF-8?B?");
    CHECK(header_text("caf\xC3\xA9", 9) == "=?UTF-8?B?Y2Fmw6k=?=");
    CHECK(header_text("=?UTF-8?Q?x?=", 9).find("=?UTF-8?Q?") == std::string::npos);
    CHECK(header_text("a  b", 9) == "=?UTF-8?B?YSAgYg==?=");
    CHECK(header_text("", 9) == "");
}

TEST_CASE("encoded words hold whole characters and fit in a line") {
    for (std::size_t before = 0; before < 50; ++before) {
        std::string text(before, 'a');
        for (int count = 0; count < 40; ++count) text += emoji;
        const std::string written = "Subject: " + header_text(text, 9) + "\r\n";
        CHECK(longest_line(written) <= 76);
        std::size_t words = 0;
        for (std::size_t at = written.find("=?"); at != std::string::npos; at = written.find("=?UTF", at + 1)) ++words;
        CHECK(words >= (text.size() + 38) / 39);
    }
    // 39 octets fit, but 10 emoji are 40: the tenth goes to the next word.
    std::string nine;
    for (int count = 0; count < 9; ++count) nine += emoji;
    CHECK(header_text(nine + emoji, 9) == "=?UTF-8?B?" + base64(nine) + "?=\r\n =?UTF-8?B?" + base64(emoji) + "?=");
}

TEST_CASE("a name is quoted, its quotes escaped") {
    CHECK(header_name("Team Zorg") == "\"Team Zorg\"");
    CHECK(header_name("A \"B\" \\ <c@d.nl>, E") == "\"A \\\"B\\\" \\\\ <c@d.nl>, E\"");
    CHECK(header_name("Ren\xC3\xA9") == "=?UTF-8?B?UmVuw6k=?=");
    CHECK(header_name(std::string(61, 'a')).substr(0, 2) == "=?");
}

TEST_CASE("file names are safe everywhere") {
    CHECK(safe_file_name("peerreview_zorg_2026-11-19.json") == "peerreview_zorg_2026-11-19.json");
    CHECK(safe_file_name("../../etc/x") == "-..-etc-x");
    CHECK(safe_file_name("a\r\nb\"c:d?.ics") == "a b-c-d-.ics");
    CHECK(safe_file_name("a \t  b.ics") == "a b.ics");
    CHECK(safe_file_name("..") == "bijlage");
    CHECK(safe_file_name(" ") == "bijlage");
    CHECK(safe_file_name("") == "bijlage");
    CHECK(safe_file_name(std::string(300, 'a') + ".json") == std::string(115, 'a') + ".json");
    std::string accents;
    for (int count = 0; count < 100; ++count) accents += "\xC3\xA9";
    const std::string cut = safe_file_name("a" + accents + ".json");
    CHECK(cut.size() <= 120);
    CHECK(one_line(cut) == cut);
}

TEST_CASE("file names go plain, or twice: plain and as RFC 2231 says") {
    CHECK(file_name_parameters("filename", "a b.ics") == ";\r\n filename=\"a b.ics\"");
    CHECK(file_name_parameters("filename", "caf\xC3\xA9.ics") ==
          ";\r\n filename=\"caf_.ics\";\r\n filename*=UTF-8''caf%C3%A9.ics");
    const std::string parts = file_name_parameters("name", "\xC3\xA9" + std::string(28, 'b') + ".json");
    CHECK(parts == ";\r\n name=\"_" + std::string(28, 'b') + ".json\";\r\n name*0*=UTF-8''%C3%A9" +
                       std::string(16, 'b') + ";\r\n name*1*=" + std::string(12, 'b') + ".json");
}
