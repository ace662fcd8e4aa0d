#include <doctest/doctest.h>

#include "app/poll.h"
#include "app/value_text.h"
#include "browser.h"
#include "planning/school_holidays.h"
#include "review/visit_days.h"

using namespace planner;
using namespace planner::testing;
using review::Answer;

namespace {

/// A review whose first team wrote two days that suit it, the second one without times.
struct Proposed {
    platform::HeadlessWorld world;
    std::unique_ptr<Tab> tab = tab_with_review(world);
    app::Planner& planner = tab->planner;
    std::string team = first_team(*tab);
    std::string other = planner.view().participants.at(1).participant.id;

    Proposed() {
        add("2027-01-19", "09:00");
        add("2027-01-26", "");
    }
    void add(const char* date, const char* from) {
        const document::EntityKey row = planner.add_row(dates_of(*tab, team));
        planner.set_field({row, "datum"}, date);
        planner.set_field({row, "van"}, from);
    }
    review::VisitDays days() {
        return review::visit_days(planner.reading(), "voorbereiding", team, *dates_of(*tab, team).field);
    }
    review::DateOption option(std::size_t index) { return days().poll.options.at(index).option; }
    void choose(std::size_t index) { app::choose_visit_day(planner, team, option(index)); }
    std::vector<std::string> warnings() { return app::visit_day_warnings(planner, team, planner.reading().visit_of(team).date); }
};

} // namespace

TEST_CASE("choosing a day of the review is one command with a name; another day may be chosen later") {
    Proposed proposed;
    proposed.choose(0);
    CHECK(proposed.planner.reading().visit_of(proposed.team).date == "2027-01-19");
    CHECK(proposed.planner.reading().visit_of(proposed.team).time == "09:00");
    CHECK(proposed.planner.reading().visit_of(proposed.other).date.empty());
    CHECK(proposed.days().chosen() == std::vector<std::string>{proposed.option(0).id});
    CHECK(proposed.tab->last_toast() == "De reviewdag van Team Zorg is op dinsdag 19 januari 2027");
    CHECK(proposed.planner.step_text(app::Step::undo) == "reviewdag kiezen");
    proposed.choose(1);
    CHECK(proposed.planner.reading().visit_of(proposed.team).date == "2027-01-26");
    CHECK(proposed.planner.reading().visit_of(proposed.team).time == "09:00");
    proposed.planner.step(app::Step::undo);
    CHECK(proposed.planner.reading().visit_of(proposed.team).date == "2027-01-19");
    proposed.planner.step(app::Step::undo);
    CHECK(proposed.planner.reading().visit_of(proposed.team).date.empty());
    CHECK(proposed.planner.reading().visit_of(proposed.team).time.empty());
    CHECK(proposed.planner.view().kickoff.date.empty());
}

TEST_CASE("two copies that answer differently about a day of the review differ in words until the day is removed") {
    Proposed proposed;
    platform::HeadlessWorld elsewhere(99);
    Tab copy(elsewhere);
    copy.open("review.json", proposed.tab->file());
    app::answer_date(proposed.planner, proposed.option(0).id, proposed.other, Answer::yes);
    app::answer_date(copy.planner, proposed.option(0).id, proposed.other, Answer::no);
    proposed.tab->open("terug.json", copy.file());
    proposed.planner.confirm_import();
    proposed.tab->settle();
    REQUIRE(proposed.planner.view().conflict_count == 1);
    CHECK(app::label_text(proposed.planner.texts(), proposed.planner.view().conflicts[0].conflicts[0].place) ==
          "Antwoord van Team Techniek op dinsdag 19 januari 2027");
    proposed.planner.remove_row({"rows", proposed.option(0).id});
    CHECK(proposed.planner.view().conflict_count == 0);
    proposed.planner.step(app::Step::undo);
    CHECK(proposed.planner.view().conflict_count == 1);
}

TEST_CASE("a day of the review on which another review is, or on which its team is free, gives a warning") {
    Proposed proposed;
    CHECK(proposed.warnings().empty());
    proposed.choose(0);
    CHECK(proposed.warnings().empty());
    proposed.planner.set_field({review::visit_key(proposed.other), "date"}, "2027-01-19");
    CHECK(proposed.warnings() == std::vector<std::string>{"Op die dag is ook de reviewdag van Team Techniek."});
    CHECK(app::visit_day_warnings(proposed.planner, proposed.other, proposed.planner.reading().visit_of(proposed.other).date) ==
          std::vector<std::string>{"Op die dag is ook de reviewdag van Team Zorg."});

    proposed.add("2026-12-22", "");
    app::set_region(proposed.planner, proposed.other, "noord");
    proposed.choose(2);
    CHECK(proposed.warnings().empty());
    app::set_region(proposed.planner, proposed.team, "noord");
    CHECK(proposed.warnings() == std::vector<std::string>{"Team Zorg heeft dan vrij: Kerstvakantie."});
    proposed.planner.leave_out({{{std::string(planning::free_periods), "kerst-2026-2027"}, "title"}, "Kerstvakantie"});
    CHECK(proposed.warnings().empty());

    proposed.choose(1);
    const document::EntityKey own = proposed.planner.add_to_list(planning::free_periods, {{"first", "2027-01-26"}});
    CHECK(proposed.warnings() == std::vector<std::string>{"Team Zorg heeft dan vrij: Eigen vrije periode."});
    proposed.planner.set_field({own, "title"}, "Studiedag");
    CHECK(proposed.warnings() == std::vector<std::string>{"Team Zorg heeft dan vrij: Studiedag."});
    proposed.planner.set_field({own, "first"}, "2027-01-25");
    CHECK(proposed.warnings().empty());
}

TEST_CASE("a day that comes too soon after the start meeting is said to be so where it is chosen") {
    Proposed proposed;
    proposed.choose(0);
    const planning::Day chosen = *planning::parse_day(proposed.planner.reading().visit_of(proposed.team).date);
    const auto rules = proposed.planner.current()->process().rules;
    const auto rule = std::find_if(rules.begin(), rules.end(), [](const process::Rule& each) {
        return each.check.kind == process::CheckKind::days_between && each.check.to == process::KeyDate::visit;
    });
    REQUIRE(rule != rules.end());
    const auto kickoff = [&](int days_before) {
        proposed.planner.set_field({review::review_key(), "kickoff_date"}, planning::format_day(planning::add_days(chosen, -days_before)));
        return proposed.warnings();
    };
    CHECK(kickoff(60).empty());
    CHECK(kickoff(59) == std::vector<std::string>{rule->text.nl});
}
