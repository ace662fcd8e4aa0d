// The process of a review: kept in it, replaced by another one, and what happens when it cannot be read.

#include <doctest/doctest.h>

#include "app/known_processes.h"
#include "assets/assets.h"
#include "assets/catalog.h"
#include "browser.h"
#include "document/write.h"
#include "own_process.h"
#include "review/kept_process.h"

using namespace planner;
using namespace planner::testing;
using document::Value;

namespace {

const document::FieldKey kept = review::kept_process_key();

/// Opens a process file and lets the review on screen follow it.
void use(Tab& tab, const std::string& file) {
    tab.open("werkwijze.json", file);
    REQUIRE(tab.planner.process_offer() != nullptr);
    REQUIRE_MESSAGE(tab.planner.process_offer()->process != nullptr, tab.planner.process_offer()->error.pointer,
                    tab.planner.process_offer()->error.sentence);
    tab.planner.use_offered_process();
    tab.settle();
}

/// A file of the same review in which the text of the process is something else.
std::string with_kept(Tab& tab, const std::string& text, const std::string& id = "eigen-werkwijze") {
    tab.planner.set_field(kept, text);
    tab.planner.set_field({review::review_key(), "process"}, id);
    return tab.file();
}

} // namespace

TEST_CASE("a new review keeps the text of its process, and follows the planner's own as long as that says the same") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    CHECK(tab->text(kept) == assets::process(shipped_id));
    CHECK(&tab->planner.current()->process() == assets::known_process(shipped_id));
    CHECK(app::newer_process(tab->planner.current()) == nullptr);
}

TEST_CASE("a process file is recognised, told by what it holds, and makes a review that keeps it") {
    platform::HeadlessWorld world;
    Tab tab(world);
    tab.open("werkwijze.json", own_process("netwerk-a"));
    const app::ProcessOffer* offer = tab.planner.process_offer();
    REQUIRE(offer != nullptr);
    REQUIRE(offer->process != nullptr);
    CHECK(offer->process->title.nl == "Eigen werkwijze");
    CHECK(tab.planner.import_state() == app::ImportState::none);
    CHECK(world.records.empty());

    app::NewReviewRequest request = three_teams();
    request.process = app::key_of_process(*offer->process);
    tab.planner.close_process_offer();
    CHECK(tab.planner.process_offer() == nullptr);
    tab.planner.create_review(request);
    tab.settle();
    CHECK(tab.planner.current()->process().id == "netwerk-a");

    // Mailed to somebody who never had the file of the process.
    platform::HeadlessWorld elsewhere{7};
    Tab other(elsewhere);
    other.open("review.json", tab.file());
    REQUIRE(other.planner.current() != nullptr);
    REQUIRE(other.planner.current()->ready());
    CHECK(other.planner.current()->process().title.nl == "Eigen werkwijze");
    REQUIRE(other.planner.overview().all().size() == 1);
    CHECK(other.planner.overview().all()[0].kind == "Eigen werkwijze");
    CHECK(other.planner.overview().all()[0].steps == other.planner.current()->process().steps.size());
}

TEST_CASE("a wrong process file says where and what, and changes nothing") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const std::string before = document::write(tab->document());
    tab->open("fout.json",
              own_process("eigen-werkwijze", "1.0", [](Value& process) { process["cards"][0]["blocks"][0]["id"] = "Geen id"; }));
    const app::ProcessOffer* offer = tab->planner.process_offer();
    REQUIRE(offer != nullptr);
    CHECK(offer->process == nullptr);
    CHECK(offer->file == "fout.json");
    CHECK(offer->error.pointer == "/cards/0/blocks/0/id");
    CHECK(offer->error.line > 1);
    tab->planner.use_offered_process();
    CHECK(document::write(tab->document()) == before);

    // What is no process at all is refused as a file.
    tab->planner.close_process_offer();
    tab->open("iets.json", R"({"format": "something else"})");
    CHECK(tab->planner.process_offer() == nullptr);
    CHECK(tab->planner.import_state() == app::ImportState::ready);
}

TEST_CASE("the preview says what another process changes, also for the words in this review") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const std::string team = first_team(*tab);
    tab->planner.set_field(question_of(team), "Hoe leren studenten kiezen?");
    tab->planner.set_field({review::review_key(), "kickoff_date"}, "2027-03-15");
    const std::string file = own_process("eigen-werkwijze", "1.0", [](Value& process) {
        remove_first_card(process);
        process["tasks"].back()["due"] = {{"from", "kickoff"}, {"days", 3}};
    });
    tab->open("werkwijze.json", file);
    const app::ProcessPreview& preview = tab->planner.process_preview();
    REQUIRE(preview.hidden.size() == 1);
    CHECK(preview.hidden[0].key == question_of(team));
    CHECK(preview.hidden[0].card == "Verkenning eigen vraagstuk");
    CHECK(preview.hidden[0].field == "Onze leervraag");
    REQUIRE_FALSE(preview.moves.empty());
    CHECK(preview.moves.back().to == planning::parse_day("2027-03-18"));
    const auto told = [&](process::Part part, process::DifferenceKind kind) {
        for (const process::Difference& each : preview.differences)
            if (each.part == part && each.kind == kind) return true;
        return false;
    };
    CHECK(told(process::Part::card, process::DifferenceKind::removed));
    CHECK(told(process::Part::date, process::DifferenceKind::changed));
    CHECK(told(process::Part::rule, process::DifferenceKind::removed));
    CHECK_FALSE(told(process::Part::step, process::DifferenceKind::removed));
}

TEST_CASE("taking another process over is one command; words without a place stay and are shown, and come back") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const std::string team = first_team(*tab);
    tab->planner.set_field(question_of(team), "Hoe leren studenten kiezen?");
    CHECK(tab->planner.leftovers().empty());
    use(*tab, own_process("eigen-werkwijze", "1.0", remove_first_card));
    CHECK(tab->planner.current()->process().id == "eigen-werkwijze");
    CHECK(tab->planner.process_offer() == nullptr);
    CHECK(tab->text(question_of(team)) == "Hoe leren studenten kiezen?");
    REQUIRE(tab->planner.leftovers().size() == 1);
    CHECK(tab->planner.leftovers()[0].card == "verkenning");
    CHECK(tab->planner.leftovers()[0].participant == "Team Zorg");
    CHECK(tab->planner.view().participants[0].learning_question.empty());

    tab->planner.step(app::Step::undo);
    CHECK(tab->planner.current()->process().id == shipped_id);
    CHECK(tab->planner.leftovers().empty());
    CHECK(tab->planner.view().participants[0].learning_question == "Hoe leren studenten kiezen?");
    tab->planner.step(app::Step::redo);
    CHECK(tab->planner.current()->process().id == "eigen-werkwijze");

    // As it is after a reload.
    tab->settle();
    Tab again(world, tab->platform.hash());
    CHECK(again.planner.current()->process().id == "eigen-werkwijze");
}

TEST_CASE("a review keeps its older version, and is offered the newer one") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const std::string newest = std::string(assets::known_process(shipped_id)->version);
    use(*tab, own_process(std::string(shipped_id), "0.9", remove_first_card));
    CHECK(tab->planner.current()->process().version == "0.9");
    REQUIRE(app::newer_process(tab->planner.current()) == assets::known_process(shipped_id));
    tab->planner.offer_newer_process();
    REQUIRE(tab->planner.process_offer() != nullptr);
    CHECK(tab->planner.process_offer()->from == app::ProcessOffer::From::program);
    CHECK_FALSE(app::follows(*tab->planner.current(), *tab->planner.process_offer()));
    tab->planner.use_offered_process();
    CHECK(tab->planner.current()->process().version == newest);
    CHECK(app::newer_process(tab->planner.current()) == nullptr);
    tab->planner.step(app::Step::undo);
    CHECK(tab->planner.current()->process().version == "0.9");
}

TEST_CASE("versions are compared number by number") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    use(*tab, own_process(std::string(shipped_id), "99.10", remove_first_card));
    CHECK(app::newer_process(tab->planner.current()) == nullptr);
    use(*tab, own_process(std::string(shipped_id), "0.10", remove_first_card));
    CHECK(app::newer_process(tab->planner.current()) != nullptr);
}

TEST_CASE("two copies that go on with different processes differ in one value, of which one is chosen") {
    platform::HeadlessWorld here_world, there_world{2};
    const auto here = tab_with_review(here_world);
    Tab there(there_world);
    there.open("kopie.json", here->file());
    there_world.now += 60'000;
    use(*here, own_process("netwerk-een", "1.0", remove_first_card));
    use(there, own_process("netwerk-twee", "2.0"));
    here->open("terug.json", there.file());
    REQUIRE(here->planner.import_preview().reviews.size() == 1);
    const app::ImportReview& preview = here->planner.import_preview().reviews[0];
    REQUIRE(preview.count(app::ImportItemKind::both_wrote) == 1);
    CHECK(preview.items[0].place_text == "Werkwijze");
    CHECK(preview.items[0].old_text == "Eigen werkwijze, versie 1.0");
    CHECK(preview.items[0].new_text == "Eigen werkwijze, versie 2.0");
    here->planner.confirm_import();
    REQUIRE(here->planner.view().conflict_count == 1);
    CHECK(here->planner.view().conflicts[0].conflicts[0].key == kept);
    const std::string shown = here->planner.current()->process().id;
    const bool first_is_shown = shown == "netwerk-een";
    here->planner.choose_version(kept, first_is_shown ? 1 : 0);
    CHECK(here->planner.current()->process().id == "netwerk-twee");
    CHECK(here->planner.view().conflict_count == 0);
    here->planner.step(app::Step::undo);
    CHECK(here->planner.view().conflict_count == 1);
}

TEST_CASE("a hostile process in a mailed review is refused while the review opens") {
    platform::HeadlessWorld world, elsewhere{2};
    const auto tab = tab_with_review(world);
    const std::string team = first_team(*tab);
    tab->planner.set_field(question_of(team), "Hoe leren studenten kiezen?");
    const std::string deep = std::string(2000, '[') + std::string(2000, ']');
    std::string bad = "not a process";
    std::string id = "eigen-werkwijze";
    SUBCASE("no JSON") {}
    SUBCASE("nested too deep") { bad = deep; }
    SUBCASE("another shape") { bad = R"({"format": "peer-review-planner-process", "formatVersion": 1, "steps": 4})"; }
    SUBCASE("a newer format") { bad = R"({"format": "peer-review-planner-process", "formatVersion": 2})"; }
    SUBCASE("of a process that is known here") { id = shipped_id; }
    Tab other(elsewhere);
    other.open("review.json", with_kept(*tab, bad, id));
    const app::OpenReview* review = other.planner.current();
    REQUIRE(review != nullptr);
    REQUIRE(review->ready());
    REQUIRE(review->followed().problem());
    CHECK(review->followed().known() == (id == shipped_id));
    CHECK(other.planner.view().title == "Zelfstandig leren");
    CHECK(other.text(question_of(team)) == "Hoe leren studenten kiezen?");
    CHECK(other.planner.plan().tasks.empty() == (id != shipped_id));
    if (id != shipped_id) {
        bool found = false;
        for (const review::Leftover& item : other.planner.leftovers()) found = found || item.key == question_of(team);
        CHECK(found);
    }
    // It can be repaired with a process that can be read.
    use(other, own_process());
    CHECK_FALSE(other.planner.current()->followed().problem());
    CHECK(other.planner.current()->process().id == "eigen-werkwijze");
}

TEST_CASE("names that a review gives stand on its screens and in its other copies, and only there") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const process::Process& base = *assets::known_process(shipped_id);
    const document::FieldKey key = review::given_name_key("step." + base.steps[0].id);
    tab->planner.set_field(key, "Warmlopen");
    CHECK(tab->planner.view().steps[0].step->title.nl == "Warmlopen");
    const process::Process* named = &tab->planner.current()->process();
    tab->planner.set_field(key, "Warm worden");
    CHECK(&tab->planner.current()->process() == named);
    CHECK(tab->planner.view().steps[0].step->title.nl == "Warm worden");
    CHECK(base.steps[0].title.nl == "Verkennen");
    platform::HeadlessWorld elsewhere{2};
    Tab other(elsewhere);
    other.open("kopie.json", tab->file());
    CHECK(other.planner.view().steps[0].step->title.nl == "Warm worden");
    tab->planner.step(app::Step::undo);
    tab->planner.step(app::Step::undo);
    CHECK(tab->planner.view().steps[0].step->title.nl == "Verkennen");
    tab->planner.create_review(three_teams("Nog een"));
    CHECK(tab->planner.view().steps[0].step->title.nl == "Verkennen");
}
