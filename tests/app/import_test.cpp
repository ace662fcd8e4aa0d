#include <doctest/doctest.h>

#include "browser.h"
#include "review/kept_process.h"
#include "document/write.h"

using namespace planner;
using namespace planner::testing;
using app::FileOutcome;
using app::ImportItemKind;

namespace {

/// The same review on two computers.
struct Computers {
    platform::HeadlessWorld here_world;
    platform::HeadlessWorld there_world{2};
    std::unique_ptr<Tab> here = tab_with_review(here_world);
    Tab there{there_world};
    std::string team = first_team(*here);

    Computers() { there.open("kopie.json", here->file()); }

    const app::ImportPreview& preview() const { return here->planner.import_preview(); }
};

const app::ImportItem* item(const app::ImportReview& review, ImportItemKind kind) {
    for (const app::ImportItem& candidate : review.items) {
        if (candidate.kind == kind) return &candidate;
    }
    return nullptr;
}

} // namespace

TEST_CASE("one file with a review that is not here opens at once") {
    Computers computers;
    CHECK(computers.there.planner.import_state() == app::ImportState::none);
    CHECK(computers.there.planner.route().screen == app::Screen::dashboard);
    CHECK(computers.there.planner.view().title == "Zelfstandig leren");
    CHECK(computers.there.last_toast() == "Zelfstandig leren staat nu op deze computer");
    CHECK(computers.there_world.records.size() == 1);
    CHECK(computers.there.file() == computers.here->file());
}

TEST_CASE("the preview says in words what is new, changed, removed and written by both, and changes nothing yet") {
    Computers computers;
    auto& here = computers.here->planner;
    auto& there = computers.there.planner;
    const auto card = review::card_key("verkenning", computers.team);
    here.set_field({card, "waarom"}, "Oud waarom");
    here.add_participant({"Team Bouw", "College West"});
    computers.there.open("tussen.json", computers.here->file());
    there.confirm_import();
    here.set_field({card, "leervraag"}, "Onze vraag");
    there.set_field({card, "leervraag"}, "Hun vraag");
    there.set_field({card, "waarom"}, "Nieuw waarom");
    there.set_field({card, "urgentie"}, "Voor het examen");
    there.set_field({review::visit_key(computers.team), "date"}, "2027-01-21");
    const auto row = there.add_row(dates_of(computers.there, computers.team));
    there.set_field({row, "opmerking"}, "Ochtend");
    there.remove_participant(there.view().participants[2].participant.id);
    const std::string before = document::write(computers.here->document());
    computers.here->open("terug.json", computers.there.file());

    REQUIRE(here.import_state() == app::ImportState::ready);
    CHECK(document::write(computers.here->document()) == before);
    REQUIRE(computers.preview().reviews.size() == 1);
    const app::ImportReview& review = computers.preview().reviews[0];
    CHECK(review.title == "Zelfstandig leren");
    CHECK(review.count(ImportItemKind::added) == 3);
    CHECK(review.count(ImportItemKind::changed) == 1);
    CHECK(review.count(ImportItemKind::both_wrote) == 1);
    CHECK(review.count(ImportItemKind::removed) == 1);
    const app::ImportItem& changed = *item(review, ImportItemKind::changed);
    CHECK(changed.place_text == "Waarom houdt dit jullie bezig? · Verkenning eigen vraagstuk · Team Zorg");
    CHECK(changed.old_text == "Oud waarom");
    CHECK(changed.new_text == "Nieuw waarom");
    const app::ImportItem& both = *item(review, ImportItemKind::both_wrote);
    CHECK(both.old_text == "Onze vraag");
    CHECK(both.new_text == "Hun vraag");
    CHECK(item(review, ImportItemKind::removed)->place_text == "Team Horeca");

    here.cancel_import();
    CHECK(here.import_state() == app::ImportState::none);
    CHECK(document::write(computers.here->document()) == before);
}

TEST_CASE("after merging everything is there and saved; undo takes the merge back and keeps what was written since") {
    Computers computers;
    auto& here = computers.here->planner;
    const auto card = review::card_key("verkenning", computers.team);
    here.set_field({card, "waarom"}, "Oud");
    computers.there.planner.set_field({card, "leervraag"}, "Hun vraag");
    computers.there.planner.set_field({card, "urgentie"}, "Hun urgentie");
    computers.here->open("terug.json", computers.there.file());
    here.confirm_import();
    CHECK(computers.here->text({card, "leervraag"}) == "Hun vraag");
    CHECK(computers.here->last_toast() == "Samengevoegd met terug.json");
    computers.here->settle();
    CHECK(here.save_state().kind == app::SaveKind::saved);

    here.set_field({card, "urgentie"}, "Later aangepast");
    here.act_on_toast(here.toasts().all().back().id);
    CHECK(computers.here->text({card, "leervraag"}) == "");
    CHECK(computers.here->text({card, "urgentie"}) == "Later aangepast");
    CHECK(computers.here->text({card, "waarom"}) == "Oud");

    here.step(app::Step::redo);
    CHECK(computers.here->text({card, "leervraag"}) == "Hun vraag");
}

TEST_CASE("undo of a merge takes back what it said about cards and tasks of which nothing was known here") {
    Computers computers;
    auto& here = computers.here->planner;
    auto& there = computers.there.planner;
    const auto question = question_of(computers.team);
    there.set_field(question, "Hun vraag");
    there.decide_task(there.plan().tasks.front().key, app::TaskDecision::done);
    computers.here->open("terug.json", computers.there.file());
    here.confirm_import();
    REQUIRE(here.plan().tasks.front().finished());
    here.step(app::Step::undo);
    CHECK(computers.here->text(question) == "");
    CHECK_FALSE(here.plan().tasks.front().finished());
    here.set_field(question, "Onze vraag");
    here.decide_task(here.plan().tasks.front().key, app::TaskDecision::done);
    CHECK(computers.here->text(question) == "Onze vraag");
    CHECK(here.plan().tasks.front().finished());
}

TEST_CASE("undo of a merge that made a conflict leaves our text alone") {
    Computers computers;
    auto& here = computers.here->planner;
    const auto key = question_of(computers.team);
    here.set_field(key, "Onze vraag");
    computers.there.planner.set_field(key, "Hun vraag");
    computers.here->open("terug.json", computers.there.file());
    here.confirm_import();
    REQUIRE(here.view().conflict_count == 1);
    here.step(app::Step::undo);
    CHECK(here.view().conflict_count == 0);
    CHECK(computers.here->text(key) == "Onze vraag");
}

TEST_CASE("the same file again brings nothing new") {
    Computers computers;
    computers.here->open("zelfde.json", computers.here->file());
    REQUIRE(computers.here->planner.import_state() == app::ImportState::ready);
    CHECK(computers.preview().files[0].outcome == FileOutcome::nothing_new);
    CHECK_FALSE(computers.preview().can_confirm());
}

TEST_CASE("a file that shows nothing new still tells what was removed: an older copy does not bring it back") {
    Computers computers;
    Tab& there = computers.there;
    const document::EntityKey row = there.planner.add_to_list("impressions", {{"text", "Van daar"}});
    const std::string older = there.file();
    there.planner.remove_row(row);
    computers.here->open("zonder.json", there.file());
    CHECK(computers.preview().files.at(0).outcome == FileOutcome::nothing_new);
    computers.here->planner.cancel_import();
    computers.here->settle();
    CHECK(computers.here->planner.save_state().kind == app::SaveKind::saved);
    computers.here->open("ouder.json", older);
    computers.here->planner.confirm_import();
    CHECK(computers.here->document().is_deleted(row));
}

TEST_CASE("several files of one review are shown and merged together") {
    Computers computers;
    platform::HeadlessWorld third_world{3};
    Tab third(third_world);
    third.open("kopie.json", computers.here->file());
    const auto card = review::card_key("verkenning", computers.team);
    computers.there.planner.set_field({card, "waarom"}, "Van twee");
    third.planner.set_field({card, "urgentie"}, "Van drie");
    auto& here = computers.here->planner;
    here.on_file("twee.json", computers.there.file());
    here.on_file("drie.json", third.file());
    here.on_file("stuk.json", "{");
    here.on_files_complete();
    computers.here->settle();
    REQUIRE(here.import_state() == app::ImportState::ready);
    CHECK(computers.preview().files.size() == 3);
    CHECK(computers.preview().files[2].outcome == FileOutcome::refused);
    REQUIRE(computers.preview().reviews.size() == 1);
    CHECK(computers.preview().reviews[0].files.size() == 2);
    CHECK(computers.preview().reviews[0].count(ImportItemKind::added) == 2);
    here.confirm_import();
    CHECK(computers.here->text({card, "waarom"}) == "Van twee");
    CHECK(computers.here->text({card, "urgentie"}) == "Van drie");
    CHECK(computers.here->last_toast() == "2 bestanden samengevoegd");
}

TEST_CASE("a refused file changes nothing and says where it is wrong") {
    platform::HeadlessWorld world;
    Tab tab(world);
    tab.open("foto.json", "{\"format\": \"peer-review-planner\",\n \"id\" }");
    REQUIRE(tab.planner.import_state() == app::ImportState::ready);
    CHECK_FALSE(tab.planner.import_preview().can_confirm());
    const std::string& sentence = tab.planner.import_preview().files[0].sentence;
    CHECK(sentence.find("foto.json") != std::string::npos);
    CHECK(sentence.find("regel 2") != std::string::npos);
    tab.planner.cancel_import();
    CHECK(tab.planner.overview().empty());
    CHECK(world.operations() == 0);
}

TEST_CASE("a file of a kind of review that is not known here is refused") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    tab->planner.set_field(review::kept_process_key(), "");
    tab->planner.set_field({review::review_key(), "process"}, "iets-nieuws");
    Tab other(world, "#/");
    other.open("nieuw.json", tab->file());
    REQUIRE(other.planner.import_state() == app::ImportState::ready);
    CHECK(other.planner.import_preview().files[0].outcome == FileOutcome::refused);
}

TEST_CASE("a file edited by hand is told apart, empties nothing, and puts its texts beside ours") {
    Computers computers;
    auto& here = computers.here->planner;
    const auto card = review::card_key("verkenning", computers.team);
    here.set_field({card, "leervraag"}, "Onze vraag");
    here.set_field({card, "waarom"}, "Onze reden");
    std::string file = computers.here->file();
    const std::size_t at = file.find("Onze vraag");
    file.replace(at, 10, "Met de hand");
    const std::size_t reason = file.find("Onze reden");
    file.replace(reason, 10, "");
    computers.here->open("hand.json", file);
    REQUIRE(here.import_state() == app::ImportState::ready);
    CHECK(computers.preview().files[0].foreign);
    CHECK(computers.preview().files[0].sentence.find("buiten de planner") != std::string::npos);
    here.confirm_import();
    CHECK(here.view().conflict_count == 1);
    CHECK(computers.here->text({card, "leervraag"}) == "Onze vraag");
    CHECK(computers.here->text({card, "waarom"}) == "Onze reden");
}

TEST_CASE("a file of a review that is stored but not open is merged with what is stored") {
    Computers computers;
    computers.there.planner.set_field(question_of(computers.team), "Hun vraag");
    const std::string file = computers.there.file();
    computers.here->planner.set_field({review::review_key(), "goal"}, "Ons doel");
    computers.here->settle();
    Tab fresh(computers.here_world, "#/");
    fresh.open("terug.json", file);
    REQUIRE(fresh.planner.import_state() == app::ImportState::ready);
    CHECK(fresh.planner.import_preview().files[0].outcome == FileOutcome::merges);
    fresh.planner.confirm_import();
    fresh.settle();
    CHECK(fresh.planner.route().screen == app::Screen::dashboard);
    CHECK(fresh.text({review::review_key(), "goal"}) == "Ons doel");
    CHECK(fresh.text(question_of(computers.team)) == "Hun vraag");
}

TEST_CASE("opening a file of a removed review puts it back") {
    Computers computers;
    const std::string id = computers.here->planner.route().review;
    const std::string file = computers.there.file();
    computers.here->planner.remove_review(id);
    computers.there.planner.set_field({review::review_key(), "goal"}, "Doel");
    computers.here->open("terug.json", computers.there.file());
    computers.here->planner.confirm_import();
    CHECK(computers.here->planner.overview().matching("").size() == 1);
}

TEST_CASE("what people wrote while the preview was open is not lost by confirming") {
    Computers computers;
    auto& here = computers.here->planner;
    computers.there.planner.set_field(question_of(computers.team), "Hun vraag");
    computers.here->open("terug.json", computers.there.file());
    here.set_field(question_of(computers.team), "Tijdens het kijken");
    here.confirm_import();
    CHECK(computers.here->document().field(question_of(computers.team))->distinct().size() == 2);
}
