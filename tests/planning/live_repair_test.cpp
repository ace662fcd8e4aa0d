#include "live_meeting.h"

using namespace planner;
using namespace planner::testing;
using namespace planner::planning;

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
