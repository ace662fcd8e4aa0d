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
