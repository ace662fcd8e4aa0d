#include "planning/rules.h"

#include <algorithm>
#include <map>
#include <set>

#include "planning/run_sheet.h"
#include "planning/working_days.h"
#include "shipped.h"

using namespace planner;
using namespace planner::testing;
using planning::RuleState;
using process::CheckKind;

namespace {

/// A review of three teams on one day; `late` is long after everything was due.
struct Ruled : ShippedReview {
    using ShippedReview::ShippedReview;
    planning::WorkingDays days;

    planning::RuleFinding find(std::string_view id, std::string_view today = early) const {
        const planning::Plan plan =
            planning::make_plan(reading(), *planning::parse_day(today),
                                [this](std::string_view) -> const planning::WorkingDays& { return days; });
        for (const planning::RuleFinding& finding : planning::check_rules(reading(), plan))
            if (finding.rule->id == id) return finding;
        FAIL("there is no rule " << id);
        return {};
    }
    RuleState state(std::string_view id, std::string_view today = early) const { return find(id, today).state; }

    /// The first rule with a check of this kind.
    const process::Rule& rule(CheckKind kind) const {
        for (const process::Rule& each : process.rules)
            if (each.check.kind == kind) return each;
        FAIL("the process has no such rule");
        return process.rules.front();
    }
    void dates(std::string_view kickoff, std::string_view first_visit) {
        set(review::review_key(), "kickoff_date", std::string(kickoff));
        for (const review::Participant& host : reading().hosts())
            set(review::visit_key(host.id), "date", std::string(first_visit));
    }
    document::EntityKey add_person(std::size_t team_index, const std::string& name) {
        const document::EntityKey key{"persons", name};
        set(key, "participant", team(team_index));
        set(key, "name", name);
        return key;
    }

    static constexpr std::string_view early = "2026-11-03";
    static constexpr std::string_view late = "2030-01-01";
};

} // namespace

TEST_CASE("every rule of a process is looked at; what the planner cannot see is advice") {
    for (const char* id : {"mbo-peer-review", "samen-opleiden"}) {
        const Ruled review(id);
        for (const process::Rule& rule : review.process.rules) {
            CAPTURE(rule.id);
            CHECK((review.state(rule.id) == RuleState::advice) == (rule.check.kind == CheckKind::none));
            // A new review breaks nothing: there is time for everything.
            CHECK(review.state(rule.id) != RuleState::broken);
        }
    }
}

TEST_CASE("too few participants") {
    Ruled review("mbo-peer-review");
    const std::string id = review.rule(CheckKind::participants_at_least).id;
    CHECK(review.state(id) == RuleState::holds);
    review.remove(review::participant_key(review.team(2)));
    CHECK(review.state(id) == RuleState::broken);
    CHECK(review.find(id).subjects.empty());
}

TEST_CASE("too few persons is broken once their card should have been filled in, too many at once") {
    Ruled review("mbo-peer-review");
    std::map<bool, std::string> rules; // whether the rule asks for a least number
    for (const process::Rule& rule : review.process.rules)
        if (rule.check.kind == CheckKind::persons_between) rules[rule.check.least > 0] = rule.id;
    REQUIRE(rules.size() == 2);
    CHECK(review.state(rules[true]) == RuleState::not_yet);
    CHECK(review.state(rules[false]) == RuleState::not_yet);
    review.dates("2026-11-19", "2027-02-11");
    CHECK(review.state(rules[true], Ruled::late) == RuleState::broken);
    CHECK(review.find(rules[true], Ruled::late).subjects.size() == 3);
    for (std::size_t team = 0; team < 3; ++team)
        for (const char* name : {"a", "b"}) review.add_person(team, name + std::to_string(team));
    CHECK(review.state(rules[true], Ruled::late) == RuleState::holds);
    review.add_person(1, "c1");
    CHECK(review.state(rules[false]) == RuleState::holds);
    review.add_person(1, "d1");
    CHECK(review.state(rules[false]) == RuleState::broken);
    CHECK(review.find(rules[false]).subjects == std::vector<std::string>{review.team(1)});
    // Once a team says who comes, only those count.
    review.set({"persons", "a1"}, "comes_to_kickoff", true);
    CHECK(review.state(rules[false]) == RuleState::holds);
    CHECK(review.find(rules[true], Ruled::late).subjects == std::vector<std::string>{review.team(1)});
    review.set({"persons", "d1"}, "comes_to_kickoff", true);
    CHECK(review.state(rules[true], Ruled::late) == RuleState::holds);
}

TEST_CASE("a programme that takes too long") {
    for (const std::size_t teams : {std::size_t{3}, std::size_t{4}}) {
        const Ruled review("mbo-peer-review", teams);
        bool seen = false;
        for (const process::Rule& rule : review.process.rules) {
            if (rule.check.kind != CheckKind::run_sheet_at_most) continue;
            const process::RunSheet& sheet = *review.process.run_sheet(rule.check.run_sheet);
            if (sheet.scope != process::Scope::review) continue;
            seen = true;
            CHECK(review.state(rule.id) == (teams == 3 ? RuleState::holds : RuleState::broken));
        }
        CHECK(seen);
    }
}

TEST_CASE("one visit with a programme that takes too long is told by name") {
    Ruled review("mbo-peer-review");
    for (const process::Rule& rule : review.process.rules) {
        if (rule.check.kind != CheckKind::run_sheet_at_most) continue;
        const process::RunSheet& sheet = *review.process.run_sheet(rule.check.run_sheet);
        if (sheet.scope != process::Scope::host) continue;
        CHECK(review.state(rule.id) == RuleState::holds);
        const document::EntityKey item = planning::agenda_item_key(sheet.id, review.team(1), sheet.items.front().id);
        review.set(item, planning::agenda_field::minutes, 600);
        CHECK(review.find(rule.id).subjects == std::vector<std::string>{review.team(1)});
    }
}

TEST_CASE("a box that is not ticked is broken once its card should have been filled in") {
    for (const char* id : {"mbo-peer-review", "samen-opleiden"}) {
        Ruled review(id);
        const process::Rule& rule = review.rule(CheckKind::checked);
        review.dates("2026-11-19", "2027-03-11");
        CHECK(review.state(rule.id) == RuleState::not_yet);
        CHECK(review.state(rule.id, Ruled::late) == RuleState::broken);
        const process::Card& card = *review.process.card(rule.check.card);
        for (const std::string& subject : review.reading().subjects(card.scope)) {
            CHECK(review.state(rule.id, Ruled::late) == RuleState::broken);
            const auto key = review.reading().key_of(card.id, subject, *card.field(rule.check.field));
            review.set(key.entity, key.field, true);
        }
        CHECK(review.state(rule.id, Ruled::late) == RuleState::holds);
        CHECK(review.state(rule.id) == RuleState::holds);
    }
}

TEST_CASE("too few rows count when they are filled in") {
    Ruled review("mbo-peer-review");
    const process::Rule& rule = review.rule(CheckKind::rows_at_least);
    review.dates("2027-01-21", "2027-05-11");
    CHECK(review.state(rule.id) == RuleState::not_yet);
    CHECK(review.state(rule.id, Ruled::late) == RuleState::broken);
    for (int i = 0; i < 3; ++i) {
        const document::EntityKey row{"date_options", "dag" + std::to_string(i)};
        review.set(row, "position", "a" + std::to_string(i));
        CHECK(review.state(rule.id, Ruled::late) == RuleState::broken);
        review.set(row, "date", "2026-11-1" + std::to_string(i));
    }
    CHECK(review.state(rule.id, Ruled::late) == RuleState::holds);
}

TEST_CASE("days that lie too close") {
    for (const char* id : {"mbo-peer-review", "samen-opleiden"}) {
        Ruled review(id);
        std::set<std::string> rules;
        for (const process::Rule& rule : review.process.rules)
            if (rule.check.kind == CheckKind::days_between && rule.check.most == 0) rules.insert(rule.id);
        CHECK_FALSE(rules.empty());
        for (const std::string& rule : rules) CHECK(review.state(rule) == RuleState::not_yet);
        review.dates("2026-11-19", "2026-11-20");
        for (const std::string& rule : rules) CHECK(review.state(rule) == RuleState::broken);
        review.dates("2026-11-19", "2027-09-20");
        for (const std::string& rule : rules) CHECK(review.state(rule) == RuleState::holds);
    }
}

namespace {

/// A row on a card of the first team, with one value filled in.
void add_finding(Ruled& review, const process::Rule& rule, const std::string& id, const std::string& option) {
    const process::Field& table = *review.process.card(rule.check.card)->field(rule.check.field);
    const document::EntityKey row{"rows", id};
    const review::TableKey key = review.reading().table_of(rule.check.card, review.team(0), table);
    review.set(row, "card", review::card_key(key.card, key.participant).id);
    review.set(row, "table", table.id);
    review.set(row, rule.check.column, option);
}

} // namespace

TEST_CASE("three good points for each that can be better, counted while people write") {
    for (const char* id : {"mbo-peer-review", "samen-opleiden"}) {
        Ruled review(id);
        const process::Rule& rule = review.rule(CheckKind::rows_ratio);
        CHECK(review.find(rule.id).counts.empty());
        add_finding(review, rule, "a", rule.check.good);
        CHECK(review.state(rule.id) != RuleState::broken);
        add_finding(review, rule, "b", rule.check.other);
        CHECK(review.find(rule.id).subjects == std::vector<std::string>{review.team(0)});
        add_finding(review, rule, "c", rule.check.good);
        CHECK(review.state(rule.id) == RuleState::broken);
        add_finding(review, rule, "d", rule.check.good);
        CHECK(review.state(rule.id) != RuleState::broken);
        const planning::RuleFinding finding = review.find(rule.id);
        REQUIRE(finding.count(review.team(0)) != nullptr);
        CHECK(finding.count(review.team(0))->good == 3);
        CHECK(finding.count(review.team(0))->other == 1);
        CHECK(finding.count(review.team(1)) == nullptr);
        add_finding(review, rule, "e", rule.check.other);
        CHECK(review.state(rule.id) == RuleState::broken);
    }
}

TEST_CASE("a box in every row, but for who does not come") {
    for (const char* id : {"mbo-peer-review", "samen-opleiden"}) {
        Ruled review(id);
        review.dates("2026-11-19", "2027-03-11");
        const process::Rule& rule = review.rule(CheckKind::rows_checked);
        CHECK(review.state(rule.id, Ruled::late) == RuleState::not_yet);
        for (const char* seat : {"een", "twee"}) {
            review.set({"seats", seat}, "visit", review::visit_key(review.team(0)).id);
            review.set({"seats", seat}, "name", seat);
        }
        review.set({"seats", "een"}, rule.check.column, true);
        CHECK(review.state(rule.id) == RuleState::not_yet);
        CHECK(review.find(rule.id, Ruled::late).subjects == std::vector<std::string>{review.team(0)});
        review.set({"seats", "twee"}, "state", "komt_niet");
        CHECK(review.state(rule.id, Ruled::late) != RuleState::broken);
        review.set({"seats", "twee"}, "state", "komt");
        review.set({"seats", "twee"}, rule.check.column, true);
        CHECK(review.state(rule.id, Ruled::late) != RuleState::broken);
    }
}

TEST_CASE("a programme that is too short") {
    Ruled review("mbo-peer-review");
    const process::Rule& rule = review.rule(CheckKind::run_sheet_at_least);
    const process::RunSheet& sheet = *review.process.run_sheet(rule.check.run_sheet);
    CHECK(review.state(rule.id) == RuleState::holds);
    const document::EntityKey item = planning::agenda_item_key(sheet.id, review.team(1), sheet.items.front().id);
    review.set(item, planning::agenda_field::left_out, true);
    CHECK(review.find(rule.id).subjects == std::vector<std::string>{review.team(1)});
    review.set(review::visit_key(review.team(1)), "length", "whole_day");
    CHECK(review.state(rule.id) == RuleState::holds);
}

TEST_CASE("a number that is too low is told once it is filled in") {
    Ruled review("samen-opleiden");
    const process::Rule& rule = review.rule(CheckKind::number_at_least);
    const auto put = [&](document::Value value) {
        const process::Field& field = *review.process.card(rule.check.card)->field(rule.check.field);
        for (const std::string& team : review.reading().subjects(process::Scope::participant)) {
            const auto key = review.reading().key_of(rule.check.card, team, field);
            review.set(key.entity, key.field, value);
        }
    };
    CHECK(review.state(rule.id, Ruled::late) == RuleState::not_yet);
    put(1);
    CHECK(review.find(rule.id).subjects.size() == 3);
    put("2");
    CHECK(review.state(rule.id) == RuleState::holds);
}

TEST_CASE("visits that lie too far apart") {
    Ruled review("mbo-peer-review");
    const auto rule = std::find_if(review.process.rules.begin(), review.process.rules.end(),
                                   [](const process::Rule& each) { return each.check.kind == CheckKind::days_between && each.check.most > 0; });
    REQUIRE(rule != review.process.rules.end());
    review.set(review::visit_key(review.team(0)), "date", "2027-03-01");
    review.set(review::visit_key(review.team(1)), "date", "2027-04-01");
    CHECK(review.state(rule->id) == RuleState::not_yet);
    review.set(review::visit_key(review.team(2)), "date", "2027-06-01");
    CHECK(review.state(rule->id) == RuleState::holds);
    review.set(review::visit_key(review.team(2)), "date", "2027-06-02");
    CHECK(review.state(rule->id) == RuleState::broken);
}
