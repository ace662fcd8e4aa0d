#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>

#include "app/refusal_text.h"
#include "browser.h"
#include "exchange/mail.h"
#include "exchange/mail_encoding.h"
#include "own_process.h"

using namespace planner;
using namespace planner::testing;
using app::FileOutcome;

namespace {

struct NamedFile {
    std::string name;
    std::string bytes;
};

std::string mail_with(const std::vector<NamedFile>& files) {
    exchange::Mail mail;
    mail.subject = "Onze review";
    mail.text = "Zie de bijlage.";
    for (const NamedFile& file : files) mail.attachments.push_back({file.name, "application/json", file.bytes});
    return *exchange::write_mail(mail);
}

/// The file after somebody wrote one text in it on another computer.
std::string edited(const std::string& file, std::uint64_t computer, const std::string& field, const std::string& text) {
    platform::HeadlessWorld world{computer};
    Tab tab(world);
    tab.open("review.json", file);
    tab.planner.set_field({review::card_key("verkenning", first_team(tab)), field}, text);
    return tab.file();
}

/// One review as it comes to lie in a folder that several people and their cloud write in.
std::vector<NamedFile> copies_of(const std::string& file) {
    return {{"review.json", file},
            {"review (1).json", edited(file, 11, "leervraag", "Tekst van een")},
            {"review-DESKTOP-ABC.json", edited(file, 12, "leervraag", "Tekst van twee")},
            {"review (conflicted copy 2026-11-19 133000).json", edited(file, 13, "waarom", "Tekst van drie")},
            {"review.sync-conflict-20261119-133000-ABCDEFG.json", edited(file, 14, "urgentie", "Tekst van vier")}};
}

std::string review_file(std::uint64_t computer, const std::string& title) {
    platform::HeadlessWorld world{computer};
    Tab tab(world);
    tab.planner.create_review(three_teams(title));
    tab.settle();
    return tab.file();
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a folder of copies becomes one review each, in whatever order, with the same bytes") {
    const std::string first = review_file(2, "Eerste");
    std::vector<NamedFile> copies = copies_of(first);
    for (NamedFile& copy : copies_of(review_file(3, "Tweede"))) copies.push_back(std::move(copy));
    std::mt19937 random(5);
    std::map<std::string, std::string> expected;
    for (int round = 0; round < 6; ++round) {
        CAPTURE(round);
        platform::HeadlessWorld world{100};
        Tab tab(world, "#/");
        const bool one_is_here = round % 2 == 1;
        if (one_is_here) tab.open("review.json", first);
        for (const NamedFile& copy : copies) tab.planner.on_file(copy.name, copy.bytes);
        tab.planner.on_files_complete();
        tab.settle();
        REQUIRE(tab.planner.import_state() == app::ImportState::ready);
        const app::ImportPreview& preview = tab.planner.import_preview();
        CHECK(preview.files.size() == copies.size());
        for (const app::ImportFile& file : preview.files) {
            CHECK(file.outcome != FileOutcome::refused);
            CHECK(file.note == "");
        }
        REQUIRE(preview.reviews.size() == 2);
        const std::size_t from_files = preview.reviews[0].files.size() + preview.reviews[1].files.size();
        CHECK(from_files == copies.size() - (one_is_here ? 1 : 0));
        tab.planner.confirm_import();
        tab.settle();
        std::map<std::string, std::string> stored;
        for (const auto& [id, record] : world.records) stored[id] = record.document;
        REQUIRE(stored.size() == 2);
        if (round == 0) expected = stored;
        CHECK(stored == expected);
        std::shuffle(copies.begin(), copies.end(), random);
    }
    for (const auto& [id, document] : expected)
        for (const char* text : {"Tekst van een", "Tekst van twee", "Tekst van drie", "Tekst van vier"})
            CHECK(has(document, text));
}

TEST_CASE("a mail with our file in it opens, and says that it came out of a mail") {
    const std::string file = review_file(2, "Eerste");
    platform::HeadlessWorld world;
    Tab tab(world, "#/");
    tab.open("Onze review.eml", mail_with({{"review.json", file}}));
    CHECK(tab.planner.import_state() == app::ImportState::none);
    CHECK(tab.last_toast() == "Eerste staat nu op deze computer. review.json is uit een mail gehaald.");
    CHECK(tab.file() == file);
    tab.open("review.txt", exchange::base64_lines(edited(file, 4, "leervraag", "Van elders")));
    REQUIRE(tab.planner.import_state() == app::ImportState::ready);
    CHECK(tab.planner.import_preview().files[0].outcome == FileOutcome::merges);
    CHECK(tab.planner.import_preview().files[0].note == "review.txt was op een andere manier opgeslagen; de planner heeft dat omgezet.");
}

TEST_CASE("a file that was changed outside the planner says so when it opens at once") {
    std::string file = review_file(2, "Eerste");
    file.replace(file.find("Eerste"), 6, "Anders");
    platform::HeadlessWorld world;
    Tab tab(world, "#/");
    tab.open("anders.json", file);
    CHECK(tab.last_toast() == "Anders staat nu op deze computer. Let op: anders.json is buiten de planner veranderd. Kijk na of alles klopt.");
}

TEST_CASE("two reviews in one mail come in under their own names") {
    platform::HeadlessWorld world;
    Tab tab(world, "#/");
    tab.open("mail.eml", mail_with({{"een.json", review_file(2, "Eerste")}, {"twee.json", review_file(3, "Tweede")}}));
    REQUIRE(tab.planner.import_state() == app::ImportState::ready);
    const app::ImportPreview& preview = tab.planner.import_preview();
    REQUIRE(preview.files.size() == 2);
    CHECK(preview.files[1].name == "twee.json");
    CHECK(has(preview.files[1].note, "uit een mail"));
    tab.planner.confirm_import();
    tab.settle();
    CHECK(world.records.size() == 2);
}

TEST_CASE("a text around a file that was changed by hand is not left out silently, nor is the file believed") {
    const std::string file = review_file(2, "Eerste");
    platform::HeadlessWorld world;
    Tab tab(world, "#/");
    tab.open("review.json", file);
    std::string changed = file;
    changed.replace(changed.find("Eerste"), 6, "Anders");
    tab.open("geplakt.txt", "Hoi,\n" + changed + "\nGroeten");
    REQUIRE(tab.planner.import_state() == app::ImportState::ready);
    const app::ImportFile& note = tab.planner.import_preview().files[0];
    CHECK(note.foreign);
    CHECK(note.note == "In geplakt.txt stond meer dan de peer review. De rest is weggelaten.");
}

TEST_CASE("every odd file has a sentence of its own in both languages, and changes nothing") {
    using exchange::OddFile;
    const std::vector<std::pair<OddFile, std::string>> samples = {
        {OddFile::mail, mail_with({})},
        {OddFile::outlook_mail, "\x78\x9F\x3E\x22 "},
        {OddFile::zip, "PK\x03\x04"},
        {OddFile::office, "PK\x03\x04[Content_Types].xml word/document.xml"},
        {OddFile::pdf, "%PDF-1.4"},
        {OddFile::picture, "\x89PNG"},
        {OddFile::page, "<html><title>Aanmelden</title>"},
    };
    for (const auto language : {process::Language::dutch, process::Language::english}) {
        const app::Texts texts(language);
        std::vector<std::string> sentences = {
            app::refusal_text(texts, "a.json", {app::Unreadable::Why::odd, {}, OddFile::none})};
        for (const auto& [odd, bytes] : samples) {
            const std::string sentence = app::refusal_text(texts, "a.json", {app::Unreadable::Why::odd, {}, odd});
            CHECK(has(sentence, "a.json"));
            CHECK_FALSE(has(sentence, "{"));
            CHECK(std::count(sentences.begin(), sentences.end(), sentence) == 0);
            sentences.push_back(sentence);
        }
    }
    platform::HeadlessWorld world;
    Tab tab(world, "#/");
    for (const auto& [odd, bytes] : samples) {
        tab.open("a.json", bytes);
        REQUIRE(tab.planner.import_state() == app::ImportState::ready);
        CHECK_FALSE(tab.planner.import_preview().can_confirm());
        CHECK(tab.planner.import_preview().files[0].sentence ==
              app::refusal_text(tab.planner.texts(), "a.json", {app::Unreadable::Why::odd, {}, odd}));
        tab.planner.cancel_import();
    }
    CHECK(world.operations() == 0);
}

TEST_CASE("what was cut off in a mail is named as it is there") {
    platform::HeadlessWorld world;
    Tab tab(world, "#/");
    const std::string file = review_file(2, "Eerste");
    tab.open("mail.eml", mail_with({{"half.json", file.substr(0, file.size() / 2)}}));
    REQUIRE(tab.planner.import_state() == app::ImportState::ready);
    CHECK(has(tab.planner.import_preview().files[0].sentence, "half.json stopt halverwege"));
}

TEST_CASE("a process in a mail is offered as a process") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    tab->open("mail.eml", mail_with({{"werkwijze.json", own_process()}}));
    REQUIRE(tab->planner.process_offer() != nullptr);
    CHECK(tab->planner.process_offer()->file == "werkwijze.json");
    CHECK(tab->planner.process_offer()->process != nullptr);
    CHECK(tab->planner.import_state() == app::ImportState::none);
}
