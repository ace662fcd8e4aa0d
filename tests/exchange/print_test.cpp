#include <doctest/doctest.h>

#include "exchange/print.h"
#include "exchange/print_words.h"

using namespace planner;
using namespace planner::exchange;

namespace {

/// What a browser shows of the document: from the body on.
std::string body_of(const std::string& html) {
    return html.substr(html.find("<body>"));
}

bool has(const std::string& html, const std::string& part) {
    return html.find(part) != std::string::npos;
}

Sheet sheet_with(SheetPart part) {
    Sheet sheet;
    sheet.title = "Titel";
    sheet.sections.push_back({"", {std::move(part)}});
    return sheet;
}

std::string written(SheetPart part) {
    return body_of(to_html(sheet_with(std::move(part))));
}

} // namespace

TEST_CASE("a document says its language, encoding, title and paper, and asks for nothing") {
    Sheet sheet = sheet_with(Paragraph{"x"});
    const std::string html = to_html(sheet);
    CHECK(html.starts_with("<!doctype html><html lang=\"nl\"><head><meta charset=\"utf-8\">"));
    CHECK(has(html, "<title>Titel</title>"));
    CHECK(has(html, "@page{size:A4 portrait;"));
    CHECK(has(html, "font:10.5pt"));
    CHECK(has(html, "default-src 'none'"));
    for (const char* asks : {"<script", "src=", "href=", "url(", "@import"}) CHECK_FALSE(has(html, asks));
    sheet.language = process::Language::english;
    sheet.paper = Paper::a3;
    sheet.orientation = Orientation::landscape;
    sheet.half_points = 34;
    CHECK(has(to_html(sheet), "<html lang=\"en\">"));
    CHECK(has(to_html(sheet), "@page{size:A3 landscape;"));
    CHECK(has(to_html(sheet), "font:17pt"));
}

TEST_CASE("only a sheet for one page sets sections side by side") {
    Sheet sheet = sheet_with(Paragraph{"x"});
    sheet.sections[0].width = SectionWidth::half;
    CHECK_FALSE(has(to_html(sheet), "flex"));
    sheet.fit = Fit::one_page;
    CHECK(has(to_html(sheet), "display:flex"));
    CHECK(has(to_html(sheet), "<section class=\"half\">"));
}

TEST_CASE("the document that people get, in full") {
    Sheet sheet;
    sheet.title = "Kaart";
    sheet.subtitle = "Team 1";
    sheet.note = "Afgedrukt";
    sheet.sections = {{"Deel",
                       {Heading{"Vraag"}, Paragraph{"Een\ntwee"}, Lines{2}, List{{"doe"}, Mark::good},
                        Choices{{{"ja", true}, {"nee", false}}}, Definitions{{{"Plaats", "Zaal"}, {"Tijd", ""}}}}},
                      {"", {Table{{{"Wat", Share::wide}, {"Wie"}}, {{"Eten", "Team 2"}, {"Stoelen"}, {}}}}}};
    CHECK(body_of(to_html(sheet)) == R"(<body><header><h1>Kaart</h1>
<p>Team 1</p>
<p class="quiet">Afgedrukt</p>
</header>
<main><section><h2>Deel</h2>
<h3>Vraag</h3>
<p>Een
twee</p>
<p class="line"></p>
<p class="line"></p>
<ul class="good"><li>doe</li>
</ul>
<ul class="boxes"><li>☒ ja</li>
<li>☐ nee</li>
</ul>
<dl><dt>Plaats</dt>
<dd>Zaal</dd>
<dt>Tijd</dt>
<dd></dd>
</dl>
</section>
<section><table><thead><tr><th scope="col" class="wide">Wat</th>
<th scope="col">Wie</th>
</tr>
</thead>
<tbody><tr><th scope="row">Eten</th>
<td>Team 2</td>
</tr>
<tr><th scope="row">Stoelen</th>
<td></td>
</tr>
<tr><td></td>
<td></td>
</tr>
</tbody>
</table>
</section>
</main>
</body>
</html>
)");
}

TEST_CASE("markup in any text comes out as text") {
    const std::string hostile = R"-(</title></style><script>alert(1)</script><img src=x onerror="a()"> & 'b')-";
    const std::string safe = "&lt;/title&gt;&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x "
                             "onerror=&quot;a()&quot;&gt; &amp; 'b'";
    Sheet sheet;
    sheet.title = sheet.subtitle = sheet.note = hostile;
    sheet.sections = {{hostile,
                       {Paragraph{hostile}, Heading{hostile}, List{{hostile}}, Choices{{{hostile, false}}},
                        Definitions{{{hostile, hostile}}}, Table{{{hostile}, {hostile}}, {{hostile, hostile}}}}}};
    const std::string html = to_html(sheet);
    CHECK_FALSE(has(html, "<script"));
    CHECK_FALSE(has(html, "<img"));
    std::size_t found = 0;
    for (std::size_t at = html.find(safe); at != std::string::npos; at = html.find(safe, at + 1)) ++found;
    CHECK(found == 15);
    CHECK(html.find("</style>") == html.rfind("</style>"));
}

TEST_CASE("what turns writing around, controls and bytes that are not UTF-8 do not come out") {
    // Right-to-left override, first strong isolate, pop isolate; a mark that only says how one sign behaves stays.
    CHECK(has(written(Paragraph{"a\u202Eb\u2068c\u2069d\u200Fe"}), "<p>abcd\u200Fe</p>"));
    CHECK(has(written(Paragraph{std::string("a\0b\x1B[31m\x80 c", 11)}), "<p>ab[31m\uFFFD c</p>"));
    CHECK(has(written(Paragraph{"שלום \u2014 é 😀"}), "<p>שלום \u2014 é 😀</p>"));
    CHECK(has(to_html(sheet_with(Paragraph{"x"})), "unicode-bidi:plaintext"));
}

TEST_CASE("a text of thousands of words comes out whole") {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += "woord" + std::to_string(i) + " ";
    CHECK(has(written(Table{{{"a"}, {"b"}}, {{"x", text}}}), "<td>" + text + "</td>"));
}

TEST_CASE("a text is shortened at the end of a word, and says so") {
    CHECK(shortened("kort", 4) == "kort");
    CHECK(shortened("een twee drie", 9) == "een twee…");
    CHECK(shortened("een twee drie", 10) == "een twee…");
    CHECK(shortened("aaaaaaaaaaaa", 6) == "aaaaa…");
    CHECK(shortened("éééééé", 4) == "ééé…");
    CHECK(shortened("😀😀😀", 2) == "😀…");
    CHECK(shortened("a\nb", 9) == "a b");
    CHECK(shortened("ab", 1) == "…");
    CHECK(shortened("", 5).empty());
}
