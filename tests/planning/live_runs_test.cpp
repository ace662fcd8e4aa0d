#include "live_meeting.h"

using namespace planner;
using namespace planner::testing;
using namespace planner::planning;

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
