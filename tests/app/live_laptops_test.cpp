#include <doctest/doctest.h>

#include "app/live.h"
#include "browser.h"

using namespace planner;
using namespace planner::testing;
using planning::MeetingState;

namespace {

constexpr int minute = 60'000;

/// A review day of the first team, looked at on two laptops that have no network between them.
struct TwoLaptops {
    platform::HeadlessWorld here_world, there_world{99};
    std::unique_ptr<Tab> here = tab_with_review(here_world);
    std::unique_ptr<Tab> there;
    std::string team = first_team(*here);

    TwoLaptops() {
        here->planner.set_author("Bo");
        app::begin_meeting(here->planner, meeting(*here), app::Beginning::moved);
        here->settle();
        there_world.now = here_world.now;
        there = std::make_unique<Tab>(there_world);
        there->open("dag.json", here->file());
        there->planner.set_author("An");
    }

    app::LiveMeeting meeting(Tab& tab) const {
        return app::live_meeting(tab.planner, *tab.planner.current()->process().run_sheet("reviewdag"), team);
    }
    std::vector<planning::MeetingNote> notes(Tab& tab) const {
        return planning::notes_of(tab.planner.reading(), *tab.planner.current()->process().run_sheet("reviewdag"), team);
    }
    std::string line(Tab& tab) const {
        const app::LiveMeeting now = meeting(tab);
        return now.live.current_line() ? now.live.current_line()->line->key.id : "";
    }
    void pass(int milliseconds) {
        here->pass(milliseconds);
        there->pass(milliseconds);
    }
    void note(Tab& tab, std::size_t kind, const std::string& text) {
        const app::LiveMeeting now = meeting(tab);
        app::add_note(tab.planner, now, now.agenda.sheet->notes.at(kind), text);
    }
    /// Each gets what the other made.
    void exchange() {
        here->settle();
        there->settle();
        const std::string ours = here->file(), theirs = there->file();
        take(*here, theirs);
        take(*there, ours);
        there_world.now = here_world.now = std::max(here_world.now, there_world.now);
    }
    static void take(Tab& tab, const std::string& file) {
        tab.open("van de ander.json", file);
        REQUIRE(tab.planner.import_state() == app::ImportState::ready);
        tab.planner.confirm_import();
        tab.settle();
    }
    void both_have_the_same() {
        CHECK(notes(*here).size() == notes(*there).size());
        CHECK(line(*here) == line(*there));
        CHECK(here->planner.view().conflict_count == there->planner.view().conflict_count);
        const app::LiveMeeting one = meeting(*here), other = meeting(*there);
        CHECK(one.live.state == other.live.state);
        CHECK(one.moments.size() == other.moments.size());
        CHECK(one.live.end == other.live.end);
    }
};

} // namespace

TEST_CASE("one laptop runs the day and another takes notes of it: together they have each note and moment once") {
    TwoLaptops laptops;
    REQUIRE(laptops.meeting(*laptops.there).live.state == MeetingState::running);
    for (int count = 0; count < 20; ++count) {
        laptops.pass(minute / 2);
        laptops.note(*laptops.here, static_cast<std::size_t>(count) % 3, "Hier " + std::to_string(count));
        laptops.note(*laptops.there, 0, "Daar " + std::to_string(count));
    }
    app::count_turn(laptops.here->planner, laptops.meeting(*laptops.here), laptops.team);
    app::count_turn(laptops.there->planner, laptops.meeting(*laptops.there), laptops.team);
    app::go_on(laptops.here->planner, laptops.meeting(*laptops.here));
    laptops.exchange();

    laptops.both_have_the_same();
    const auto notes = laptops.notes(*laptops.here);
    REQUIRE(notes.size() == 40);
    CHECK(notes.front().text == "Hier 0");
    CHECK(notes[1].text == "Daar 0");
    CHECK(notes[1].by == "An");
    CHECK(notes.back().text == "Daar 19");
    CHECK(planning::turns_in(laptops.meeting(*laptops.there).moments).at(laptops.team) == 2);
    CHECK(laptops.here->planner.view().conflict_count == 0);
    // Once more the same files, as people do who are not sure.
    laptops.here->open("nog eens.json", laptops.there->file());
    CHECK(laptops.notes(*laptops.here).size() == 40);
}

TEST_CASE("both laptops go to the next item: that is one step, and it began when the first did") {
    TwoLaptops laptops;
    laptops.pass(15 * minute);
    app::go_on(laptops.here->planner, laptops.meeting(*laptops.here));
    const std::string next = laptops.line(*laptops.here);
    const std::int64_t began = laptops.here_world.now;
    laptops.pass(minute / 2);
    app::go_on(laptops.there->planner, laptops.meeting(*laptops.there));
    REQUIRE(laptops.line(*laptops.there) == next);
    laptops.exchange();

    laptops.both_have_the_same();
    CHECK(laptops.line(*laptops.here) == next);
    CHECK(laptops.meeting(*laptops.here).live.current_line()->start == began);
}

TEST_CASE("one laptop pauses while the other gives minutes: both count, in any order of reading") {
    TwoLaptops laptops;
    laptops.pass(9 * minute);
    app::give_minutes(laptops.there->planner, laptops.meeting(*laptops.there), 5);
    app::pause_or_resume(laptops.here->planner, laptops.meeting(*laptops.here));
    const std::int64_t before = laptops.meeting(*laptops.here).live.current_line()->allotted;
    laptops.pass(5 * minute);
    laptops.exchange();

    laptops.both_have_the_same();
    CHECK(laptops.meeting(*laptops.there).live.state == MeetingState::paused);
    CHECK(laptops.meeting(*laptops.here).live.current_line()->allotted == before + 5 * minute);
    CHECK(laptops.meeting(*laptops.here).live.current_line()->spent / minute == 9);
}

TEST_CASE("a note that both laptops work out, each to another place, stands in both; nobody has to choose") {
    TwoLaptops laptops;
    laptops.note(*laptops.here, 0, "Studenten kiezen zelf");
    laptops.exchange();
    const auto& targets = laptops.meeting(*laptops.here).agenda.sheet->targets;
    REQUIRE(targets.size() > 1);
    laptops.pass(minute);
    app::work_out_note(laptops.here->planner, laptops.meeting(*laptops.here), laptops.notes(*laptops.here).at(0), targets.front());
    laptops.pass(minute);
    app::work_out_note(laptops.there->planner, laptops.meeting(*laptops.there), laptops.notes(*laptops.there).at(0), targets.back());
    laptops.exchange();

    laptops.both_have_the_same();
    const std::string file = laptops.here->file();
    std::size_t places = 0;
    for (std::size_t at = file.find("Studenten kiezen zelf"); at != std::string::npos; at = file.find("Studenten kiezen zelf", at + 1)) ++places;
    CHECK(places >= 3); // as a note, in a row and in a text
    CHECK(laptops.here->planner.view().conflict_count == 0);
    CHECK(laptops.notes(*laptops.here).at(0).used != nullptr);
}
