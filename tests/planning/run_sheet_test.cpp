#include <doctest/doctest.h>

#include "document/fractional_index.h"
#include "planning/run_sheet.h"
#include "review/ids.h"
#include "shipped.h"

using namespace planner;
using namespace planner::testing;
using planning::Agenda;
using planning::AgendaItem;
using process::Language;

namespace {

constexpr const char* sheet_id = "startbijeenkomst";

/// The start meeting of the mbo peer review with a number of teams.
struct StartMeeting : ShippedReview {
    explicit StartMeeting(std::size_t teams) : ShippedReview("mbo-peer-review", teams) {}

    void starts(const char* time) { set(review::review_key(), "kickoff_time", time); }
    document::EntityKey key(const char* item, const std::string& participant = "") const {
        return planning::agenda_item_key(sheet_id, "", item, participant);
    }
    Agenda agenda() const { return planning::make_agenda(reading(), *process.run_sheet(sheet_id), ""); }
};

using Lines = std::vector<std::string>;

/// "13:30-13:50 welkom" for every item; the number of a team stands behind what is repeated.
Lines lines(const ShippedReview& review, const Agenda& agenda) {
    Lines list;
    for (const AgendaItem& item : agenda.items) {
        std::string line = agenda.clock(item.start) + "-" + agenda.clock(item.end) + " ";
        line += item.item == nullptr ? item.own_title : item.item->id;
        for (std::size_t i = 0; i < review.reading().participants().size(); ++i) {
            if (review.team(i) == item.participant) line += " " + std::to_string(i + 1);
        }
        list.push_back(line);
    }
    return list;
}

} // namespace

TEST_CASE("a clock time is hh:mm and nothing else") {
    CHECK(planning::parse_clock("00:00") == 0);
    CHECK(planning::parse_clock("23:59") == 1439);
    for (const char* wrong : {"", "9:30", "24:00", "12:60", "12.30", "12:3", "12:300", "ab:cd", "-1:30", "12:-1", " 9:00", "0900 ",
                              "09:00:00"}) {
        CAPTURE(wrong);
        CHECK_FALSE(planning::parse_clock(wrong));
    }
    CHECK(planning::format_clock(810) == "13:30");
    CHECK(planning::format_clock(1450) == "00:10");
    CHECK(planning::format_clock(-10) == "23:50");
}

TEST_CASE("the start meeting takes 20 minutes, 45 for each team and 25") {
    StartMeeting meeting(3);
    CHECK(lines(meeting, meeting.agenda()) == Lines{"+0:00-+0:20 welkom", "+0:20-+1:05 team 1", "+1:05-+1:50 team 2",
                                                    "+1:50-+2:35 team 3", "+2:35-+3:00 afsluiting"});
    meeting.starts("13:30");
    const Agenda agenda = meeting.agenda();
    CHECK(lines(meeting, agenda) == Lines{"13:30-13:50 welkom", "13:50-14:35 team 1", "14:35-15:20 team 2",
                                          "15:20-16:05 team 3", "16:05-16:30 afsluiting"});
    CHECK(agenda.total_minutes == 180);
    CHECK(agenda.length_minutes == 180);
    CHECK_FALSE(agenda.too_long);
    CHECK(agenda.clock(agenda.end()) == "16:30");
}

TEST_CASE("with more teams it is too long, and there are two ways out") {
    const Agenda four = StartMeeting(4).agenda();
    CHECK(four.total_minutes == 225);
    REQUIRE(four.too_long);
    CHECK(four.too_long->shorten_to == 33);
    CHECK(four.too_long->minutes_later == 45);
    const Agenda five = StartMeeting(5).agenda();
    REQUIRE(five.too_long);
    CHECK(five.too_long->shorten_to == 27);
    CHECK(five.too_long->minutes_later == 90);
    // Six teams would have 22 minutes each, and the process allows no less than 25.
    const Agenda six = StartMeeting(6).agenda();
    REQUIRE(six.too_long);
    CHECK_FALSE(six.too_long->shorten_to);
    CHECK(six.too_long->minutes_later == 135);
}

TEST_CASE("shortened as proposed it fits, and one minute more does not") {
    for (const std::size_t minutes : {std::size_t{33}, std::size_t{34}}) {
        StartMeeting meeting(4);
        for (std::size_t i = 0; i < 4; ++i) meeting.set(meeting.key("team", meeting.team(i)), "minutes", minutes);
        CHECK(meeting.agenda().too_long.has_value() == (minutes == 34));
    }
}

TEST_CASE("people change, remove and add lines, and move them") {
    StartMeeting meeting(3);
    meeting.starts("13:30");
    meeting.set(meeting.key("welkom"), "minutes", "15");
    meeting.set(meeting.key("welkom"), "title", "Inloop");
    meeting.set(meeting.key("welkom"), "who", "Iedereen hier");
    meeting.set(meeting.key("team", meeting.team(1)), "title", "weg");
    meeting.remove(meeting.key("team", meeting.team(1)));
    const document::EntityKey pause = planning::added_item_key(sheet_id, "", "k3x9");
    meeting.set(pause, "title", "koffie");
    meeting.set(pause, "minutes", 10);
    Agenda agenda = meeting.agenda();
    CHECK(lines(meeting, agenda).back() == "15:40-15:50 koffie");
    meeting.set(pause, "position", document::index_between(agenda.items[1].position, agenda.items[2].position));
    agenda = meeting.agenda();
    CHECK(lines(meeting, agenda) == Lines{"13:30-13:45 welkom", "13:45-14:30 team 1", "14:30-14:40 koffie",
                                          "14:40-15:25 team 3", "15:25-15:50 afsluiting"});
    CHECK(agenda.items[0].title(Language::english) == "Inloop");
    CHECK(agenda.items[0].who(Language::dutch) == "Iedereen hier");
    CHECK(agenda.items[3].title(Language::english) == meeting.process.run_sheet(sheet_id)->item("team")->title.en);
    CHECK(agenda.items[2].who(Language::dutch).empty());
    meeting.set(meeting.key("welkom"), "position", document::index_between(agenda.items[4].position, ""));
    CHECK(lines(meeting, meeting.agenda()).back() == "15:35-15:50 welkom");
}

TEST_CASE("minutes that are none leave those of the process") {
    StartMeeting meeting(3);
    for (const char* wrong : {"", "0", "-5", "twintig", "1441", "20.5"}) {
        CAPTURE(wrong);
        meeting.set(meeting.key("welkom"), "minutes", wrong);
        CHECK(meeting.agenda().items[0].minutes == 20);
    }
}

TEST_CASE("a locked time stays; what does not fit before it is an overlap, what is left over is free") {
    StartMeeting meeting(3);
    meeting.set(meeting.key("team", meeting.team(1)), "start", "14:45");
    CHECK(lines(meeting, meeting.agenda())[2] == "+1:05-+1:50 team 2");
    meeting.starts("13:30");
    Agenda agenda = meeting.agenda();
    CHECK(agenda.items[2].slack == 10);
    CHECK(agenda.items[2].overlap == 0);
    CHECK(lines(meeting, agenda) == Lines{"13:30-13:50 welkom", "13:50-14:35 team 1", "14:45-15:30 team 2",
                                          "15:30-16:15 team 3", "16:15-16:40 afsluiting"});
    CHECK(agenda.total_minutes == 180);
    CHECK(agenda.length_minutes == 190);
    meeting.set(meeting.key("team", meeting.team(1)), "start", "14:20");
    agenda = meeting.agenda();
    CHECK(agenda.items[2].overlap == 15);
    CHECK(agenda.items[2].slack == 0);
    CHECK(agenda.items[3].overlap == 0);
    CHECK(lines(meeting, agenda)[4] == "15:50-16:15 afsluiting");
    CHECK(agenda.length_minutes == 165);
    meeting.set(meeting.key("welkom"), "start", "13:00");
    agenda = meeting.agenda();
    CHECK(agenda.items[0].overlap == 30);
    CHECK(lines(meeting, agenda)[1] == "13:20-14:05 team 1");
}

TEST_CASE("what is shortened before a locked time does not make the meeting shorter") {
    StartMeeting meeting(3);
    meeting.starts("13:30");
    meeting.set(meeting.key("afsluiting"), "start", "16:30");
    const Agenda agenda = meeting.agenda();
    REQUIRE(agenda.too_long);
    CHECK_FALSE(agenda.too_long->shorten_to);
    CHECK(agenda.too_long->minutes_later == 25);
    // Two teams after it can be shorter; the first one cannot help.
    meeting.set(meeting.key("afsluiting"), "start", "");
    meeting.set(meeting.key("team", meeting.team(1)), "start", "15:00");
    REQUIRE(meeting.agenda().too_long);
    CHECK(meeting.agenda().too_long->shorten_to == 32);
}

TEST_CASE("an item that people made shorter than its minimum may stay so") {
    StartMeeting meeting(4);
    meeting.set(meeting.key("team", meeting.team(0)), "minutes", 10);
    CHECK(meeting.agenda().items[1].minimum == 10);
    REQUIRE(meeting.agenda().too_long);
    CHECK(meeting.agenda().too_long->shorten_to == 41);
}

TEST_CASE("the review day of each host has the length and the time of its visit") {
    ShippedReview review("mbo-peer-review");
    const process::RunSheet& sheet = *review.process.run_sheet("reviewdag");
    const auto agenda_of = [&](std::size_t team) {
        return planning::make_agenda(review.reading(), sheet, review.team(team));
    };
    review.set(review::visit_key(review.team(0)), "length", "half_day");
    review.set(review::visit_key(review.team(0)), "time", "09:00");
    review.set(review::visit_key(review.team(1)), "length", "whole_day");
    const document::EntityKey question = planning::agenda_item_key("reviewdag", review.team(1), "vraag");
    review.set(question, "minutes", 60);
    const auto minutes_of = [](const Agenda& agenda, std::string_view item) -> std::size_t {
        for (const AgendaItem& each : agenda.items) {
            if (each.item->id == item) return each.minutes;
        }
        return 0;
    };
    const auto& third = *sheet.item("ronde_3");
    CHECK(agenda_of(0).clock(agenda_of(0).items[0].start) == "09:00");
    CHECK(minutes_of(agenda_of(0), "vraag") == sheet.item("vraag")->minutes_of("half_day"));
    CHECK(minutes_of(agenda_of(1), "vraag") == 60);
    CHECK(minutes_of(agenda_of(2), "vraag") == sheet.item("vraag")->minutes_of(""));
    CHECK(third.minutes_of("half_day") == 0);
    CHECK(agenda_of(0).items.size() + 1 == agenda_of(1).items.size());
    CHECK(agenda_of(0).length_minutes == 240);
    review.set(question, "minutes", document::Value());
    CHECK(agenda_of(1).length_minutes == 480);
    CHECK(minutes_of(agenda_of(1), "ronde_3") == third.minutes_of("whole_day"));
    review.set(planning::agenda_item_key("reviewdag", review.team(0), "ronde_3"), "minutes", 30);
    CHECK(minutes_of(agenda_of(0), "ronde_3") == 30);
    CHECK_FALSE(agenda_of(2).start);
}
