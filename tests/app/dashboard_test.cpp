// The panel of a visit: swapping somebody keeps who was replaced, in one copy and in two; and what the dashboard
// counts.

#include <doctest/doctest.h>

#include <algorithm>

#include "app/rule_text.h"
#include "browser.h"
#include "review/replacing.h"

using namespace planner;
using namespace planner::testing;

namespace {

review::TableKey panel_of(Tab& tab, const std::string& host) {
    const auto table = tab.planner.current()->process().bound_field("seats");
    return {table.card->id, host, table.field};
}

document::EntityKey add_seat(Tab& tab, const std::string& host, const std::string& from, const std::string& name) {
    const document::EntityKey seat = tab.planner.add_row(panel_of(tab, host));
    tab.planner.set_field({seat, "name"}, name);
    tab.planner.set_field({seat, "participant"}, from);
    return seat;
}

const app::VisitView& visit(Tab& tab, const std::string& host) {
    const app::VisitView* found = tab.planner.dashboard().visit(host);
    REQUIRE(found != nullptr);
    return *found;
}

/// The id of the option of the panel's state that stands like this.
std::string state_that_is(Tab& tab, process::Standing standing) {
    const auto& options = tab.planner.current()->process().bound_field("seats").field->column("state")->options;
    return std::find_if(options.begin(), options.end(),
                        [&](const process::Option& option) { return option.standing == standing; })
        ->id;
}

/// A review of three teams in which the second sends somebody to the first, and its file.
struct Swapped {
    platform::HeadlessWorld world;
    std::unique_ptr<Tab> tab = tab_with_review(world);
    std::string host = tab->planner.view().participants.at(0).participant.id;
    std::string from = tab->planner.view().participants.at(1).participant.id;
    document::EntityKey seat = add_seat(*tab, host, from, "Docent zorg");
};

} // namespace

TEST_CASE("who is replaced in a panel stays known, with by whom, when and why") {
    Swapped review;
    Tab& tab = *review.tab;
    const document::EntityKey next = tab.planner.replace_seat(review.seat);
    tab.planner.set_field({next, "name"}, "Docent techniek");
    tab.planner.set_field({review.seat, "replaced_why"}, "Ziek");
    const app::VisitView& now = visit(tab, review.host);
    REQUIRE(now.seats.size() == 1);
    CHECK(now.seats[0].name == "Docent techniek");
    CHECK(now.seats[0].participant == review.from);
    REQUIRE(now.former.size() == 1);
    CHECK(now.former[0].name == "Docent zorg");
    CHECK(now.former[0].replaced_by == next.id);
    CHECK(now.former[0].replaced_on == planning::format_day(tab.planner.today()));
    CHECK(now.former[0].replaced_why == "Ziek");
    CHECK(review::rows_of(tab.document(), panel_of(tab, review.host)) == std::vector{next});
}

TEST_CASE("a swap is taken back and done again as one command") {
    Swapped review;
    Tab& tab = *review.tab;
    const document::EntityKey next = tab.planner.replace_seat(review.seat);
    CHECK(tab.planner.step_text(app::Step::undo).find("vervangen") != std::string::npos);
    tab.planner.step(app::Step::undo);
    REQUIRE(visit(tab, review.host).seats.size() == 1);
    CHECK(visit(tab, review.host).seats[0].name == "Docent zorg");
    CHECK(visit(tab, review.host).former.empty());
    tab.planner.step(app::Step::redo);
    CHECK(visit(tab, review.host).seats[0].id == next.id);
    CHECK(visit(tab, review.host).former.size() == 1);
}

TEST_CASE("somebody who was replaced is not replaced once more, who came instead can be") {
    Swapped review;
    Tab& tab = *review.tab;
    const document::EntityKey next = tab.planner.replace_seat(review.seat);
    CHECK(tab.planner.replace_seat(review.seat).id.empty());
    tab.planner.replace_seat(next);
    CHECK(visit(tab, review.host).seats.size() == 1);
    CHECK(visit(tab, review.host).former.size() == 2);
    CHECK(tab.planner.replace_seat({"seats", "nobody"}).id.empty());
}

TEST_CASE("two copies that swap the same person have one new seat, and nothing of either is lost") {
    Swapped review;
    Tab& tab = *review.tab;
    tab.settle();
    platform::HeadlessWorld elsewhere(99);
    Tab other(elsewhere);
    other.open("review.json", tab.file());
    other.settle();
    tab.planner.set_field({tab.planner.replace_seat(review.seat), "name"}, "Docent techniek");
    tab.planner.set_field({review.seat, "replaced_why"}, "Ziek");
    other.planner.set_field({other.planner.replace_seat(review.seat), "name"}, "Praktijkopleider");
    other.planner.set_field({review.seat, "replaced_why"}, "Andere baan");
    tab.open("terug.json", other.file());
    tab.planner.confirm_import();
    tab.settle();
    const app::VisitView& now = visit(tab, review.host);
    REQUIRE(now.seats.size() == 1);
    CHECK(now.former.size() == 1);
    const auto both = [&](const document::FieldKey& key) { return tab.document().field(key)->distinct().size() == 2; };
    CHECK(both({{"seats", now.seats[0].id}, "name"}));
    CHECK(both({review.seat, "replaced_why"}));
    CHECK_FALSE(tab.document().field({review.seat, "replaced_by"})->in_conflict());
    CHECK(tab.planner.view().conflict_count == 2);
}

TEST_CASE("one copy swaps somebody whom the other writes about: both are kept") {
    Swapped review;
    Tab& tab = *review.tab;
    tab.settle();
    platform::HeadlessWorld elsewhere(99);
    Tab other(elsewhere);
    other.open("review.json", tab.file());
    other.settle();
    tab.planner.replace_seat(review.seat);
    other.planner.set_field({review.seat, "contact"}, "020 000 0000");
    tab.open("terug.json", other.file());
    tab.planner.confirm_import();
    CHECK(visit(tab, review.host).seats.size() == 1);
    REQUIRE(visit(tab, review.host).former.size() == 1);
    CHECK(visit(tab, review.host).former[0].contact == "020 000 0000");
}

TEST_CASE("who is replaced gets no messages any more") {
    Swapped review;
    CHECK(review.tab->planner.reading().seats_of(review.host).size() == 1);
    const document::EntityKey next = review.tab->planner.replace_seat(review.seat);
    const auto seats = review.tab->planner.reading().seats_of(review.host);
    REQUIRE(seats.size() == 1);
    CHECK(seats[0].id == next.id);
}

TEST_CASE("who visits whom counts who comes, who may come and who does not") {
    Swapped review;
    Tab& tab = *review.tab;
    tab.planner.set_field({review.seat, "state"}, state_that_is(tab, process::Standing::settled));
    const document::EntityKey off = add_seat(tab, review.host, review.from, "Docent horeca");
    tab.planner.set_field({off, "state"}, state_that_is(tab, process::Standing::off));
    add_seat(tab, review.host, "", "Iemand van buiten");
    const app::DashboardView& view = tab.planner.dashboard();
    REQUIRE(view.supplies.size() == 4);
    CHECK(view.supplies[1].participant == review.from);
    CHECK(view.supplies[1].to_host[0] == app::Standings{1, 0, 1});
    CHECK(view.supplies[3].participant.empty());
    CHECK(view.supplies[3].to_host[0] == app::Standings{0, 1, 0});
    CHECK(view.panels == app::Standings{1, 1, 1});
}

TEST_CASE("the next action is the first in time that is open") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const std::string team = first_team(*tab);
    const auto table = tab->planner.current()->process().bound_field("actions");
    const auto add = [&](const std::string& activity, const std::string& date) {
        const document::EntityKey row = tab->planner.add_row({table.card->id, team, table.field});
        tab->planner.set_field({row, "activity"}, activity);
        if (!date.empty()) tab->planner.set_field({row, "date"}, date);
        return row;
    };
    add("Ooit", "");
    const document::EntityKey first = add("Eerst", "2027-01-04");
    add("Daarna", "2027-02-01");
    const auto next = [&] {
        const app::ActionsView& view = tab->planner.dashboard().actions.at(0);
        return view.next ? view.actions[*view.next].activity : "";
    };
    CHECK(next() == "Eerst");
    const auto& options = table.field->column("state")->options;
    const auto done = std::find_if(options.begin(), options.end(),
                                   [](const auto& option) { return option.standing == process::Standing::settled; });
    tab->planner.set_field({first, "state"}, done->id);
    CHECK(next() == "Daarna");
    CHECK(tab->planner.dashboard().actions.at(0).standings == app::Standings{1, 2, 0});
}

TEST_CASE("what has to be done first is late, then open, and at most five") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const auto kickoff = planning::add_days(tab->planner.today(), 60);
    tab->planner.set_field({review::review_key(), "kickoff_date"}, planning::format_day(kickoff));
    world.now += std::int64_t{40} * 24 * 60 * 60 * 1000;
    const auto& next = tab->planner.dashboard().next_tasks;
    REQUIRE(next.size() == 5);
    const auto& tasks = tab->planner.plan().tasks;
    CHECK(tasks[next[0]].state == planning::TaskState::late);
    for (std::size_t i = 1; i < next.size(); ++i) {
        const bool later_kind =
            tasks[next[i - 1]].state == planning::TaskState::late && tasks[next[i]].state != planning::TaskState::late;
        CHECK((later_kind || tasks[next[i - 1]].due <= tasks[next[i]].due));
    }
}

TEST_CASE("the dashboard gathers rows of cards, and counts who filled in something") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    for (const app::GatheredView& gathered : tab->planner.dashboard().gathered) CHECK(gathered.answers.empty());
    const process::Process& process = tab->planner.current()->process();
    const std::string team = first_team(*tab);
    for (const process::Gathered& part : process.gathered) {
        const process::GatheredField& shown = part.fields.front();
        const process::Card& card = *process.card(shown.card);
        const std::string owner = card.scope == process::Scope::review ? "" : team;
        const document::EntityKey row = tab->planner.add_row({card.id, owner, card.field(shown.field)});
        tab->planner.set_field({row, shown.columns.front()}, "Iets");
    }
    for (const app::GatheredView& gathered : tab->planner.dashboard().gathered) {
        CAPTURE(gathered.part->id);
        REQUIRE(gathered.answers.size() == 1);
        CHECK(gathered.answers[0].lines == std::vector<std::string>{"Iets"});
        CHECK(gathered.answered == 1);
    }
}

TEST_CASE("where reviews come back after years, the dashboard says until when the next one may wait") {
    platform::HeadlessWorld world;
    Tab tab(world);
    app::NewReviewRequest request = three_teams();
    CHECK(tab.planner.create_review(request) != "");
    CHECK(tab.planner.dashboard().cycle.empty());
    request.process = "samen-opleiden";
    tab.planner.create_review(request);
    CHECK(tab.planner.dashboard().cycle.empty());
    const std::string host = tab.planner.view().participants.at(0).participant.id;
    const planning::Day today = tab.planner.today();
    tab.planner.set_field({review::visit_key(host), "date"}, planning::format_day(planning::add_months(today, 4)));
    CHECK(tab.planner.dashboard().cycle.starts_with("voorstel: "));
    CHECK(tab.planner.dashboard().cycle.ends_with(", nog 6 jaar en 4 maanden"));
    const auto choose = [&](planning::Day day) {
        tab.planner.set_field({review::review_key(), "cycle_date"}, planning::format_day(day));
        return tab.planner.dashboard().cycle;
    };
    CHECK(choose(planning::add_months(today, 13)).ends_with(", nog 1 jaar en 1 maand"));
    CHECK(choose(planning::add_months(today, 24)).ends_with(", nog 2 jaar"));
    CHECK(choose(planning::add_months(today, 2)).ends_with(", nog 2 maanden"));
    CHECK(choose(planning::add_days(today, -3)).find("nog") == std::string::npos);
    CHECK(tab.planner.dashboard().cycle.find("voorstel") == std::string::npos);
}

TEST_CASE("what a rule counts is said in the words of the process, for each participant") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const process::Process& process = tab->planner.current()->process();
    const auto finding = [&] {
        for (const planning::RuleFinding& each : tab->planner.rules())
            if (each.rule->check.kind == process::CheckKind::rows_ratio) return each;
        return planning::RuleFinding{};
    };
    REQUIRE(finding().rule != nullptr);
    const process::Check& check = finding().rule->check;
    const std::string team = first_team(*tab);
    CHECK(app::count_text(process, finding(), team, process::Language::dutch).empty());
    const process::Field* table = process.card(check.card)->field(check.field);
    for (const std::string& option : {check.good, check.other, check.good})
        tab->planner.set_field({tab->planner.add_row({check.card, team, table}), check.column}, option);
    const auto label = [&](const std::string& option) { return table->column(check.column)->option(option)->label.en; };
    CHECK(app::count_text(process, finding(), team, process::Language::english) ==
          label(check.good) + ": 2 · " + label(check.other) + ": 1");
}
