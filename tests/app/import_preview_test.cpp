#include <doctest/doctest.h>

#include "browser.h"

#include <algorithm>

using namespace planner;
using namespace planner::testing;
using app::ImportItemKind;
using app::ImportState;

namespace {

/// The file after somebody edited it on another computer.
std::string edited(const std::string& file, std::uint64_t computer, const std::function<void(Tab&)>& edit) {
    platform::HeadlessWorld world{computer};
    Tab tab(world);
    tab.open("kopie.json", file);
    edit(tab);
    return tab.file();
}

std::size_t brought(const app::ImportFile& file, ImportItemKind kind) {
    return file.brings[static_cast<std::size_t>(kind)];
}

std::string other_review() {
    platform::HeadlessWorld world{50};
    Tab tab(world);
    tab.planner.create_review(three_teams("Samen toetsen"));
    tab.settle();
    return tab.file();
}

/// No planner file, but so large that reading it takes a turn of its own.
const std::string large(1'200'000, ' ');

} // namespace

TEST_CASE("the preview says for each file by itself what it brings, and of what they are copies") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const auto question = question_of(first_team(*tab));
    const document::FieldKey why{question.entity, "waarom"};
    tab->planner.set_field(why, "Oud");
    const std::string file = tab->file();
    tab->planner.on_file("review (1).json", edited(file, 11, [&](Tab& there) {
                             there.planner.set_field(question, "Hun vraag");
                             there.planner.set_field(why, "Nieuw");
                         }));
    tab->planner.on_file("review (2).json",
                         edited(file, 12, [&](Tab& there) { there.planner.set_field(why, "Nog nieuwer"); }));
    tab->planner.on_file("review.json", file);
    tab->planner.on_files_complete();
    tab->settle();
    REQUIRE(tab->planner.import_state() == ImportState::ready);
    const app::ImportPreview& preview = tab->planner.import_preview();
    REQUIRE(preview.files.size() == 3);
    CHECK(brought(preview.files[0], ImportItemKind::added) == 1);
    CHECK(brought(preview.files[0], ImportItemKind::changed) == 1);
    CHECK(brought(preview.files[0], ImportItemKind::both_wrote) == 0);
    CHECK(brought(preview.files[1], ImportItemKind::added) == 0);
    CHECK(brought(preview.files[1], ImportItemKind::changed) == 1);
    CHECK(preview.files[2].brings == app::ImportCounts{});
    REQUIRE(preview.reviews.size() == 1);
    CHECK(preview.reviews[0].copies_of == "review.json");
    REQUIRE(preview.reviews[0].count(ImportItemKind::both_wrote) == 1);
    const auto& items = preview.reviews[0].items;
    const auto both = std::find_if(items.begin(), items.end(), [](const auto& each) { return each.kind == ImportItemKind::both_wrote; });
    // Neither of them stands here: what stood here was read by both and goes.
    CHECK(both->first == app::FirstText::comes_in);
    CHECK((both->old_text == "Nieuw" || both->new_text == "Nieuw"));
    CHECK((both->old_text == "Nog nieuwer" || both->new_text == "Nog nieuwer"));
}

TEST_CASE("files that are both the first to fill in a card tell of the difference between them") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const auto question = question_of(first_team(*tab));
    const std::string file = tab->file();
    for (const char* text : {"De ene vraag", "De andere vraag"})
        tab->planner.on_file(std::string(text) + ".json",
                             edited(file, static_cast<std::uint64_t>(text[3]), [&](Tab& there) { there.planner.set_field(question, std::string(text)); }));
    tab->planner.on_files_complete();
    tab->settle();
    const app::ImportReview& review = tab->planner.import_preview().reviews.at(0);
    REQUIRE(review.count(ImportItemKind::both_wrote) == 1);
    CHECK(review.count(ImportItemKind::added) == 0);
    CHECK(review.items[0].old_text != review.items[0].new_text);
    tab->planner.confirm_import();
    CHECK(tab->planner.view().conflict_count == 1);
}

TEST_CASE("files of other names are not called copies") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const auto question = question_of(first_team(*tab));
    const std::string file = tab->file();
    for (const char* name : {"noord.json", "oost.json"})
        tab->planner.on_file(
            name, edited(file, static_cast<std::uint64_t>(name[0]), [&](Tab& there) { there.planner.set_field(question, std::string(name)); }));
    tab->planner.on_files_complete();
    tab->settle();
    REQUIRE(tab->planner.import_preview().reviews.size() == 1);
    CHECK(tab->planner.import_preview().reviews[0].copies_of == "");
}

TEST_CASE("what one took out and the other wrote in is told apart, with what stands in it and on which side it is gone") {
    for (const bool gone_here : {false, true}) {
        CAPTURE(gone_here);
        platform::HeadlessWorld world;
        const auto tab = tab_with_review(world);
        const document::EntityKey row = tab->planner.add_row(dates_of(*tab, first_team(*tab)));
        tab->planner.set_field({row, "opmerking"}, "Ochtend");
        const auto remove = [&](Tab& where) { where.planner.remove_row(row); };
        const auto write = [&](Tab& where) { where.planner.set_field({row, "opmerking"}, "Middag"); };
        const std::string theirs = edited(tab->file(), 2, [&](Tab& there) { gone_here ? write(there) : remove(there); });
        gone_here ? remove(*tab) : write(*tab);
        tab->open("terug.json", theirs);
        REQUIRE(tab->planner.import_preview().reviews.size() == 1);
        const app::ImportReview& review = tab->planner.import_preview().reviews[0];
        REQUIRE(review.count(ImportItemKind::removed_edited) == 1);
        for (const app::ImportItem& item : review.items) {
            if (item.kind != ImportItemKind::removed_edited) continue;
            CHECK(item.old_text == (gone_here ? "" : "Middag"));
            CHECK(item.new_text == (gone_here ? "Middag" : ""));
        }
        tab->planner.confirm_import();
        CHECK(tab->last_toast().find("1 verschil") != std::string::npos);
    }
}

TEST_CASE("many or large files are read in turns, and say how far they are; a few small ones are there at once") {
    platform::HeadlessWorld world;
    Tab tab(world, "#/");
    const std::string file = other_review();
    tab.planner.on_file("klein.json", file);
    for (int i = 0; i < 3; ++i) tab.planner.on_file("groot.json", large);
    tab.planner.on_file_refused("te groot.json", platform::FileProblem::too_large);
    tab.planner.on_files_complete();
    CHECK(tab.planner.import_state() == ImportState::reading);
    std::vector<std::size_t> read;
    while (const auto progress = tab.planner.reading_progress()) {
        CHECK(progress->count == 5);
        read.push_back(progress->read);
        const int next = tab.planner.tick();
        if (tab.planner.reading_progress()) CHECK(next == 0);
    }
    CHECK(read == std::vector<std::size_t>{2, 3, 4});
    tab.settle();
    REQUIRE(tab.planner.import_state() == ImportState::ready);
    const auto& files = tab.planner.import_preview().files;
    REQUIRE(files.size() == 5);
    CHECK(files[0].outcome == app::FileOutcome::new_review);
    CHECK(files[4].name == "te groot.json");
    tab.planner.cancel_import();
    tab.planner.on_file("klein.json", file);
    tab.planner.on_files_complete();
    CHECK_FALSE(tab.planner.reading_progress());
}

TEST_CASE("more than fits in memory does not wait to be read, and is told of all the same") {
    platform::HeadlessWorld world;
    Tab tab(world, "#/");
    tab.planner.on_file("reus.json", std::string(33'000'000, ' '));
    tab.planner.on_files_complete();
    REQUIRE(tab.planner.import_state() == ImportState::ready);
    CHECK(tab.planner.import_preview().files[0].name == "reus.json");
}

TEST_CASE("reading can be stopped: nothing of it is left, and the next import is one of its own") {
    platform::HeadlessWorld world;
    Tab tab(world, "#/");
    const std::string file = other_review();
    tab.planner.on_file("groot.json", large);
    tab.planner.on_file("review.json", file);
    tab.planner.on_files_complete();
    REQUIRE(tab.planner.reading_progress());
    tab.planner.cancel_import();
    tab.settle();
    CHECK(tab.planner.import_state() == ImportState::none);
    CHECK(tab.planner.overview().empty());
    tab.open("review.json", file);
    CHECK(tab.planner.view().title == "Samen toetsen");
}

TEST_CASE("files that come in while a preview is on screen are not lost when that is confirmed") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    tab->open("review.json", other_review());
    REQUIRE(tab->planner.import_state() == ImportState::ready);
    tab->planner.on_file("stuk.json", "{");
    tab->planner.confirm_import();
    tab->planner.on_files_complete();
    tab->settle();
    REQUIRE(tab->planner.import_state() == ImportState::ready);
    CHECK(tab->planner.import_preview().files[0].name == "stuk.json");
}

TEST_CASE("another review does not take the place of the one on screen unasked") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const std::string before = tab->planner.route().review;
    tab->open("review.json", other_review());
    REQUIRE(tab->planner.import_state() == ImportState::ready);
    CHECK(tab->planner.import_preview().reviews[0].is_new);
    CHECK(tab->planner.route().review == before);
    tab->planner.confirm_import();
    tab->settle();
    CHECK(tab->planner.view().title == "Samen toetsen");
    CHECK(world.records.size() == 2);
    CHECK(tab->planner.overview().find(before) != nullptr);
}

TEST_CASE("a file of a newer planner says so, and what it adds goes through an edit and a merge unharmed") {
    platform::HeadlessWorld world;
    Tab tab(world, "#/");
    std::string newer = other_review();
    const std::string version = "\"formatVersion\": 1";
    REQUIRE(newer.find(version) != std::string::npos);
    newer.replace(newer.find(version), version.size(), "\"formatVersion\": 7,\n \"toekomst\": \"iets nieuws\"");
    tab.open("review.json", newer);
    CHECK(tab.last_toast().find("nieuwere planner") != std::string::npos);
    tab.planner.set_field(question_of(first_team(tab)), "Onze vraag");
    tab.settle();
    tab.open("review.json", newer);
    if (tab.planner.import_state() == ImportState::ready) {
        CHECK(tab.planner.import_preview().files[0].note.find("nieuwere planner") != std::string::npos);
        tab.planner.confirm_import();
    }
    CHECK(tab.file().find("\"formatVersion\": 7") != std::string::npos);
    CHECK(tab.file().find("iets nieuws") != std::string::npos);
    CHECK(tab.text(question_of(first_team(tab))) == "Onze vraag");
}
