#include <doctest/doctest.h>

#include "document/merge.h"
#include "review/conflicts.h"
#include "review/visit_days.h"
#include "sample.h"

using namespace planner;
using namespace planner::testing;
using process::FieldKind;
using review::Answer;

namespace {

process::Field column(const char* id, FieldKind kind) {
    process::Field made;
    made.id = id;
    made.kind = kind;
    return made;
}

/// The small process, whose second card has a table with days; the meeting chooses the day of the review from it.
process::Process process_with_days(process::Hosting hosting) {
    process::Process made = process_of_tests();
    made.participants.hosting = hosting;
    made.cards[1].blocks[0].fields[0].columns = {column("opmerking", FieldKind::text), column("dag", FieldKind::date),
                                                 column("van", FieldKind::time), column("tot", FieldKind::time),
                                                 column("pauze", FieldKind::time), column("anders", FieldKind::date)};
    process::RunSheetPart part;
    part.kind = process::PartKind::visit_dates;
    part.card = "tweede";
    part.fields = {"dagen"};
    process::RunSheetItem item;
    item.parts = {part};
    process::RunSheet sheet;
    sheet.items = {item};
    made.run_sheets = {sheet};
    return made;
}

/// Three teams; the first one proposes a day, one without a date, and another day without times.
struct Proposed {
    explicit Proposed(process::Hosting hosting = process::Hosting::every) : process(process_with_days(hosting)) {
        add("r1", "2027-01-21", "09:00", "15:30");
        add("r2", "", "10:00", "");
        add("r3", "2027-02-04", "", "");
    }
    void add(const char* id, const char* date, const char* from, const char* until) {
        const document::EntityKey row{"rows", id};
        write(document, {{{row, "card"}, review::card_key("tweede", team(0)).id},
                         {{row, "table"}, "dagen"},
                         {{row, "position"}, id},
                         {{row, "dag"}, date},
                         {{row, "van"}, from},
                         {{row, "tot"}, until}});
    }
    review::Review reading() const { return review::Review(document, process); }
    std::string team(std::size_t index) const { return reading().participants().at(index).id; }
    const process::Field& table() const { return *process.card("tweede")->field("dagen"); }
    review::VisitDays days(std::size_t of = 0) const {
        return review::visit_days(reading(), "tweede", team(of), table());
    }
    void answer(const char* option, std::size_t who, Answer answer) {
        const document::FieldKey key{review::availability_key(option, team(who)), "answer"};
        write(document, {{key, std::string(review::to_text(answer))}});
    }
    void put_visit(const char* date, const char* time) {
        write(document, {{{review::visit_key(team(0)), "date"}, date}, {{review::visit_key(team(0)), "time"}, time}});
    }

    process::Process process;
    document::Document document = review::create_review(
        "Samen", process, {{"Team Een", "Noord"}, {"Team Twee", ""}, {"Team Drie", ""}}, stamp(1), counting());
};

} // namespace

TEST_CASE("rows with a date are days for the review; the team whose day it is is not asked") {
    const Proposed proposed;
    const review::VisitDays days = proposed.days();
    CHECK(days.visit.participant == proposed.team(0));
    REQUIRE(days.poll.options.size() == 2);
    const review::DateOption& first = days.poll.options[0].option;
    CHECK(first.id == "r1");
    CHECK(first.date == "2027-01-21");
    CHECK(first.time == "09:00");
    CHECK(first.until == "15:30");
    CHECK(days.poll.options[1].option.id == "r3");
    REQUIRE(days.poll.asked.size() == 2);
    CHECK(days.poll.asked[0].id == proposed.team(1));
    CHECK(days.poll.asked[1].id == proposed.team(2));
    CHECK(days.poll.silent.size() == 2);
    CHECK(proposed.days(1).poll.empty());
}

TEST_CASE("answers to a day of the review are counted as to one of the kickoff; that of the team itself is not") {
    Proposed proposed;
    proposed.answer("r1", 0, Answer::yes);
    proposed.answer("r1", 1, Answer::no);
    proposed.answer("r3", 1, Answer::if_needed);
    proposed.answer("r3", 2, Answer::yes);
    const review::DatePoll poll = proposed.days().poll;
    CHECK(poll.options[0].yes == 0);
    CHECK(poll.options[0].no == 1);
    CHECK(poll.options[1].can_come() == 2);
    CHECK_FALSE(poll.options[0].best);
    CHECK(poll.options[1].best);
    REQUIRE(poll.silent.size() == 1);
    CHECK(poll.silent[0].id == proposed.team(2));
    CHECK(review::count_answers(proposed.reading()).empty());
}

TEST_CASE("with one host the visitors are asked, whoever writes the days") {
    Proposed proposed(process::Hosting::one);
    write(proposed.document, {{{review::participant_key(proposed.team(1)), "side"}, std::string(review::host_side)}});
    const review::VisitDays days = proposed.days();
    CHECK(days.visit.participant == proposed.team(1));
    REQUIRE(days.poll.asked.size() == 2);
    CHECK(days.poll.asked[0].id == proposed.team(0));
    CHECK(days.poll.asked[1].id == proposed.team(2));
}

TEST_CASE("a card of the whole review has no day of one team") {
    Proposed proposed;
    write(proposed.document, {{{{"rows", "r1"}, "card"}, review::card_key("tweede", "").id}});
    REQUIRE(review::rows_of(proposed.document, {"tweede", "", &proposed.table()}).size() == 1);
    CHECK(review::visit_days(proposed.reading(), "tweede", "", proposed.table()).visit.participant.empty());
    CHECK(review::visit_days(proposed.reading(), "tweede", "", proposed.table()).poll.empty());
}

TEST_CASE("the day of the visit is found among those that were proposed, by its time where two are on one date") {
    Proposed proposed;
    CHECK(proposed.days().chosen().empty());
    proposed.add("r4", "2027-01-21", "13:00", "");
    proposed.put_visit("2027-01-21", "13:00");
    CHECK(proposed.days().chosen() == std::vector<std::string>{"r4"});
    proposed.put_visit("2027-01-21", "14:00");
    CHECK(proposed.days().chosen() == std::vector<std::string>{"r1", "r4"});
    proposed.put_visit("2027-01-22", "13:00");
    CHECK(proposed.days().chosen().empty());
}

TEST_CASE("only the table that a run sheet names holds days for the review") {
    const process::Process process = process_with_days(process::Hosting::every);
    CHECK(review::offers_visit_days(process, "tweede", "dagen"));
    CHECK_FALSE(review::offers_visit_days(process, "tweede", "contact"));
    CHECK_FALSE(review::offers_visit_days(process, "eerste", "dagen"));
    CHECK_FALSE(review::offers_visit_days(process_of_tests(), "tweede", "dagen"));
}

TEST_CASE("an answer to a day in a table is called after its date, also when the day is removed or its table unknown") {
    Proposed proposed;
    const document::FieldKey answer{review::availability_key("r1", proposed.team(1)), "answer"};
    const auto name = [&] { return review::place_of(proposed.reading(), answer, process::Language::dutch).name; };
    CHECK(name() == "2027-01-21");
    CHECK(review::place_of(proposed.reading(), answer, process::Language::dutch).participant == "Team Twee");
    CHECK(review::day_of_answer(proposed.document, answer.entity) == document::EntityKey{"rows", "r1"});
    proposed.document.remove(stamp(1), {"rows", "r1"});
    CHECK(name() == "2027-01-21");
    write(proposed.document, {{{{"rows", "r1"}, "table"}, "oud"}});
    CHECK(name() == "");
}

TEST_CASE("two answers to one day wait for a person until the day is removed") {
    Proposed proposed;
    document::Document copy = proposed.document;
    const document::FieldKey answer{review::availability_key("r1", proposed.team(1)), "answer"};
    write(proposed.document, {{answer, "yes"}});
    write(copy, {{answer, "no"}}, 2);
    REQUIRE(document::merge_into(proposed.document, copy));
    const auto groups = [&] { return review::conflicts_of(proposed.reading(), process::Language::dutch); };
    REQUIRE(groups().size() == 1);
    CHECK(groups()[0].conflicts[0].key == answer);
    proposed.document.remove(stamp(1), {"rows", "r1"});
    CHECK(groups().empty());
    CHECK(proposed.days().poll.options.size() == 1);
    CHECK_FALSE(proposed.days().poll.options[0].best);
    proposed.document.restore(stamp(1), {"rows", "r1"});
    CHECK(groups().size() == 1);
}
