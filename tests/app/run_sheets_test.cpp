#include <doctest/doctest.h>

#include <algorithm>

#include "app/run_sheets.h"
#include "browser.h"
#include "planning/agenda_clock.h"

using namespace planner;
using namespace planner::testing;
using planning::Agenda;
using planning::AgendaItem;
using planning::RunSheetState;

namespace {

const process::RunSheet& start_meeting(Tab& tab) {
    return *tab.planner.current()->process().run_sheet("startbijeenkomst");
}

Agenda agenda_of(Tab& tab) {
    return app::agenda_in(tab.planner, start_meeting(tab), "");
}

document::FieldKey at(const AgendaItem& item, std::string_view field) {
    return {item.key, std::string(field)};
}

/// The same review on another computer.
struct Copy {
    platform::HeadlessWorld world{99};
    Tab tab{world};

    explicit Copy(Tab& original) {
        tab.open("review.json", original.file());
        tab.settle();
    }
};

void take_back_in(Tab& tab, Copy& copy) {
    tab.open("terug.json", copy.tab.file());
    tab.planner.confirm_import();
    tab.settle();
}

/// Every command can be undone and done again.
template <class Command, class Look>
void check_undo(Tab& tab, const Command& command, const Look& look) {
    const auto before = look();
    command();
    const auto after = look();
    CHECK(before != after);
    tab.planner.step(app::Step::undo);
    CHECK(look() == before);
    tab.planner.step(app::Step::redo);
    CHECK(look() == after);
    tab.planner.step(app::Step::undo);
    CHECK(look() == before);
}

} // namespace

TEST_CASE("every command on a run sheet is one step back") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    tab->planner.set_field({review::review_key(), "kickoff_time"}, "13:30");
    app::Planner& planner = tab->planner;
    const auto look = [&] {
        std::string text;
        const Agenda agenda = agenda_of(*tab);
        for (const AgendaItem& item : agenda.items)
            text += agenda.clock(item.start) + " " + item.title(process::Language::dutch) + item.participant + "\n";
        return text + std::to_string(agenda.left_out.size()) + " " + std::to_string(agenda.maximum);
    };
    const auto line = [&](std::size_t index) { return agenda_of(*tab).items.at(index); };
    check_undo(
        *tab, [&] { app::move_agenda_item(planner, agenda_of(*tab), line(4).key, review::Direction::up); }, look);
    check_undo(
        *tab, [&] { app::leave_out_agenda_item(planner, line(0)); }, look);
    check_undo(
        *tab,
        [&] {
            app::shorten_agenda(planner, {{line(1).key, 30}, {line(2).key, 30}});
        },
        look);
    check_undo(
        *tab, [&] { app::set_agenda_text(planner, at(line(0), "title"), "Inloop", "Koffie", "Inloop"); }, look);
    check_undo(
        *tab, [&] { app::add_agenda_item(planner, agenda_of(*tab), nullptr); }, look);
    planner.set_field(at(line(1), "start"), "13:40");
    check_undo(
        *tab, [&] { app::unlock_agenda_item(planner, *agenda_of(*tab).first_overlap()); }, look);
    app::unlock_agenda_item(planner, line(1));
    app::set_agenda_text(planner, at(line(0), "minutes"), "20", "60", "20");
    check_undo(
        *tab, [&] { app::agree_on_length(planner, agenda_of(*tab)); }, look);
    app::leave_out_agenda_item(planner, line(2));
    check_undo(
        *tab, [&] { app::put_back_agenda_item(planner, agenda_of(*tab).left_out.at(0)); }, look);
    app::add_agenda_item(planner, agenda_of(*tab), nullptr);
    check_undo(
        *tab, [&] { app::reset_agenda(planner, agenda_of(*tab)); }, look);
}

TEST_CASE("the text of the process typed again is left to the process") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const AgendaItem welcome = agenda_of(*tab).items[0];
    const std::string proposed = welcome.title(process::Language::dutch);
    app::set_agenda_text(tab->planner, at(welcome, "title"), proposed, proposed, proposed);
    CHECK(tab->document().entity(welcome.key) == nullptr);
    app::set_agenda_text(tab->planner, at(welcome, "title"), proposed, "Inloop", proposed);
    CHECK(agenda_of(*tab).items[0].own_title == "Inloop");
    app::set_agenda_text(tab->planner, at(welcome, "title"), proposed, proposed, "Inloop");
    CHECK(agenda_of(*tab).items[0].own_title.empty());
    CHECK(agenda_of(*tab).items[0].title(process::Language::english) == welcome.item->title.en);
}

TEST_CASE("two copies that change the same proposed line have one line, and a conflict only where both wrote") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    tab->settle();
    Copy copy(*tab);
    const AgendaItem team = agenda_of(*tab).items[1];
    app::set_agenda_text(tab->planner, at(team, "minutes"), "45", "40", "45");
    app::set_agenda_text(tab->planner, at(team, "who"), "x", "Het team", "x");
    app::set_agenda_text(copy.tab.planner, at(team, "minutes"), "45", "35", "45");
    app::set_agenda_text(copy.tab.planner, at(team, "needs"), "x", "Een flipover", "x");
    app::move_agenda_item(copy.tab.planner, agenda_of(copy.tab), team.key, review::Direction::down);
    app::move_agenda_item(tab->planner, agenda_of(*tab), team.key, review::Direction::up);
    const std::size_t lines = agenda_of(*tab).items.size();
    take_back_in(*tab, copy);
    const Agenda agenda = agenda_of(*tab);
    CHECK(agenda.items.size() == lines);
    const auto same = [&](const AgendaItem& item) { return item.key == team.key; };
    REQUIRE(std::count_if(agenda.items.begin(), agenda.items.end(), same) == 1);
    const AgendaItem merged = *std::find_if(agenda.items.begin(), agenda.items.end(), same);
    CHECK(merged.own_who == "Het team");
    CHECK(merged.own_needs == "Een flipover");
    REQUIRE(tab->planner.view().conflict_count == 1);
    const review::Conflict& conflict = tab->planner.view().conflicts[0].conflicts[0];
    CHECK(conflict.key == at(team, "minutes"));
    CHECK(conflict.place.run_sheet == "startbijeenkomst");
    CHECK(conflict.place.task.find("Team Zorg") != std::string::npos);
}

TEST_CASE("two copies that do the same to a run sheet agree") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    tab->planner.add_participant({"Team Vier", ""});
    tab->settle();
    Copy copy(*tab);
    for (Tab* each : {tab.get(), &copy.tab}) {
        REQUIRE(agenda_of(*each).too_long);
        app::shorten_agenda(each->planner, agenda_of(*each).too_long->shorter);
        app::leave_out_agenda_item(each->planner, agenda_of(*each).items.back());
        app::decide_run_sheet(each->planner, agenda_of(*each), RunSheetState::comments);
    }
    take_back_in(*tab, copy);
    CHECK(tab->planner.view().conflict_count == 0);
    CHECK(agenda_of(*tab).items.size() == 5);
    CHECK(agenda_of(*tab).left_out.size() == 1);
    CHECK_FALSE(agenda_of(*tab).too_long);
}

TEST_CASE("a line that somebody left out or added elsewhere arrives; the whole file can be undone") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    tab->settle();
    Copy copy(*tab);
    app::leave_out_agenda_item(copy.tab.planner, agenda_of(copy.tab).items[0]);
    const document::EntityKey added = app::add_agenda_item(copy.tab.planner, agenda_of(copy.tab), nullptr);
    app::add_agenda_item(tab->planner, agenda_of(*tab), nullptr);
    take_back_in(*tab, copy);
    CHECK(agenda_of(*tab).items.size() == 6);
    CHECK(agenda_of(*tab).left_out.size() == 1);
    CHECK(tab->document().entity(added) != nullptr);
    tab->planner.step(app::Step::undo);
    CHECK(tab->document().is_deleted(added));
    CHECK(agenda_of(*tab).items.size() == 6);
    CHECK(agenda_of(*tab).left_out.empty());
}

TEST_CASE("a draft goes out for comments, becomes final, and a new draft counts on") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    tab->planner.set_author("Begeleider");
    const auto status = [&] { return app::status_of(tab->planner, agenda_of(*tab)); };
    app::decide_run_sheet(tab->planner, agenda_of(*tab), RunSheetState::comments);
    CHECK(status().state == RunSheetState::comments);
    CHECK(status().number == 1);
    CHECK(status().by == "Begeleider");
    CHECK(status().on == tab->planner.today());
    app::decide_run_sheet(tab->planner, agenda_of(*tab), RunSheetState::draft);
    CHECK(status().number == 2);
    app::decide_run_sheet(tab->planner, agenda_of(*tab), RunSheetState::settled);
    CHECK(status().state == RunSheetState::settled);
    CHECK(status().number == 2);
    tab->planner.step(app::Step::undo);
    CHECK(status().state == RunSheetState::draft);
    CHECK(tab->document().value({planning::run_sheet_key("startbijeenkomst", ""), "run_sheet"}) ==
          document::Value("startbijeenkomst"));
}

TEST_CASE("one says final, the other wants another draft: a person chooses") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    app::decide_run_sheet(tab->planner, agenda_of(*tab), RunSheetState::comments);
    tab->settle();
    Copy copy(*tab);
    app::decide_run_sheet(copy.tab.planner, agenda_of(copy.tab), RunSheetState::draft);
    app::decide_run_sheet(tab->planner, agenda_of(*tab), RunSheetState::settled);
    take_back_in(*tab, copy);
    REQUIRE(tab->planner.view().conflict_count == 1);
    CHECK(tab->planner.view().conflicts[0].conflicts[0].key.field == planning::run_sheet_field::state);
}
