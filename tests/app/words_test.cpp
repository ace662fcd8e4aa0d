#include <doctest/doctest.h>

#include "app/dates.h"
#include "app/file_name.h"
#include "document/folding.h"
#include "app/refusal_text.h"
#include "app/texts.h"

using namespace planner::app;
using planner::process::Language;

namespace {

Day day(const char* text) {
    return parse_day(text).value();
}

} // namespace

TEST_CASE("texts fill in what is named and leave the rest, also when a title looks like a pattern") {
    const Texts texts;
    CHECK(texts.tr("toast.copied", {{"title", "{title} en {count}"}}) == "Kopie gemaakt: {title} en {count}");
    CHECK(texts.count("overview.count", 1) == "1 peer review");
    CHECK(texts.count("overview.count", 3) == "3 peer reviews");
    CHECK(texts.count("step.nothing", 3) == "step.nothing.other");
    CHECK(texts.tr("no.such.key") == "no.such.key");
}

TEST_CASE("texts follow the language") {
    Texts texts;
    const std::string dutch = texts.tr("action.undo");
    texts.set_language(Language::english);
    CHECK(texts.language_code() == "en");
    CHECK(texts.tr("action.undo") != dutch);
}

TEST_CASE("dates in words, with the year only when it differs") {
    const Texts texts;
    const Day today = day("2026-11-17");
    CHECK(short_date(texts, day("2026-11-19"), today) == "do 19 nov");
    CHECK(short_date(texts, day("2027-03-11"), today) == "do 11 mrt 2027");
    CHECK(long_date(texts, day("2027-02-02")) == "dinsdag 2 februari 2027");
    CHECK(long_date(texts, day("2026-11-22")) == "zondag 22 november 2026");
    CHECK(distance(texts, today, today) == "vandaag");
    CHECK(distance(texts, day("2026-11-18"), today) == "morgen");
    CHECK(distance(texts, day("2026-11-19"), today) == "over 2 dagen");
    CHECK(distance(texts, day("2026-11-12"), today) == "5 dagen geleden");
    CHECK(short_date(Texts(Language::english), day("2026-11-19"), today).find("Nov") != std::string::npos);
}

TEST_CASE("moments are told in local time, across midnight and new year") {
    const Texts texts;
    const std::int64_t new_year = 1'798'758'000'000; // 31 December 2026, 23:00 UTC
    CHECK(format_day(local_day(new_year, 0)) == "2026-12-31");
    CHECK(format_day(local_day(new_year, 60)) == "2027-01-01");
    CHECK(time_of_day(new_year, 60) == "00:00");
    CHECK(time_of_day(new_year, -90) == "21:30");
    CHECK(moment(texts, new_year, new_year + 1000, 60) == "vandaag, 00:00");
    CHECK(moment(texts, new_year - 60'000, new_year, 60) == "gisteren, 23:59");
}

TEST_CASE("file names are plain, whatever the title") {
    const Day today = day("2026-11-19");
    CHECK(file_name("Zelfstandig leren", today) == "peerreview_zelfstandig-leren_2026-11-19.json");
    CHECK(file_name("  Één Überblick: æsthetik & 'vo'/mbo!  ", today) ==
          "peerreview_een-uberblick-aesthetik-vo-mbo_2026-11-19.json");
    CHECK(file_name("学习 🌱", today) == "peerreview_2026-11-19.json");
    CHECK(file_name("../../etc/passwd", today) == "peerreview_etc-passwd_2026-11-19.json");
    const std::string long_slug =
        slug("een heel lange titel die maar doorgaat en doorgaat en doorgaat en doorgaat en nog langer");
    CHECK(long_slug.size() <= 60);
    CHECK(long_slug.back() != '-');
    CHECK(slug(std::string(200, 'x')).size() == 60);
    CHECK(slug("\xff\xfeTitel") == "titel");
}

TEST_CASE("folding takes away capitals and accents, composed or not") {
    CHECK(planner::document::folded("Één ÜBER ĳs Œuvre ß") == "een uber ijs oeuvre ss");
    CHECK(planner::document::folded("e\xcc\x81\xc3\xa9n") == "een");
    CHECK(planner::document::folded("学习 Ω") == "学习 Ω");
}

TEST_CASE("every reason to refuse a file has a sentence in both languages that names the file") {
    using planner::document::Reason;
    for (const Language language : {Language::dutch, Language::english}) {
        const Texts texts(language);
        for (int i = 0; i <= static_cast<int>(Reason::damaged_sync); ++i) {
            CAPTURE(i);
            Unreadable problem;
            problem.refusal.reason = static_cast<Reason>(i);
            problem.refusal.pointer = "/data/cards";
            const std::string sentence = refusal_text(texts, "team.json", problem);
            CHECK(sentence.find("team.json") != std::string::npos);
            CHECK(sentence.find('{') == std::string::npos);
            CHECK(texts.has("refusal.unreadable"));
            if (i != static_cast<int>(Reason::not_ours))
                CHECK(sentence != texts.tr("refusal.unreadable", {{"file", "team.json"}}));
        }
    }
}
