#include <doctest/doctest.h>

#include "../planning/shipped.h"
#include "exchange/review_calendar.h"
#include "planning/run_sheet.h"
#include "planning/identity.h"
#include "review/ids.h"

#include <algorithm>

using namespace planner;
using namespace planner::exchange;
using planning::Identity;
using planning::IdentityKind;
using planner::testing::ShippedReview;

namespace {

using Lines = std::vector<std::string>;

/// Three teams, with a start meeting and two visits.
struct DatedReview : ShippedReview {
    explicit DatedReview(const std::string& id = "mbo-peer-review") : ShippedReview(id) {
        set(review::review_key(), "kickoff_date", "2026-12-15");
        set(review::review_key(), "kickoff_time", "13:30");
        set(review::review_key(), "kickoff_place", "Zaal 1");
        set(review::visit_key(team(0)), "date", "2027-03-09");
    }

    Calendar calendar(const Identity& owner = {}) const { return calendar(planning::part_of(reading(), owner)); }
    Calendar calendar(const planning::Part& part) const {
        const planning::WorkingDays days;
        const auto plan = planning::make_plan(reading(), *planning::parse_day("2026-11-22"),
                                              [&](std::string_view) -> const planning::WorkingDays& { return days; });
        const CalendarWords words{process::Language::dutch, "Start",
                                  [](const std::string& name) { return "Dag bij " + name; }};
        return make_review_calendar(reading(), plan, part, words, 1'795'000'000'000);
    }
    Calendar of_team(std::size_t index) const { return calendar({IdentityKind::participant, team(index)}); }
    void write_at(std::int64_t time, const document::EntityKey& key, const char* field, const char* value) {
        document::Stamp at = stamp();
        at.time = time;
        document.write(at, {key, field}, value);
    }
    std::string uid(const std::string& item) const { return event_uid(document.id(), item); }
};

const Event* find(const Calendar& calendar, const std::string& uid) {
    for (const Event& event : calendar.events) {
        if (event.uid == uid) return &event;
    }
    return nullptr;
}

std::string task(const char* id, const std::string& subject = "") {
    return "tasks/" + planning::task_key(id, subject).id;
}

bool has(const DatedReview& review, const Calendar& calendar, const std::string& item) {
    return find(calendar, review.uid(item)) != nullptr;
}

} // namespace

TEST_CASE("the start meeting has its time, place and programme, and lasts as long as that") {
    DatedReview review;
    const Event kickoff = *find(review.calendar(), review.uid("kickoff"));
    const auto& when = std::get<Appointment>(kickoff.when);
    CHECK(when.date == "2026-12-15");
    CHECK(when.time == "13:30");
    CHECK(when.minutes == 180);
    CHECK(kickoff.location == "Zaal 1");
    CHECK(kickoff.summary == "Start: Review");
    CHECK(kickoff.description.find("\n13:50 ") != std::string::npos);
    CHECK(kickoff.description.find(": Team 2\n15:20 ") != std::string::npos);
    CHECK(kickoff.alarms.size() == 1);
    const process::RunSheet& sheet = *review.process.run_sheet("startbijeenkomst");
    review.set(planning::agenda_item_key(sheet.id, "", sheet.items.front().id), "minutes", 40);
    CHECK(std::get<Appointment>(find(review.calendar(), review.uid("kickoff"))->when).minutes == 200);
    review.set(review::review_key(), "kickoff_time", "na de lunch");
    CHECK(std::get<WholeDays>(find(review.calendar(), review.uid("kickoff"))->when).first_day == "2026-12-15");
    CHECK(find(review.calendar(), review.uid("kickoff"))->description.empty());
    review.set(review::review_key(), "kickoff_date", "morgen");
    CHECK_FALSE(has(review, review.calendar(), "kickoff"));
}

TEST_CASE("deadlines are whole days that keep nobody busy, with alarms, until they are done") {
    DatedReview review;
    const std::string item = task("verkenning_inleveren", review.team(1));
    const Event deadline = *find(review.calendar(), review.uid(item));
    CHECK(std::get<WholeDays>(deadline.when).first_day == "2026-12-11");
    CHECK(deadline.occupancy == Occupancy::free);
    CHECK(deadline.alarms.size() == 2);
    CHECK(deadline.summary.ends_with(": Team 2"));
    CHECK_FALSE(has(review, review.calendar(), task("documenten_inleveren", review.team(1))));
    review.set(planning::task_key("verkenning_inleveren", review.team(1)), "state", "done");
    CHECK_FALSE(has(review, review.calendar(), item));
}

TEST_CASE("agreements with a day are whole days for those whom they concern, until they are ticked off") {
    DatedReview review;
    const auto agree = [&](const char* id, const document::EntityKey& card, const char* table, const char* column) {
        const document::EntityKey row{"rows", id};
        review.set(row, "card", card.id);
        review.set(row, "table", table);
        review.set(row, column, "Zaal\nregelen");
        review.set(row, "wie", "Secretariaat");
        review.set(row, "wanneer", "2027-01-15");
    };
    agree("r1", review::card_key("voorbereiding", review.team(1)), "acties", "actie");
    agree("r2", review::card_key("afspraken_start", ""), "afspraken", "afspraak");
    const Event event = *find(review.calendar(), review.uid("agreements/r1"));
    CHECK(std::get<WholeDays>(event.when).first_day == "2027-01-15");
    CHECK(event.occupancy == Occupancy::free);
    CHECK(event.summary == "Zaal regelen: Team 2");
    CHECK(event.description.ends_with("Secretariaat"));
    CHECK(event.alarms.size() == 2);
    CHECK(has(review, review.of_team(1), "agreements/r1"));
    CHECK_FALSE(has(review, review.of_team(0), "agreements/r1"));
    CHECK(has(review, review.of_team(0), "agreements/r2"));
    const Identity facilitator{IdentityKind::facilitator, ""};
    CHECK_FALSE(has(review, review.calendar(facilitator), "agreements/r1"));
    CHECK(has(review, review.calendar(facilitator), "agreements/r2"));
    const auto sequence = event.sequence;
    review.write_at(1'793'620'000'000, {"rows", "r1"}, "wanneer", "2027-01-16");
    CHECK(find(review.calendar(), review.uid("agreements/r1"))->sequence > sequence);
    review.set({"rows", "r1"}, "wanneer", "na de vakantie");
    CHECK_FALSE(has(review, review.calendar(), "agreements/r1"));
    review.set({"rows", "r2"}, "done", true);
    CHECK_FALSE(has(review, review.calendar(), "agreements/r2"));
}

TEST_CASE("a team has its own visit and tasks, and the visits for which it has somebody in the panel") {
    DatedReview review;
    const std::string visit = "visit/" + review.team(0);
    CHECK(has(review, review.of_team(0), visit));
    CHECK(has(review, review.of_team(0), "kickoff"));
    CHECK_FALSE(has(review, review.of_team(1), visit));
    CHECK(has(review, review.of_team(1), task("leervraag_bespreken", review.team(1))));
    CHECK_FALSE(has(review, review.of_team(1), task("leervraag_bespreken", review.team(0))));
    CHECK_FALSE(has(review, review.of_team(1), task("startbijeenkomst")));
    CHECK(has(review, review.of_team(1), task("begeleider_kiezen")));
    const document::EntityKey seat{"seats", "stoel1"};
    review.set(seat, "visit", review::visit_key(review.team(0)).id);
    review.set(seat, "participant", review.team(1));
    review.set(seat, "name", "Peer");
    CHECK(has(review, review.of_team(1), visit));
    CHECK(has(review, review.of_team(1), task("panel_voorbereiden", review.team(0))));
    CHECK_FALSE(has(review, review.of_team(1), task("documenten_inleveren", review.team(0))));
    CHECK_FALSE(has(review, review.of_team(2), visit));
    const Calendar peer = review.calendar({IdentityKind::person, "stoel1"});
    CHECK(has(review, peer, visit));
    CHECK_FALSE(has(review, peer, "kickoff"));
    // The same person is a contact person of that team.
    review.set({"persons", "p1"}, "participant", review.team(1));
    review.set({"persons", "p1"}, "name", "Peer");
    CHECK(has(review, review.calendar({IdentityKind::person, "stoel1"}), "kickoff"));
    CHECK(has(review, review.calendar({IdentityKind::person, "p1"}), visit));
    const Calendar facilitator = review.calendar({IdentityKind::facilitator, ""});
    CHECK(has(review, facilitator, visit));
    CHECK(has(review, facilitator, task("startbijeenkomst")));
    CHECK_FALSE(has(review, facilitator, task("leervraag_bespreken", review.team(1))));
    CHECK_FALSE(planning::is_known(review.reading(), {IdentityKind::person, "p2"}));
    CHECK_FALSE(planning::is_known(review.reading(), {IdentityKind::participant, "p1"}));
    CHECK(review.calendar({IdentityKind::person, "p2"}).events.empty());
}

TEST_CASE("where one receives all others, they all go there") {
    const DatedReview review("samen-opleiden");
    for (std::size_t index = 0; index < 3; ++index)
        CHECK(has(review, review.of_team(index), "visit/" + review.team(0)));
}

TEST_CASE("the start meeting is in the calendars of those who have a task in it") {
    DatedReview review("samen-opleiden");
    review.set({"seats", "stoel1"}, "visit", review::visit_key(review.team(0)).id);
    review.set({"seats", "stoel1"}, "participant", review.team(1));
    review.set({"seats", "stoel1"}, "name", "Panellid");
    CHECK(has(review, review.calendar(), "kickoff"));
    CHECK(has(review, review.calendar({IdentityKind::facilitator, ""}), "kickoff"));
    CHECK(has(review, review.calendar({IdentityKind::person, "stoel1"}), "kickoff"));
    CHECK(has(review, review.of_team(1), "kickoff"));
    // What goes with a message to the panel.
    CHECK(has(review, review.calendar(planning::part_of(review.reading(), process::RoleKind::panel, review.team(0))), "kickoff"));
    CHECK_FALSE(has(review, review.of_team(0), "kickoff"));
    CHECK_FALSE(has(review, review.of_team(2), "kickoff"));
    // A process without such a task leaves it to who guides and the contact persons.
    std::erase_if(review.process.tasks, [](const process::Task& each) { return !each.run_sheet.empty(); });
    CHECK(has(review, review.of_team(0), "kickoff"));
    CHECK_FALSE(has(review, review.calendar({IdentityKind::person, "stoel1"}), "kickoff"));
}

TEST_CASE("a visit is not in the calendar of who said not to come") {
    DatedReview review;
    review.set({"seats", "stoel1"}, "visit", review::visit_key(review.team(0)).id);
    review.set({"seats", "stoel1"}, "participant", review.team(1));
    review.set({"seats", "stoel1"}, "name", "Peer");
    CHECK(has(review, review.of_team(1), "visit/" + review.team(0)));
    CHECK(planning::known_persons(review.reading()).size() == 1);
    review.set({"seats", "stoel1"}, "state", "komt_niet");
    CHECK_FALSE(has(review, review.of_team(1), "visit/" + review.team(0)));
    CHECK_FALSE(planning::is_known(review.reading(), {IdentityKind::person, "stoel1"}));
    CHECK(planning::known_persons(review.reading()).empty());
}

TEST_CASE("the whole calendar can be written, and an event keeps its name while its number goes up") {
    DatedReview review;
    const Calendar before = review.calendar();
    REQUIRE(write_calendar(before).has_value());
    const Event visit = *find(before, review.uid("visit/" + review.team(0)));
    CHECK(visit.summary == "Dag bij Team 1: Review");
    const Event kickoff = *find(before, review.uid("kickoff"));
    // Made on 2 November 2026 at 9:00 UTC: the seconds of that day.
    CHECK(visit.sequence == 9 * 3600);
    CHECK(visit.last_modified == ShippedReview::stamp().time);
    review.write_at(ShippedReview::stamp().time + 60'000, review::visit_key(review.team(0)), "date", "2027-03-10");
    const Event moved = *find(review.calendar(), visit.uid);
    CHECK(std::get<WholeDays>(moved.when).first_day == "2027-03-10");
    CHECK(moved.sequence == visit.sequence + 60);
    CHECK(find(review.calendar(), kickoff.uid)->sequence == kickoff.sequence);
    const auto deadline = [&] {
        return find(review.calendar(), review.uid(task("locatie_regelen", review.team(0))))->sequence;
    };
    CHECK(deadline() == visit.sequence + 60);
    // A clock that was behind takes no number back.
    review.write_at(5000, review::review_key(), "kickoff_place", "Zaal 2");
    CHECK(find(review.calendar(), kickoff.uid)->sequence == kickoff.sequence);
    // One more team makes the meetings longer.
    review.write_at(ShippedReview::stamp().time + 90'000, review::participant_key("team9"), "name", "Team 9");
    CHECK(find(review.calendar(), kickoff.uid)->sequence == kickoff.sequence + 90);
}
