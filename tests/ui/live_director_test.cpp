// What the director's screen says of a meeting, and what stays in sight on it.

#include <doctest/doctest.h>

#include "inspect.h"
#include "live_scenes.h"
#include "planning/day.h"
#include "planning/run_sheet.h"

#include <algorithm>

using namespace planner;
using namespace planner::testing;
using kit::Role;

namespace {

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string team_name(Window& window, std::size_t index) {
    return window.planner.view().participants.at(index).participant.name;
}

void go_to_last(Window& window) {
    const app::LiveMeeting meeting = shown_meeting(window);
    const planning::AgendaItem& last = *meeting.live.lines.back().line;
    app::go_to_line(window.planner, meeting, last);
    if (!last.item->parts.empty())
        app::go_to_part(window.planner, shown_meeting(window), last.item->parts.back().id);
    window.settle();
}

/// The area in which this control scrolls.
kit::NodeId area_around(Window& window, kit::NodeId id) {
    for (const kit::Node* parent = window.node(id); parent; parent = window.node(parent->parent))
        if (parent->role == Role::scroll) return parent->id;
    FAIL("it does not scroll");
    return {};
}

float height_of(Window& window, std::string_view button) {
    return window.placed(window.get(Role::button, button).id).box.height;
}

/// Scrolls the work of a team as far as it goes, and checks that the clock stays and covers nothing.
void check_clock_stays(Window& window) {
    window.click(Role::button, "Begin");
    window.click(Role::button, "Volgende");
    window.click(Role::button, "Volgend deel");
    const kit::NodeId area = area_around(window, window.get(Role::area, "Onze leervraag").id);
    const kit::NodeId clock = window.get(Role::region, "Klok").id;
    const kit::Rect before = window.placed(clock).box;
    // Beside a fixed clock there has to be room for the work.
    CHECK(window.placed(area).box.height > window.ui.frame().input().height * 0.45f);
    window.scroll(area, 0, 5000);
    window.settle();
    CHECK(window.ui.frame().scroll_offset(area).y > 0);
    CHECK(window.placed(clock).visible == before);
    const auto digits = std::find_if(window.ui.frame().tree().nodes().begin(), window.ui.frame().tree().nodes().end(),
                                     [](const kit::Node& node) { return node.name == "Nog 45 minuten"; });
    REQUIRE(digits != window.ui.frame().tree().nodes().end());
    CHECK(window.placed(digits->id).visible == window.placed(digits->id).box);
    for (const Placed& each : window.placed())
        if (is_operable(*each.node) && each.visible.width > 0 && !window.is_inside(*each.node, clock)) {
            INFO(describe(*each.node));
            CHECK_FALSE(each.visible.intersects(before));
        }
    window.click(Role::button, "Volgend deel");
    CHECK(window.ui.frame().scroll_offset(area).y == 0);
}

} // namespace

TEST_CASE("the button that goes on says where, and at the end it asks whether the meeting is over") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    CHECK(window->get(Role::button, "Volgende").help == "Naar " + team_name(*window, 0));
    CHECK(height_of(*window, "Volgende") > height_of(*window, "Pauze"));
    CHECK(window->placed(window->get(Role::button, "Terug, alsof je niet verder was gegaan").id).box.width > 60);
    window->click(Role::button, "Volgende");
    CHECK(window->get(Role::button, "Volgend deel").help == "Naar Leervraag en criteria");
    go_to_last(*window);
    window->click(Role::button, "Sluit af");
    CHECK(window->shows("Dit was het laatste onderdeel. Als je stopt, ziet de zaal dat het klaar is."));
    window->click(Role::button, "Nog niet");
    CHECK(shown_meeting(*window).live.state == planning::MeetingState::running);
    window->click(Role::button, "Toon op dit scherm");
    CHECK_FALSE(window->find(Role::button, "Volgende"));
    window->click(Role::button, "Stop");
    window->click(Role::button, "Ja, stop");
    CHECK(shown_meeting(*window).live.state == planning::MeetingState::over);
}

TEST_CASE("a pause says since when, what is on, and when a locked time ends it") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    const document::EntityKey key = shown_meeting(*window).agenda.items.at(1).key;
    window->click(Role::button, "Begin");
    pass_minutes(*window, 10);
    window->click(Role::button, "Pauze");
    pass_minutes(*window, 3);
    CHECK(window->find(Role::heading, "Inloop en welkom"));
    CHECK(has(words_in(*window, "Klok"), "Pauze sinds 13:10"));
    CHECK(has(words_in(*window, "Agenda"), "Pauze sinds 13:10"));
    CHECK_FALSE(has(words_in(*window, "Klok"), "klaar om"));
    CHECK_FALSE(has(words_in(*window, "Klok"), "begint"));
    CHECK(window->find(Role::text, "Pauze sinds 13:10"));
    window->planner.set_field({key, std::string(planning::agenda_field::start)}, "13:45");
    window->settle();
    CHECK(has(words_in(*window, "Klok"), "om 13:45 begint " + team_name(*window, 0)));
}

TEST_CASE("over time nobody is told that it gets ready") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    CHECK(has(words_in(*window, "Klok"), "klaar om 13:20"));
    CHECK(has(words_in(*window, "Agenda"), "bezig tot 13:20"));
    pass_minutes(*window, 25);
    CHECK(has(words_in(*window, "Klok"), "gepland tot 13:20"));
    CHECK_FALSE(has(words_in(*window, "Klok"), "klaar om"));
    CHECK(has(words_in(*window, "Agenda"), "5 minuten over de tijd"));
    CHECK_FALSE(has(words_in(*window, "Agenda"), "bezig tot"));
}

TEST_CASE("the clock stays in sight on a phone, and another part begins at its top") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world, "13:00", phone);
    check_clock_stays(*window);
    CHECK(window->placed(window->get(Role::region, "Klok").id).box.height < 70);
}

TEST_CASE("the clock stays in sight on a laptop, and another part begins at its top") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    check_clock_stays(*window);
}

TEST_CASE("the clock stays in sight in a low window, and another part begins at its top") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world, "13:00", {"1366x600", 1366, 600});
    check_clock_stays(*window);
}

TEST_CASE("the agenda adds up what lines have now, and what was skipped has no minutes") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world, "13:06");
    CHECK(has(words_in(*window, "Agenda"), "\n180 min\n"));
    window->click(Role::button, "Begin en houd 16:00 aan");
    CHECK(has(words_in(*window, "Agenda"), "\n180 min\n"));
    window->click(Role::button, "1: Rest korter, einde 16:00");
    CHECK(has(words_in(*window, "Agenda"), "\n174 min · plan 180 min\n"));
    window->click(Role::button, "Ga naar " + team_name(*window, 1));
    CHECK(has(words_in(*window, "Agenda"), "\novergeslagen\n"));
}

TEST_CASE("a pause counts in what the agenda adds up, in its line, and in what is told at the end") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    pass_minutes(*window, 5);
    window->click(Role::button, "Pauze");
    pass_minutes(*window, 12);
    window->click(Role::button, "Ga verder");
    CHECK(has(words_in(*window, "Agenda"), "\n192 min · plan 180 min\n"));
    CHECK(has(words_in(*window, "Agenda"), "\n20 min · 12 min pauze · bezig tot 13:32\n"));
    window->click(Role::button, "3: Later klaar, einde 16:12");
    CHECK(has(words_in(*window, "Agenda"), "\nplan 16:00\n"));
    go_to_last(*window);
    pass_minutes(*window, 175);
    stop_meeting(*window);
    CHECK(window->shows("Geëindigd om 16:12. 12 min later dan gepland. Afgesproken was 16:12."));
}

TEST_CASE("a part that people only passed by has no tick") {
    platform::HeadlessWorld world;
    const auto window = with_first_team(world);
    pass_minutes(*window, 6);
    window->click(Role::button, "Volgend deel");
    window->click(Role::button, "Volgend deel");
    CHECK(window->find(Role::button, "Deel 1, gedaan: Pitch"));
    CHECK(window->find(Role::button, "Deel 2: Leervraag en criteria"));
}

TEST_CASE("a talk begins when somebody says so, and the time of the team goes on") {
    platform::HeadlessWorld world;
    const auto window = with_first_team(world);
    pass_minutes(*window, 2);
    CHECK(window->find(Role::progress, "Pitch: 2 minuten bezig"));
    window->click(Role::button, "Tel vanaf nu");
    CHECK(window->find(Role::progress, "Pitch: 0 minuten bezig"));
    CHECK(window->find(Role::progress, "2 minuten bezig"));
    window->click(Role::button, "Deel 1, nu: Pitch");
    pass_minutes(*window, 1);
    window->click(Role::button, "Deel 1, nu: Pitch");
    CHECK(window->find(Role::progress, "Pitch: 1 minuut bezig"));
}

TEST_CASE("over their time people get minutes from now on") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    pass_minutes(*window, 26);
    window->click(Role::button, "5 minuten erbij");
    const auto left = [&] { return shown_meeting(*window).live.current_line()->remaining(); };
    const std::int64_t given = left();
    CHECK(given >= 5 * planning::ms_of_minute);
    CHECK(given < 6 * planning::ms_of_minute);
    window->click(Role::button, "1 minuut minder");
    CHECK(left() < given - planning::ms_of_minute + 1);
    CHECK(left() > given - 2 * planning::ms_of_minute);
}

TEST_CASE("ways to make up for time that come to the same are offered once, and a choice can be undone") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    const app::LiveMeeting meeting = shown_meeting(*window);
    app::go_to_line(window->planner, meeting, meeting.agenda.items.at(3));
    pass_minutes(*window, 190 - 25);
    CHECK(shown_meeting(*window).live.minutes_behind() > 3);
    CHECK(window->all(Role::region, "Tijd inhalen").size() == 1);
    std::size_t ways = 0;
    for (const kit::Node* button : window->all(Role::button))
        ways += button->name.starts_with("1: ") || button->name.starts_with("2: ") || button->name.starts_with("3: ");
    CHECK(ways == 2);
    window->click(Role::button, "3: Later klaar, einde 16:10");
    CHECK(shown_meeting(*window).live.minutes_behind() == 0);
    window->click(Role::button, "Ongedaan maken");
    CHECK(shown_meeting(*window).live.minutes_behind() == 10);
}

TEST_CASE("a pause stands in what was planned and what became of it") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    pass_minutes(*window, 10);
    window->click(Role::button, "Pauze");
    pass_minutes(*window, 7);
    window->click(Role::button, "Ga verder");
    stop_meeting(*window);
    CHECK(window->shows("Pauze om 13:10"));
    CHECK(window->shows("niet gepland"));
    CHECK(window->shows("7 min"));
}

TEST_CASE("time that is left over is offered, and changes nothing until somebody chooses") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    pass_minutes(*window, 16);
    window->click(Role::button, "Volgende");
    CHECK(shown_meeting(*window).live.minutes_behind() == -4);
    CHECK_FALSE(window->find(Role::region, "Tijd over"));
    window->click(Role::button, "1 minuut minder");
    CHECK(window->find(Role::region, "Tijd over"));
    CHECK_FALSE(window->find(Role::region, "Tijd inhalen"));
    CHECK(shown_meeting(*window).live.minutes_behind() == -5);
    window->click(Role::button, "Verdeel 5 min, einde 16:00");
    CHECK(shown_meeting(*window).live.minutes_behind() == 0);
    CHECK_FALSE(window->find(Role::region, "Tijd over"));
    window->planner.step(app::Step::undo);
    window->settle();
    window->click(Role::button, "Eerder klaar, einde 15:55");
    CHECK(shown_meeting(*window).live.minutes_behind() == 0);
    CHECK(window->shows("Einde 15:55"));
}

TEST_CASE("the run sheet says what the director's screen is for now, and the dashboard leads to it on the day itself") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    const std::string review = window->planner.route().review;
    const app::Route live = window->planner.route(), sheet = app::Route::run_sheets(review, live.item, live.participant);
    const auto check_button = [&](const char* label) {
        window->planner.go(sheet);
        window->settle();
        CHECK(window->find(Role::button, label));
        window->planner.go(live);
        window->settle();
    };
    check_button("Open de regie");
    window->click(Role::button, "Begin");
    check_button("Naar de regie");
    window->planner.go(app::Route::dashboard(review));
    window->settle();
    window->click(Role::link, "Nu bezig: " + window->planner.current()->process().run_sheet(live.item)->meeting.nl + ". Naar de regie");
    CHECK(window->planner.route() == live);
    stop_meeting(*window);
    check_button("Bekijk hoe het ging");

    const std::string link = "Vandaag: " + window->planner.current()->process().run_sheet(live.item)->meeting.nl + ". Open de regie";
    const auto on_day = [&](int days) {
        window->planner.set_field({review::review_key(), "kickoff_date"}, planning::format_day(planning::add_days(window->planner.today(), days)));
        window->planner.go(app::Route::dashboard(review));
        window->settle();
        return window->find(Role::link, link) != nullptr;
    };
    CHECK_FALSE(on_day(1));
    CHECK_FALSE(on_day(0));
    // Once it was held, what it leaves to be done stands there, until that is done; before its day it was a rehearsal.
    const std::string title = window->planner.current()->process().run_sheet(live.item)->meeting.nl;
    const auto led_to = [&](const std::string& what, int days = 0) {
        on_day(days);
        return window->find(Role::link, title + what) != nullptr;
    };
    const auto decide = [&](const std::string& only, app::TaskDecision decision) {
        std::vector<document::EntityKey> tasks;
        for (const planning::PlannedTask& task : window->planner.plan().tasks)
            if (only.empty() ? task.task->done_when != process::DoneWhen::messages : task.task->id == only) tasks.push_back(task.key);
        window->planner.decide_tasks(tasks, decision);
    };
    decide("startbijeenkomst", app::TaskDecision::undecided);
    CHECK_FALSE(led_to(": rond af", 1));
    CHECK(led_to(": rond af", -1));
    CHECK(led_to(": rond af"));
    window->click(Role::link, title + ": rond af");
    CHECK(window->planner.route() == live);
    decide("", app::TaskDecision::done);
    CHECK(led_to(": verstuur de berichten"));
    CHECK_FALSE(led_to(": rond af"));
    window->click(Role::link, title + ": verstuur de berichten");
    CHECK(window->planner.route() == app::Route::messages(review));
    decide("start_verslag", app::TaskDecision::done);
    CHECK_FALSE(led_to(": verstuur de berichten"));
}

TEST_CASE("shortcuts are told in plain words, and the bar of the room has words where there is room") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    window->click(Role::button, "Sneltoetsen en geluid");
    CHECK(window->shows("Page Down: verder, ook met een klikker voor dia’s"));
    window->click(Role::button, "Toon op dit scherm");
    CHECK(window->placed(window->get(Role::button, "Terug naar de regie").id).box.width > 100);
    window->set_shape(phone);
    window->settle();
    CHECK(window->placed(window->get(Role::button, "Terug naar de regie").id).box.width == 44);
}

TEST_CASE("whoever directs sees that the wall is empty") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    window->planner.on_projector(platform::ProjectorState::connected);
    window->settle();
    CHECK(window->find(Role::button, "Projectorvenster: aan"));
    window->act(window->get(Role::select, "Wat ziet de zaal?").id, kit::ActionKind::change, "blank");
    window->settle();
    CHECK(window->find(Role::button, "Projectorvenster: leeg"));
}

TEST_CASE("one press too many on the clicker does not end the meeting") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    for (int press = 0; press < 60; ++press) {
        window->plain_key("PageDown");
        window->settle();
    }
    CHECK(shown_meeting(*window).live.state == planning::MeetingState::running);
    const app::LiveMeeting last = shown_meeting(*window);
    CHECK(last.live.current == last.live.lines.size() - 1);
}

TEST_CASE("being far ahead is told in hours, and that of another day not in minutes") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world, "10:23");
    app::begin_meeting(window->planner, shown_meeting(*window), app::Beginning::as_planned);
    window->settle();
    CHECK(window->shows("2 u 37 min voor"));
    window->wait(30 * 60 * 60'000);
    window->settle();
    CHECK(window->shows("Andere dag dan gepland"));
}

TEST_CASE("as long as nobody says who is in the panel, the teams that it comes from can be heard") {
    platform::HeadlessWorld world;
    const auto window = with_review_day(world);
    window->click(Role::button, "Begin");
    const auto can_be_heard = [&](std::size_t team) {
        return window->find(Role::button, "Aan het woord: " + team_name(*window, team)) != nullptr;
    };
    for (const std::size_t team : {0U, 1U, 2U})
        CHECK(can_be_heard(team));
    window->click(Role::button, "Aan het woord: " + team_name(*window, 1));
    CHECK(window->find(Role::progress, team_name(*window, 1) + ": 1 keer"));
    const auto seats = window->planner.current()->process().bound_field("seats");
    const document::EntityKey seat = window->planner.add_row({seats.card->id, window->planner.route().participant, seats.field});
    window->planner.set_field({seat, "name"}, "Ömer");
    window->settle();
    CHECK(can_be_heard(0));
    CHECK(can_be_heard(1)); // it has been heard
    CHECK_FALSE(can_be_heard(2));
    CHECK(window->find(Role::button, "Aan het woord: Ömer"));
}
