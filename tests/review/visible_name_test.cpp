#include <doctest/doctest.h>

#include "review/visible_name.h"

using planner::review::visible_name;

TEST_CASE("what turns a name around or hides in it is shown as a sign") {
    CHECK(visible_name("Team Zorg\xE2\x80\xAEnosj.exe") == "Team Zorg[U+202E]nosj.exe");
    CHECK(visible_name("\xE2\x81\xA6" "a\xE2\x81\xA9") == "[U+2066]a[U+2069]");
    CHECK(visible_name("Zo\xE2\x80\x8Brg") == "Zo[U+200B]rg");
    CHECK(visible_name("Zo\xC2\xADrg") == "Zo[U+00AD]rg");
    CHECK(visible_name("\xEF\xBB\xBF" "Zorg\n") == "[U+FEFF]Zorg[U+000A]");
    CHECK(visible_name("Zorg\xF3\xA0\x81\xA1") == "Zorg[U+E0061]");
    CHECK(visible_name("a\xE2\x80\x8D" "b") == "a[U+200D]b");
    CHECK(visible_name("\xE3\x85\xA4") == "[U+3164]");
}

TEST_CASE("names as people write them stay as they are") {
    for (const char* name : {"", "Team Zorg & Welzijn", "Café 't Hoekje — Één", "日本語", "مدرسة", "\xD9\x85\xDB\x8C\xE2\x80\x8C\xD8\xAE",
                             "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x8F\xAB", "\xE2\x9D\xA4\xEF\xB8\x8F"}) {
        CHECK(visible_name(name) == name);
    }
}
