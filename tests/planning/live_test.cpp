#include <doctest/doctest.h>

#include <cstdio>
#include <sstream>

#include "document/merge.h"
#include "planning/live.h"
#include "planning/live_repair.h"
#include "review/ids.h"
#include "shipped.h"

using namespace planner;
using namespace planner::testing;
using namespace planner::planning;

namespace {

constexpr std::int64_t midnight = 1'795'042'800'000; // 2026-11-19 00:00 in Amsterdam
constexpr const char* sheet_id = "startbijeenkomst";

std::int64_t at(const char* clock) {
    int hours = 0, minutes = 0, seconds = 0;
    std::sscanf(clock, "%d:%d:%d", &hours, &minutes, &seconds);
    return midnight + ((hours * 60 + minutes) * 60 + seconds) * 1000LL;
}

std::string clock(std::int64_t time) {
    const auto seconds = (time - midnight) / 1000;
    char text[32];
    std::snprintf(text, sizeof text, seconds % 60 == 0 ? "%02d:%02d" : "%02d:%02d:%02d", static_cast<int>(seconds / 3600),
                  static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
    return text;
}

/// The start meeting of three teams, planned from 13:00 to 16:00: welcome 20, teams 45 each, closing 25 of which 15 can
/// be taken off.
struct Meeting : ShippedReview {
    Meeting() : ShippedReview("mbo-peer-review") { set(review::review_key(), "kickoff_time", "13:00"); }

    /// What was recorded is written to the review and read back, as everything else is.
    void note(std::int64_t time, Moment moment) {
        moment.at = time;
        note(std::vector<Moment>{std::move(moment)});
    }
    void note(const std::vector<Moment>& moments) {
        for (review::FieldWrite& write : record(reading(), sheet_id, "", moments, [this] { return ++random * 0x9E3779B97F4A7C15ULL; }))
            document.write({{replica}, "Begeleider", stamp().time}, write.key, std::move(write.value));
    }
    const Live& look(std::int64_t time) {
        agenda = make_agenda(reading(), *process.run_sheet(sheet_id), "");
        live = make_live(agenda, moments_of(reading(), sheet_id, ""), time, midnight);
        return live;
    }
    void next(const char* clock) { note(at(clock), next_line(at(clock))); }
    Moment next_line(std::int64_t time) {
        look(time);
        const LiveLine* line = live.next_line();
        return line == nullptr ? Moment{MomentKind::stop} : Moment{MomentKind::go, 0, line->line->key.id};
    }
    std::string id(const char* item, std::size_t team) const {
        return agenda_item_key(sheet_id, "", item, reading().participants().at(team).id).id;
    }
    void repair(const char* clock, RepairKind kind) {
        for (const Repair& each : repairs_of(look(at(clock)))) {
            if (each.kind == kind) note(moments_for(live, each));
        }
    }

    /// "13:06 13:26 14:11 ... | end 16:06, 6 behind": where each line begins, really or as expected.
    std::string forecast(const char* time) {
        look(at(time));
        std::ostringstream text;
        for (const LiveLine& line : live.lines) {
            text << (line.state == LineState::running ? ">" : line.state == LineState::skipped ? "-" : "") << clock(line.start) << " ";
        }
        text << "| " << clock(live.end) << " " << live.minutes_behind();
        return text.str();
    }

    void take_in(const Meeting& other) { REQUIRE(document::merge_into(document, other.document)); }

    std::uint64_t random = 1;
    std::uint64_t replica = 7;
    Agenda agenda;
    Live live;
};

std::string shown(const std::vector<Repair>& repairs) {
    std::ostringstream text;
    for (const Repair& repair : repairs) {
        text << repair.minutes << " min:";
        for (const RepairedLine& line : repair.lines) text << " " << line.before << "->" << line.minutes;
        text << " end " << clock(repair.end) << "; ";
    }
    return text.str();
}

} // namespace

TEST_CASE("a moment is written in UTC with milliseconds and read back") {
    CHECK(format_moment(at("14:03:07") + 45) == "2026-11-19T13:03:07.045Z");
    CHECK(parse_moment("2026-11-19T13:03:07.045Z") == at("14:03:07") + 45);
    CHECK(format_moment(0) == "1970-01-01T00:00:00.000Z");
    for (const char* wrong : {"", "2026-11-19", "2026-11-19T13:03:07Z", "2026-02-30T13:03:07.045Z", "2026-11-19T24:03:07.045Z",
                              "2026-11-19T13:03:60.045Z", "2026-11-19T13:03:07.0x5Z", "2026-11-19 13:03:07.045Z"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_moment(wrong));
    }
}

TEST_CASE("a meeting that starts late, pauses and runs over, step by step") {
    Meeting meeting;
    CHECK(meeting.forecast("12:50") == "13:00 13:20 14:05 14:50 15:35 | 16:00 0");
    CHECK(meeting.live.length() == 180 * ms_of_minute);
    CHECK(meeting.forecast("13:04") == "13:04 13:24 14:09 14:54 15:39 | 16:04 4");
    meeting.note(at("13:06"), {MomentKind::start});
    CHECK(meeting.forecast("13:06") == ">13:06 13:26 14:11 14:56 15:41 | 16:06 6");
    CHECK(meeting.forecast("13:20") == ">13:06 13:26 14:11 14:56 15:41 | 16:06 6");
    meeting.next("13:24");
    CHECK(meeting.forecast("13:24") == "13:06 >13:24 14:09 14:54 15:39 | 16:04 4");
    meeting.note(at("13:40"), {MomentKind::pause});
    CHECK(meeting.forecast("13:45") == "13:06 >13:24 14:14 14:59 15:44 | 16:09 9");
    CHECK(meeting.live.current_line()->spent == 16 * ms_of_minute);
    meeting.note(at("13:50"), {MomentKind::resume});
    CHECK(meeting.forecast("13:50") == "13:06 >13:24 14:19 15:04 15:49 | 16:14 14");
    CHECK(meeting.forecast("14:25") == "13:06 >13:24 14:25 15:10 15:55 | 16:20 20");
    CHECK(clock_state(*meeting.live.current_line()) == ClockState::over);
    CHECK(meeting.live.length() == (18 + 51 + 10 + 45 + 45 + 25) * ms_of_minute);
    meeting.next("14:25");
    CHECK(meeting.live.state == MeetingState::running);
    CHECK(meeting.forecast("14:25") == "13:06 13:24 >14:25 15:10 15:55 | 16:20 20");

    // Each repair on top of the one before it.
    CHECK(shown(repairs_of(meeting.live)) == "20 min: 45->34 25->16 end 16:00; 15 min: 25->10 end 16:05; 20 min: end 16:20; ");
    meeting.repair("14:25", RepairKind::run_over);
    CHECK(meeting.forecast("14:25") == "13:06 13:24 >14:25 15:10 15:55 | 16:05 5");
    CHECK(meeting.live.length() == (18 + 51 + 10 + 45 + 45 + 10) * ms_of_minute);
    meeting.repair("14:26", RepairKind::shorten);
    CHECK(meeting.forecast("14:26") == "13:06 13:24 >14:25 15:10 15:50 | 16:00 0");
    CHECK(repairs_of(meeting.live).empty());
    meeting.next("15:13");
    CHECK(shown(repairs_of(meeting.look(at("15:13")))) == "0 min: end 16:03; 0 min: end 16:03; 3 min: end 16:03; ");
    meeting.repair("15:13", RepairKind::later);
    CHECK(meeting.forecast("15:13") == "13:06 13:24 14:25 >15:13 15:53 | 16:03 0");
    CHECK(clock(meeting.live.first_planned_end()) == "16:00");
    meeting.next("15:50");
    CHECK(meeting.forecast("15:50") == "13:06 13:24 14:25 15:13 >15:50 | 16:00 -3");
    meeting.next("16:01");
    CHECK(meeting.live.state == MeetingState::running);
    CHECK(meeting.forecast("18:00") == "13:06 13:24 14:25 15:13 15:50 | 16:01 -2");
    CHECK(meeting.live.state == MeetingState::over);

    // What was planned stands beside what was, as it was.
    CHECK(clock(meeting.live.lines[2].planned_start) == "14:05");
    CHECK(meeting.live.lines[2].spent == 48 * ms_of_minute);
    CHECK(meeting.agenda.items[3].minutes == 45);
}

TEST_CASE("what the rest loses is shared out: every team the same, what does not come out even to the closing") {
    struct Row {
        const char* begun;      ///< of a meeting that keeps its end: so much later than 13:00 it is behind
        bool closing_locked;    ///< it begins at 15:35 whatever comes before it
        const char* shortened;  ///< what the first repair does
    };
    // Written by hand. Teams can miss 45 - 25 = 20 each, the closing 25 - 10 = 15.
    constexpr Row rows[] = {
        {"13:01", false, "1 min: 25->24 end 16:00; "},                          // 1 x 60 / 75 is less than 1 for each of 3
        {"13:06", false, "6 min: 45->44 45->44 45->44 25->22 end 16:00; "},     // 4.8: 1 each; 3 are left
        {"13:20", false, "20 min: 45->40 45->40 45->40 25->20 end 16:00; "},    // 16: 5 each; 5 are left
        {"14:14", false, "74 min: 45->25 45->25 45->25 25->11 end 16:00; "},    // 59.2: 19 each leave 17, of which 15 fit: 20 each
        {"14:30", false, "75 min: 45->25 45->25 45->25 25->10 end 16:15; "},    // no more than there is
        {"13:05", true, "6 min: 45->43 45->43 45->43 end 16:05; "},             // nothing beside the teams: a minute too much
        {"13:06", true, "6 min: 45->43 45->43 45->43 end 16:06; "},
    };
    for (const Row& row : rows) {
        CAPTURE(row.begun);
        Meeting meeting;
        if (row.closing_locked)
            meeting.set(agenda_item_key(sheet_id, "", meeting.process.run_sheets.front().items.back().id), "start", "15:35");
        meeting.note(at(row.begun), {MomentKind::start});
        const std::string all = shown(repairs_of(meeting.look(at(row.begun))));
        CHECK(all.substr(0, all.find("; ") + 2) == row.shortened);
    }
}

TEST_CASE("time that is left over is shared out or makes the meeting end earlier, and neither by itself") {
    Meeting meeting;
    meeting.note(at("13:00"), {MomentKind::start});
    CHECK(gains_of(meeting.look(at("13:05"))).empty());
    meeting.next("13:10");
    CHECK(meeting.forecast("13:10") == "13:00 >13:10 13:55 14:40 15:25 | 15:50 -10");
    CHECK(repairs_of(meeting.live).empty());
    CHECK(shown(gains_of(meeting.live)) == "10 min: 45->50 45->50 end 16:00; 10 min: end 15:50; ");
    // What two teams cannot have half of is kept free at the end.
    Meeting odd;
    odd.note(at("13:00"), {MomentKind::start});
    odd.next("13:09");
    CHECK(shown(gains_of(odd.look(at("13:09")))) == "11 min: 45->50 45->50 25->26 end 16:00; 11 min: end 15:49; ");
    for (const RepairKind kind : {RepairKind::spread, RepairKind::earlier}) {
        CAPTURE(static_cast<int>(kind));
        Meeting each = meeting;
        for (const Repair& gain : gains_of(each.look(at("13:10"))))
            if (gain.kind == kind) each.note(moments_for(each.live, gain));
        CHECK(each.look(at("13:10")).minutes_behind() == 0);
        CHECK(clock(each.live.end) == (kind == RepairKind::spread ? "16:00" : "15:50"));
        CHECK(clock(each.live.planned_end) == clock(each.live.end));
    }
    // Before a locked time nothing ends earlier, and no more is shared out than there is.
    meeting.set(agenda_item_key(sheet_id, "", meeting.process.run_sheets.front().items.back().id), "start", "15:36");
    CHECK(shown(gains_of(meeting.look(at("13:10")))) == "10 min: 45->50 45->50 end 16:01; 0 min: end 16:01; ");
    meeting.note(at("13:10"), {MomentKind::give, 0, meeting.id("team", 0), "", -1});
    CHECK(shown(gains_of(meeting.look(at("13:10")))) == "10 min: 45->50 45->50 end 16:01; 0 min: end 16:01; ");
}

TEST_CASE("the last step that counts is the one that is taken back, and minutes or a pause are none") {
    Meeting meeting;
    meeting.note(at("13:00"), {MomentKind::start});
    CHECK_FALSE(last_step(moments_of(meeting.reading(), sheet_id, "")));
    meeting.next("13:20");
    meeting.note(at("13:25"), {MomentKind::pause});
    meeting.note(at("13:30"), {MomentKind::give, 0, meeting.id("team", 0), "", 5});
    REQUIRE(last_step(moments_of(meeting.reading(), sheet_id, "")));
    CHECK(last_step(moments_of(meeting.reading(), sheet_id, ""))->at == at("13:20"));
    meeting.note(at("13:31"), {MomentKind::back});
    CHECK_FALSE(last_step(moments_of(meeting.reading(), sheet_id, "")));
}

TEST_CASE("going to the part that people are in lets it begin anew, and the line goes on") {
    Meeting meeting;
    meeting.note(at("13:00"), {MomentKind::start});
    meeting.next("13:20");
    meeting.note(at("13:22"), {MomentKind::part, 0, meeting.id("team", 0), meeting.process.run_sheets.front().items[1].parts.front().id});
    const LiveLine& line = *meeting.look(at("13:25")).current_line();
    CHECK(line.spent == 5 * ms_of_minute);
    CHECK(line.spent_on_parts.front() == 3 * ms_of_minute);
}

TEST_CASE("pauses are kept with when they were, however they ended") {
    Meeting meeting;
    meeting.note(at("13:00"), {MomentKind::start});
    meeting.note(at("13:05"), {MomentKind::pause});
    REQUIRE(meeting.look(at("13:08")).pauses.size() == 1);
    CHECK_FALSE(meeting.live.pauses.front().until);
    CHECK(meeting.live.pauses.front().length(meeting.live.now) == 3 * ms_of_minute);
    meeting.note(at("13:10"), {MomentKind::resume});
    meeting.next("13:25");
    meeting.note(at("13:30"), {MomentKind::pause});
    meeting.next("13:32");
    meeting.note(at("13:40"), {MomentKind::pause});
    meeting.note(at("13:44"), {MomentKind::stop});
    const std::vector<TakenPause>& pauses = meeting.look(at("15:00")).pauses;
    REQUIRE(pauses.size() == 3);
    const std::int64_t minutes[] = {5, 2, 4};
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(pauses[i].line == i);
        CHECK(pauses[i].length(meeting.live.now) == minutes[i] * ms_of_minute);
    }
}

TEST_CASE("a pause of which people know how long it lasts is counted on, until it lasts longer") {
    Meeting meeting;
    meeting.note(at("13:00"), {MomentKind::start});
    meeting.note(at("13:05"), {MomentKind::pause});
    CHECK(meeting.forecast("13:05") == ">13:00 13:20 14:05 14:50 15:35 | 16:00 0");
    CHECK_FALSE(meeting.live.paused_until);
    // Pressed on two laptops: the last word counts, and there is one pause.
    meeting.note(at("13:06"), {MomentKind::pause, 0, "", "", 15});
    meeting.note(at("13:07"), {MomentKind::pause, 0, "", "", 10});
    CHECK(meeting.forecast("13:08") == ">13:00 13:32 14:17 15:02 15:47 | 16:12 12");
    CHECK(meeting.live.paused_until == at("13:17"));
    CHECK(meeting.live.pauses.size() == 1);
    CHECK(meeting.forecast("13:19") == ">13:00 13:34 14:19 15:04 15:49 | 16:14 14");
    meeting.note(at("13:20"), {MomentKind::resume});
    CHECK(meeting.forecast("13:20") == ">13:00 13:35 14:20 15:05 15:50 | 16:15 15");
    CHECK_FALSE(meeting.live.paused_until);
    // From a laptop that did not know that people went on.
    meeting.note(at("13:21"), {MomentKind::pause, 0, "", "", 10});
    CHECK(meeting.look(at("13:22")).state == MeetingState::running);
}

TEST_CASE("who starts late may move the whole plan") {
    Meeting meeting;
    meeting.note(at("13:06"), {MomentKind::start, 0, "", "", 6});
    CHECK(meeting.forecast("13:06") == ">13:06 13:26 14:11 14:56 15:41 | 16:06 0");
    CHECK(clock(meeting.live.planned_end) == "16:06");
}

TEST_CASE("without a time the plan begins when the meeting does") {
    Meeting meeting;
    meeting.set(review::review_key(), "kickoff_time", "");
    CHECK(meeting.forecast("20:00") == "20:00 20:20 21:05 21:50 22:35 | 23:00 0");
    meeting.note(at("20:15"), {MomentKind::start});
    CHECK(meeting.forecast("20:20") == ">20:15 20:35 21:20 22:05 22:50 | 23:15 0");
}

TEST_CASE("minutes are given and taken, and a step back takes nothing away") {
    Meeting meeting;
    meeting.note(at("13:00"), {MomentKind::start});
    meeting.next("13:20");
    const std::string first = meeting.id("team", 0);
    meeting.note(at("13:30"), {MomentKind::give, 0, first, "", 5});
    CHECK(meeting.forecast("13:30") == "13:00 >13:20 14:10 14:55 15:40 | 16:05 5");
    meeting.note(at("13:31"), {MomentKind::give, 0, first, "", -6});
    CHECK(meeting.forecast("13:31") == "13:00 >13:20 14:04 14:49 15:34 | 15:59 -1");
    meeting.next("13:40");
    CHECK(meeting.forecast("13:42") == "13:00 13:20 >13:40 14:25 15:10 | 15:35 -25");
    meeting.note(at("13:42"), {MomentKind::back});
    CHECK(meeting.forecast("13:42") == "13:00 >13:20 14:04 14:49 15:34 | 15:59 -1");
    CHECK(meeting.live.current_line()->spent == 22 * ms_of_minute);
    meeting.note(at("13:43"), {MomentKind::stop});
    CHECK(meeting.look(at("13:44")).state == MeetingState::over);
    CHECK(meeting.live.lines[4].state == LineState::skipped);
    meeting.note(at("13:45"), {MomentKind::back});
    CHECK(meeting.forecast("13:45") == "13:00 >13:20 14:04 14:49 15:34 | 15:59 -1");
}

TEST_CASE("people go past a line, and come back to one") {
    Meeting meeting;
    meeting.note(at("13:00"), {MomentKind::start});
    meeting.note(at("13:20"), {MomentKind::go, 0, meeting.id("team", 1)});
    CHECK(meeting.forecast("13:20") == "13:00 -13:20 >13:20 14:05 14:50 | 15:15 -45");
    CHECK(meeting.live.length() == 135 * ms_of_minute);
    meeting.note(at("13:30"), {MomentKind::go, 0, meeting.id("team", 0)});
    CHECK(meeting.forecast("13:30") == "13:00 >13:30 14:15 14:50 15:35 | 16:00 0");
    meeting.next("14:15");
    CHECK(meeting.look(at("14:15")).lines[2].spent == 10 * ms_of_minute);
    CHECK(meeting.live.lines[2].began == at("13:20"));
}

TEST_CASE("the parts of a line follow each other, and their clocks stand still in a pause") {
    Meeting meeting;
    process::RunSheetItem& item = meeting.process.run_sheets.front().items[1];
    item.parts.resize(3);
    item.parts[0].id = "pitch";
    item.parts[1].id = "question";
    item.parts[2].id = "date";
    meeting.note(at("13:00"), {MomentKind::start});
    meeting.next("13:20");
    meeting.look(at("13:26"));
    CHECK(next_moment(meeting.live).part == "question");
    meeting.note(at("13:26"), next_moment(meeting.live));
    meeting.note(at("13:30"), {MomentKind::pause});
    meeting.note(at("13:35"), {MomentKind::resume});
    meeting.look(at("13:40"));
    const LiveLine& line = *meeting.live.current_line();
    CHECK(line.part == 1);
    CHECK(line.spent_on_parts == std::vector<std::int64_t>{6 * ms_of_minute, 9 * ms_of_minute, 0});
    meeting.note(at("13:40"), next_moment(meeting.live));
    CHECK(next_moment(meeting.look(at("13:50"))).kind == MomentKind::go);
    meeting.note(at("13:50"), {MomentKind::back});
    CHECK(meeting.look(at("13:50")).current_line()->part == 1);
}

TEST_CASE("a locked time holds, and what is free before it makes up for being late") {
    Meeting meeting;
    meeting.set(agenda_item_key(sheet_id, "", "team", meeting.team(2)), "start", "15:00");
    meeting.note(at("13:05"), {MomentKind::start});
    CHECK(meeting.forecast("13:05") == ">13:05 13:25 14:10 15:00 15:45 | 16:10 0");
    CHECK(meeting.live.anchor == 3);
    meeting.next("13:40");
    CHECK(meeting.forecast("13:40") == "13:05 >13:40 14:25 15:10 15:55 | 16:20 10");
    CHECK(shown(repairs_of(meeting.live)) == "10 min: 45->35 end 16:20; 0 min: end 16:20; 0 min: end 16:20; ");
    meeting.repair("13:40", RepairKind::shorten);
    CHECK(meeting.forecast("13:40") == "13:05 >13:40 14:25 15:00 15:45 | 16:10 0");
}

TEST_CASE("clocks that were set back, lines that are gone and other nonsense do no harm") {
    Meeting meeting;
    meeting.note(at("13:00"), {MomentKind::start});
    meeting.next("13:20");
    meeting.note(at("12:20"), {MomentKind::pause});
    CHECK(meeting.forecast("12:25") == "13:00 >13:20 14:05 14:50 15:35 | 16:00 0");
    meeting.note(at("13:30"), {MomentKind::resume});
    meeting.note(at("13:31"), {MomentKind::go, 0, "no such line"});
    meeting.note(at("13:31"), {MomentKind::part, 0, meeting.id("team", 0), "no such part"});
    meeting.set({"moments", "odd"}, "sheet", sheet_id);
    meeting.set({"moments", "odd"}, "at", 7);
    CHECK(meeting.forecast("13:31") == "13:00 >13:20 14:15 15:00 15:45 | 16:10 10");
    meeting.set(agenda_item_key(sheet_id, "", "team", meeting.team(0)), "left_out", true);
    CHECK(meeting.look(at("13:32")).current);
}

TEST_CASE("a rehearsal does not count once the meeting begins") {
    Meeting meeting;
    meeting.note(at("09:00"), {MomentKind::start});
    meeting.next("09:01");
    meeting.note(at("09:02"), {MomentKind::turn, 0, "", "", 0, "a"});
    meeting.note(at("13:00"), {MomentKind::start});
    CHECK(meeting.forecast("13:00") == ">13:00 13:20 14:05 14:50 15:35 | 16:00 0");
    CHECK(turns_in(moments_of(meeting.reading(), sheet_id, "")).empty());
    meeting.note(at("13:01"), {MomentKind::turn, 0, "", "", 0, "a"});
    meeting.note(at("13:02"), {MomentKind::turn, 0, "", "", 0, "a"});
    CHECK(turns_in(moments_of(meeting.reading(), sheet_id, "")).at("a") == 2);
}

TEST_CASE("a rehearsal that comes in with another copy does not move a meeting that is on") {
    Meeting here, there;
    there.random = there.replica = 1000;
    there.note(at("09:00"), {MomentKind::start});
    for (const char* time : {"09:01", "09:02", "09:03", "09:04"}) there.next(time);
    there.note(at("09:05"), {MomentKind::stop});
    here.note(at("13:00"), {MomentKind::start});
    here.next("13:20");
    const std::string before = here.forecast("13:30");
    here.take_in(there);
    CHECK(here.forecast("13:30") == before);
    here.next("14:05");
    CHECK(here.forecast("14:05") == "13:00 13:20 >14:05 14:50 15:35 | 16:00 0");
}

TEST_CASE("in a file of before runs had a name, what comes after a start in the list belongs to it") {
    Meeting meeting;
    meeting.note(at("09:00"), {MomentKind::start});
    meeting.next("09:05");
    meeting.note(at("13:00"), {MomentKind::start});
    meeting.next("13:25");
    for (const std::string& id : review::sorted_ids(meeting.document, moments_collection)) meeting.set({"moments", id}, "run", nullptr);
    CHECK(meeting.forecast("13:25") == "13:00 >13:25 14:10 14:55 15:40 | 16:05 5");
}

TEST_CASE("a turn that another laptop counted does not change when anything began") {
    Meeting here;
    here.note(at("13:00"), {MomentKind::start});
    Meeting there = here;
    there.random = there.replica = 1000;
    there.note(at("14:40"), {MomentKind::turn, 0, "", "", 0, "a"});
    here.next("13:20");
    here.next("14:05");
    here.take_in(there);
    CHECK(here.forecast("14:41") == "13:00 13:20 >14:05 14:50 15:35 | 16:00 0");
    CHECK(turns_in(moments_of(here.reading(), sheet_id, "")).at("a") == 1);
}

TEST_CASE("four hours with sleeps show the right time, to the millisecond") {
    Meeting meeting;
    meeting.note(at("13:00"), {MomentKind::start});
    for (std::int64_t time = at("13:00"); time < at("17:00"); time += 37'123) {
        const Live& live = meeting.look(time);
        CHECK(live.current_line()->spent == time - at("13:00"));
    }
}

TEST_CASE("who takes turns is not shortened by many minutes more than were asked") {
    Meeting meeting;
    meeting.set(agenda_item_key(sheet_id, "", meeting.process.run_sheets.front().items.back().id), "start", "15:36");
    meeting.note(at("13:00"), {MomentKind::start});
    // Three turns and a free minute before a locked time. A minute of each would be two too many for the one that is asked.
    CHECK(repairs_of(meeting.look(at("13:22"))).front().minutes == 0);
    CHECK(repairs_of(meeting.look(at("13:23"))).front().minutes == 3);
    CHECK(repairs_of(meeting.look(at("13:25"))).front().minutes == 3);
    CHECK(repairs_of(meeting.look(at("13:26"))).front().minutes == 6);
}
