#include <doctest/doctest.h>

#include <algorithm>

#include "app/agreements.h"
#include "app/value_text.h"
#include "browser.h"

using namespace planner;
using namespace planner::testing;
using app::AgreementDecision;
using planning::AgreementState;

namespace {

/// Somebody writes what all teams agreed, to be done so many days from now.
document::EntityKey agree_on(Tab& tab, const std::string& what, int days_from_now) {
    const process::Field& table = *tab.planner.current()->process().card("afspraken_start")->field("afspraken");
    const document::EntityKey row = tab.planner.add_row(tab.planner.reading().table_of("afspraken_start", "", table));
    tab.planner.set_field({row, "afspraak"}, what);
    tab.planner.set_field({row, "wanneer"}, planning::format_day(planning::add_days(tab.planner.today(), days_from_now)));
    return row;
}

/// What stands under today of them, the first due first.
std::vector<app::AgendaTask> agreements_today(Tab& tab) {
    tab.settle();
    std::vector<app::AgendaTask> found;
    for (const app::TodayTask& line : tab.planner.today_tasks()) {
        if (!line.task.card.empty()) found.push_back(line.task);
    }
    return found;
}

AgreementState state_of(Tab& tab) {
    REQUIRE(tab.planner.agreements().size() == 1);
    return tab.planner.agreements()[0].state;
}

} // namespace

TEST_CASE("an agreement is ticked off by somebody on a day; undo takes it back, and so does taking away the tick") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    tab->planner.set_author("Begeleider");
    const document::EntityKey row = agree_on(*tab, "Mail de planning", -1);
    CHECK(state_of(*tab) == AgreementState::late);
    CHECK(tab->planner.late_agreements() == 1);
    app::decide_agreement(tab->planner, tab->planner.agreements()[0], AgreementDecision::done);
    CHECK(state_of(*tab) == AgreementState::done);
    CHECK(tab->planner.late_agreements() == 0);
    CHECK(tab->planner.agreements()[0].done_by == "Begeleider");
    CHECK(tab->planner.agreements()[0].done_on == tab->planner.today());
    CHECK(tab->planner.leftovers().empty());
    REQUIRE_FALSE(tab->planner.toasts().all().empty());
    CHECK(tab->planner.toasts().all().back().text == "Afgevinkt: Mail de planning");
    CHECK(tab->planner.step_text(app::Step::undo) == tab->planner.tr("undo.what.agreement_done"));
    tab->planner.step(app::Step::undo);
    CHECK(state_of(*tab) == AgreementState::late);
    tab->planner.step(app::Step::redo);
    CHECK(state_of(*tab) == AgreementState::done);
    app::decide_agreement(tab->planner, tab->planner.agreements()[0], AgreementDecision::open);
    CHECK(state_of(*tab) == AgreementState::late);
    CHECK(tab->text({row, "done_by"}).empty());
    CHECK(app::route_to(tab->planner, tab->planner.agreements()[0]) ==
          app::Route::card_of(tab->planner.route().review, "afspraken_start", ""));
}

TEST_CASE("what is late counts for who it concerns, once somebody said who they are") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const auto& participants = tab->planner.view().participants;
    const std::string first = participants.at(0).participant.id, second = participants.at(1).participant.id;
    const process::Field& table = *tab->planner.current()->process().card("voorbereiding")->field("acties");
    const document::EntityKey row = tab->planner.add_row(tab->planner.reading().table_of("voorbereiding", first, table));
    tab->planner.set_field({row, "actie"}, "Zaal vastleggen");
    tab->planner.set_field({row, "wanneer"}, "2026-11-01");
    CHECK(tab->planner.late_agreements() == 1);
    const std::string review = tab->planner.route().review;
    tab->planner.set_identity(review, {planning::IdentityKind::participant, second});
    CHECK(tab->planner.late_agreements() == 0);
    tab->planner.set_identity(review, {planning::IdentityKind::participant, first});
    CHECK(tab->planner.late_agreements() == 1);
}

TEST_CASE("a tick that comes in by mail has a name in the preview, and two ticks are one") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    agree_on(*tab, "Mail de planning", 5);
    tab->settle();
    platform::HeadlessWorld other_world(99);
    Tab other(other_world);
    other.open("review.json", tab->file());
    other.settle();
    other.planner.set_author("Team Techniek");
    app::decide_agreement(other.planner, other.planner.agreements()[0], AgreementDecision::done);
    tab->open("terug.json", other.file());
    REQUIRE(tab->planner.import_state() == app::ImportState::ready);
    const auto& items = tab->planner.import_preview().reviews.at(0).items;
    REQUIRE(items.size() == 1);
    CHECK(items[0].place_text.starts_with("‘Mail de planning’ afgevinkt"));
    CHECK(items[0].new_text == "Ja");
    app::decide_agreement(tab->planner, tab->planner.agreements()[0], AgreementDecision::done);
    tab->planner.confirm_import();
    tab->settle();
    CHECK(state_of(*tab) == AgreementState::done);
    CHECK(tab->planner.view().conflict_count == 0);
}

TEST_CASE("a record that is too long for a link is copied, and the mail opens without it") {
    platform::HeadlessWorld world;
    Tab tab(world);
    tab.planner.open_example("mbo-peer-review");
    tab.settle();
    const std::string team = tab.planner.view().participants.at(0).participant.id;
    planning::PlannedMessage record;
    record.message = tab.planner.current()->process().message("start_afspraken");
    record.audience = team;
    while (tab.planner.plan().tasks[record.task].task->id != record.message->task) ++record.task;
    const planning::MessageText text = tab.planner.message_text(record);
    CHECK(text.missing.empty());
    CHECK(text.body.find("uiterlijk vrijdag 18 december 2026") != std::string::npos);
    tab.planner.open_in_mail(record);
    CHECK(tab.platform.copied == text.body);
    REQUIRE(tab.platform.mails.size() == 1);
    CHECK(tab.platform.mails[0].size() < 1600);
}

TEST_CASE("an agreement that is due stands under today and on the dashboard, like a task, until it is ticked off") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const std::string review = tab->planner.route().review;
    const document::EntityKey late = agree_on(*tab, "Mail de\nplanning", -1), soon = agree_on(*tab, "Vraag de zaal", 20);
    agree_on(*tab, "Pas over weken", 40);
    const document::EntityKey without_day = agree_on(*tab, "Ooit", 0);
    tab->planner.set_field({without_day, "wanneer"}, "");
    // While nobody said who they are, what is late is somebody's.
    REQUIRE(agreements_today(*tab).size() == 1);
    CHECK_FALSE(agreements_today(*tab)[0].own);
    CHECK(tab->planner.dashboard().next_agreements.size() == 2);
    tab->planner.set_identity(review, {planning::IdentityKind::facilitator, ""});
    const auto own = agreements_today(*tab);
    REQUIRE(own.size() == 2);
    CHECK(own[0].title.nl == "Mail de planning");
    CHECK(own[0].own);
    CHECK(own[0].state == planning::TaskState::late);
    CHECK(own[0].key == late);
    CHECK(own[0].card == "afspraken_start");
    CHECK(own[0].subject.empty());
    CHECK(own[1].key == soon);
    CHECK(own[1].state == planning::TaskState::open);
    // What others agreed for themselves is theirs, until it is late.
    const std::string team = tab->planner.view().participants.at(1).participant.id;
    const process::Field& table = *tab->planner.current()->process().card("voorbereiding")->field("acties");
    const document::EntityKey theirs = tab->planner.add_row(tab->planner.reading().table_of("voorbereiding", team, table));
    tab->planner.set_field({theirs, "actie"}, "Zaal vastleggen");
    tab->planner.set_field({theirs, "wanneer"}, planning::format_day(planning::add_days(tab->planner.today(), 3)));
    CHECK(agreements_today(*tab).size() == 2);
    CHECK(tab->planner.dashboard().next_agreements.size() == 2);
    tab->planner.set_identity(review, {planning::IdentityKind::participant, team});
    CHECK(agreements_today(*tab).size() == 3);
    CHECK(tab->planner.dashboard().next_agreements.size() == 3);
    CHECK(agreements_today(*tab)[1].subject == team);
    // As the day changes, in a window that has not opened the review.
    Tab later(world, "#/");
    world.now += 21LL * 24 * 60 * 60 * 1000;
    for (const app::AgendaTask& each : agreements_today(later)) CHECK((each.state == planning::TaskState::late) == (each.title.nl != "Pas over weken"));
    CHECK(agreements_today(later).size() == 4);
    for (int left = 3; left >= 0; --left) {
        const auto& all = tab->planner.agreements();
        const auto open = std::find_if(all.begin(), all.end(), [](const planning::Agreement& each) { return each.due && each.state != AgreementState::done; });
        REQUIRE(open != all.end());
        app::decide_agreement(tab->planner, *open, AgreementDecision::done);
        CHECK(agreements_today(*tab).size() == static_cast<std::size_t>(left));
    }
    CHECK(tab->planner.dashboard().next_agreements.empty());
}

TEST_CASE("lines of an agenda that only look like agreements are left out, and long words are cut in whole letters") {
    const planning::Day today = *planning::parse_day("2026-11-23");
    const auto read = [&](const std::string& line) { return app::read_agenda("1\n" + line + "\n", nullptr, today); };
    CHECK(read("*kaart/rij.team - 20000 o  m - Doe dit").size() == 1);
    for (const char* line : {"*", "*kaart/rij", "*kaart/rij - - o  m - Doe dit", "*kaart/rij - x o  m - Doe dit", "*kaart/rij - 20000 o  m - ", "*kaart/rij - 20900 -  m - Doe dit"})
        CHECK(read(line).empty());
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    std::string words = "x";
    for (int i = 0; i < 500; ++i) words += "é";
    agree_on(*tab, words, -1);
    const auto found = agreements_today(*tab);
    REQUIRE(found.size() == 1);
    CHECK(found[0].title.nl.size() < 210);
    CHECK(found[0].title.nl.ends_with("é…"));
}
