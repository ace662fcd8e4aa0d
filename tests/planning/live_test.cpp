#include "live_meeting.h"

using namespace planner;
using namespace planner::testing;
using namespace planner::planning;

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
    CHECK(clock_state(meeting.live.current_line()->remaining(), meeting.live.current_line()->allotted) == ClockState::over);
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

TEST_CASE("four hours with sleeps show the right time, to the millisecond") {
    Meeting meeting;
    meeting.note(at("13:00"), {MomentKind::start});
    for (std::int64_t time = at("13:00"); time < at("17:00"); time += 37'123) {
        const Live& live = meeting.look(time);
        CHECK(live.current_line()->spent == time - at("13:00"));
    }
}
