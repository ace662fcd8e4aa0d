#include <doctest/doctest.h>

#include "app/poll.h"
#include "app/value_text.h"
#include "browser.h"
#include "planning/hours.h"

using namespace planner;
using namespace planner::testing;
using review::Answer;

namespace {

/// A review with two proposed days for its kickoff.
struct Polled {
    platform::HeadlessWorld world;
    std::unique_ptr<Tab> tab = tab_with_review(world);
    app::Planner& planner = tab->planner;
    std::string team = first_team(*tab);

    Polled() {
        planner.set_author("Begeleider");
        add("2027-01-19", "13:30", "Lokaal 1");
        add("2027-01-26", "", "");
    }
    void add(const char* date, const char* time, const char* place) {
        planner.add_to_list("date_options", {{"date", date}, {"time", time}, {"place", place}});
    }
    review::DatePoll poll() { return review::count_answers(planner.reading()); }
    std::string option(std::size_t index) { return poll().options.at(index).option.id; }
    void merge_with(Tab& other) {
        tab->open("terug.json", other.file());
        planner.confirm_import();
        tab->settle();
    }
};

} // namespace

TEST_CASE("proposed days keep the order in which they were added") {
    Polled polled;
    REQUIRE(polled.poll().options.size() == 2);
    CHECK(polled.poll().options[0].option.date == "2027-01-19");
    CHECK(polled.poll().options[1].option.date == "2027-01-26");
}

TEST_CASE("an answer says who gave it; choosing a day is one command, with what its proposal leaves open") {
    Polled polled;
    app::answer_date(polled.planner, polled.option(0), polled.team, Answer::if_needed);
    const review::Availability given = review::availability_of(polled.planner.reading(), polled.option(0), polled.team);
    CHECK(given.answer == Answer::if_needed);
    CHECK(given.answered_by == "Begeleider");
    app::choose_date(polled.planner, polled.poll().options[0].option);
    CHECK(polled.planner.view().kickoff.date == "2027-01-19");
    CHECK(polled.planner.view().kickoff.place == "Lokaal 1");
    app::choose_date(polled.planner, polled.poll().options[1].option);
    CHECK(polled.planner.view().kickoff.date == "2027-01-26");
    CHECK(polled.planner.view().kickoff.time == "13:30");
    CHECK(polled.tab->last_toast() == "De startbijeenkomst is op dinsdag 26 januari 2027");
    polled.planner.step(app::Step::undo);
    CHECK(polled.planner.view().kickoff.date == "2027-01-19");
    polled.planner.step(app::Step::undo);
    CHECK(polled.planner.view().kickoff.date.empty());
    CHECK(polled.planner.view().kickoff.time.empty());
    CHECK(polled.planner.view().kickoff.place.empty());
}

TEST_CASE("tasks before the kickoff have a day as soon as days are proposed, and move when one is chosen") {
    Polled polled;
    const planning::Plan before = polled.planner.plan();
    const auto provisional = [](const planning::Plan& plan) {
        return std::count_if(plan.tasks.begin(), plan.tasks.end(), [](const planning::PlannedTask& task) {
            return task.due_by == planning::DueBy::proposal;
        });
    };
    CHECK(provisional(before) > 0);
    app::choose_date(polled.planner, polled.poll().options[1].option);
    CHECK(provisional(polled.planner.plan()) == 0);
    CHECK_FALSE(planning::moves_between(before, polled.planner.plan()).empty());
}

TEST_CASE("two copies that answer the same poll: the same answer is one, different ones are a difference in words") {
    Polled polled;
    platform::HeadlessWorld other_world(99);
    Tab other(other_world);
    other.open("review.json", polled.tab->file());
    other.settle();
    app::answer_date(polled.planner, polled.option(0), polled.team, Answer::yes);
    other.planner.set_author("Collega");
    app::answer_date(other.planner, polled.option(0), polled.team, Answer::yes);
    app::answer_date(other.planner, polled.option(1), polled.team, Answer::no);
    polled.merge_with(other);
    CHECK(polled.planner.view().conflict_count == 0);
    CHECK(polled.poll().options[0].yes == 1);
    CHECK(polled.poll().options[1].no == 1);
    const std::string second = polled.planner.view().participants.at(1).participant.id;
    app::answer_date(polled.planner, polled.option(0), second, Answer::if_needed);
    app::answer_date(other.planner, polled.option(0), second, Answer::no);
    polled.merge_with(other);
    REQUIRE(polled.planner.view().conflict_count == 1);
    const review::Conflict& conflict = polled.planner.view().conflicts[0].conflicts[0];
    CHECK(app::label_text(polled.planner.texts(), conflict.place) ==
          "Antwoord van Team Techniek op dinsdag 19 januari 2027");
    CHECK(app::value_text(polled.planner.texts(), polled.planner.reading(), conflict.key, "if_needed",
                          conflict.place.definition, polled.planner.today()) == "Als het moet");
}

TEST_CASE("the invitation lists the proposed days, and the next message the day that was chosen") {
    Polled polled;
    app::choose_date(polled.planner, polled.poll().options[0].option);
    std::size_t lists = 0, tells = 0;
    for (int round = 0; round < 6; ++round) {
        for (const planning::PlannedMessage& message : polled.planner.messages()) {
            const std::string text = polled.planner.message_text(message).body;
            const bool first = text.find("dinsdag 19 januari 2027, 13:30, Lokaal 1") != std::string::npos;
            if (first && text.find("dinsdag 26 januari 2027") != std::string::npos) ++lists;
            if (text.find("dinsdag 19 januari 2027 om 13:30") != std::string::npos) ++tells;
        }
        for (const planning::PlannedTask& task : std::vector(polled.planner.plan().tasks))
            if (!task.finished() && task.waiting_for.empty())
                polled.planner.decide_task(task.key, app::TaskDecision::done);
    }
    CHECK(lists > 0);
    CHECK(tells > 0);
}

TEST_CASE("what the process proposes is left out and brought back, each with one undo") {
    Polled polled;
    const auto hours = [&] { return planning::make_hours(polled.planner.reading(), 3).at(0); };
    const std::size_t rows = hours().rows.size();
    const planning::HoursRow row = hours().rows.at(0);
    const review::FieldWrite said{{row.key, "role"}, row.work->role};
    polled.planner.leave_out(said);
    CHECK(hours().rows.size() == rows - 1);
    polled.planner.step(app::Step::undo);
    CHECK(hours().rows.size() == rows);
    polled.planner.step(app::Step::redo);
    CHECK(hours().left_out.size() == 1);
    polled.planner.bring_back(row.key);
    CHECK(hours().rows.size() == rows);
    polled.planner.step(app::Step::undo);
    CHECK(hours().rows.size() == rows - 1);
}

TEST_CASE("one region for everybody is one command") {
    Polled polled;
    app::set_region(polled.planner, "", "zuid");
    for (const review::Participant& each : polled.planner.reading().participants()) CHECK(each.holiday_region == "zuid");
    app::set_region(polled.planner, polled.team, "noord");
    CHECK(polled.planner.reading().participants().at(0).holiday_region == "noord");
    polled.planner.step(app::Step::undo);
    polled.planner.step(app::Step::undo);
    for (const review::Participant& each : polled.planner.reading().participants()) CHECK(each.holiday_region.empty());
}

TEST_CASE("who chooses between participants reads their names") {
    Polled polled;
    process::Field column;
    column.kind = process::FieldKind::choice;
    const document::FieldKey key{{"seats", "stoel"}, "participant"};
    CHECK(app::value_text(polled.planner.texts(), polled.planner.reading(), key, polled.team, &column,
                          polled.planner.today()) == "Team Zorg");
    CHECK(app::value_text(polled.planner.texts(), polled.planner.reading(), {{"tasks", "x"}, "state"}, "not_applicable",
                          nullptr, polled.planner.today()) == "Niet van toepassing");
}
