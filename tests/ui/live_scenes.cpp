#include "live_scenes.h"

#include "app/live.h"
#include "planning/clock.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace planner::testing {

using kit::Role;
using Opened = std::unique_ptr<Window>;

namespace {

void set_clock(platform::HeadlessWorld& world, Window& window, std::string_view clock) {
    world.now = window.planner.local_midnight(world.now) + *planning::parse_clock(clock) * planning::ms_of_minute;
    window.frame();
    window.settle();
}

void direct(Window& window, std::string_view sheet, const std::string& subject, std::string_view clock) {
    window.planner.go(app::Route::live(window.planner.route().review, sheet, subject));
    rest(window);
    set_clock(window.world, window, clock);
}

Opened waiting(platform::HeadlessWorld& world) {
    return with_meeting(world, "13:06");
}

Opened without_time(platform::HeadlessWorld& world) {
    auto window = with_meeting(world);
    window->planner.set_field({review::review_key(), "kickoff_time"}, "");
    rest(*window);
    return window;
}

Opened welcome(platform::HeadlessWorld& world) {
    auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    return window;
}

Opened pitch(platform::HeadlessWorld& world) {
    auto window = welcome(world);
    pass_minutes(*window, 24);
    window->click(Role::button, "Volgende");
    pass_minutes(*window, 6);
    return window;
}

Opened team_question(platform::HeadlessWorld& world) {
    auto window = pitch(world);
    window->click(Role::button, "Volgend deel");
    app::add_note(window->planner, shown_meeting(*window), shown_meeting(*window).agenda.sheet->notes.front(), "Panel mag een les zien.");
    app::add_note(window->planner, shown_meeting(*window), shown_meeting(*window).agenda.sheet->notes.back(), "Rondgang met twee studenten 🙂");
    rest(*window);
    return window;
}

Opened over_time(platform::HeadlessWorld& world) {
    auto window = team_question(world);
    pass_minutes(*window, 50);
    window->planner.go(window->planner.route());
    return window;
}

Opened paused(platform::HeadlessWorld& world) {
    auto window = team_question(world);
    window->click(Role::button, "Pauze");
    rest(*window);
    return window;
}

Opened agreed_pause(platform::HeadlessWorld& world) {
    auto window = paused(world);
    window->click(Role::button, "Verder over 10 minuten");
    rest(*window);
    return window;
}

Opened pause_that_is_over(platform::HeadlessWorld& world) {
    auto window = agreed_pause(world);
    pass_minutes(*window, 11);
    return window;
}

Opened stopping(platform::HeadlessWorld& world) {
    auto window = team_question(world);
    window->click(Role::button, "Stop");
    rest(*window);
    return window;
}

Opened overlap(platform::HeadlessWorld& world) {
    auto window = team_question(world);
    const app::LiveMeeting meeting = shown_meeting(*window);
    for (const process::RunSheetPart& part : meeting.live.current_line()->line->item->parts)
        if (part.kind == process::PartKind::overlap)
            app::go_to_part(window->planner, meeting, part.id);
    rest(*window);
    return window;
}

Opened over(platform::HeadlessWorld& world) {
    auto window = over_time(world);
    stop_meeting(*window);
    rest(*window);
    return window;
}

Opened one_screen(platform::HeadlessWorld& world) {
    auto window = team_question(world);
    window->click(Role::button, "Toon op dit scherm");
    return window;
}

Opened one_screen_in_pause(platform::HeadlessWorld& world) {
    auto window = agreed_pause(world);
    window->click(Role::button, "Toon op dit scherm");
    return window;
}

Opened shortcuts(platform::HeadlessWorld& world) {
    auto window = welcome(world);
    window->click(Role::button, "Sneltoetsen en geluid");
    return window;
}

Opened day_waiting(platform::HeadlessWorld& world) {
    return with_review_day(world);
}

/// Goes on to the next line that begins with a part of this kind.
void go_on_to(Window& window, process::PartKind kind) {
    for (;;) {
        const app::LiveMeeting meeting = shown_meeting(window);
        const auto& parts = meeting.live.current_line()->line->item->parts;
        if (!parts.empty() && parts.front().kind == kind)
            return rest(window);
        REQUIRE(meeting.live.next_line());
        app::go_to_line(window.planner, meeting, *meeting.live.next_line()->line);
    }
}

Opened impressions(platform::HeadlessWorld& world) {
    auto window = with_review_day(world);
    app::begin_meeting(window->planner, shown_meeting(*window), app::Beginning::moved);
    go_on_to(*window, process::PartKind::impressions);
    const app::LiveMeeting meeting = shown_meeting(*window);
    for (const process::NoteKind& kind : meeting.agenda.sheet->notes)
        app::add_note(window->planner, shown_meeting(*window), kind, "Studenten kiezen zelf hun opdracht, maar pas in jaar twee: " + kind.id);
    rest(*window);
    return window;
}

Opened dragged_note(platform::HeadlessWorld& world) {
    auto window = with_findings(world);
    const auto& nodes = window->ui.frame().tree().nodes();
    const auto grip = std::find_if(nodes.begin(), nodes.end(), [](const kit::Node& node) { return node.drag; });
    REQUIRE(grip != nodes.end());
    const kit::NodeId id = grip->id;
    window->reveal(id);
    const kit::Rect box = window->placed(id).visible;
    window->press(box.x + box.width / 2, box.y + box.height / 2);
    window->move(box.x + 60, box.y + 30);
    return window;
}

Opened unknown(platform::HeadlessWorld& world) {
    auto window = with_meeting(world);
    window->planner.go(app::Route::live(window->planner.route().review, "weg"));
    window->settle();
    return window;
}

} // namespace

std::unique_ptr<Window> with_meeting(platform::HeadlessWorld& world, std::string_view clock, Shape shape) {
    auto window = with_example(world, shape);
    window->planner.set_field({review::review_key(), "kickoff_time"}, "13:00");
    direct(*window, "startbijeenkomst", "", clock);
    return window;
}

std::unique_ptr<Window> with_first_team(platform::HeadlessWorld& world) {
    auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    window->click(Role::button, "Volgende");
    return window;
}

std::unique_ptr<Window> with_review_day(platform::HeadlessWorld& world, Shape shape) {
    auto window = with_example(world, shape);
    direct_review_day(*window);
    return window;
}

void direct_review_day(Window& window) {
    const std::string host = window.planner.view().participants.front().participant.id;
    window.planner.set_field({review::visit_key(host), "time"}, "09:00");
    direct(window, "reviewdag", host, "09:00");
}

std::unique_ptr<Window> with_findings(platform::HeadlessWorld& world) {
    auto window = impressions(world);
    go_on_to(*window, process::PartKind::findings);
    return window;
}

void pass_minutes(Window& window, int minutes) {
    window.wait(minutes * 60'000);
    window.frame();
    window.settle();
}

void stop_meeting(Window& window) {
    window.click(Role::button, "Stop");
    if (window.find(Role::button, "Ja, stop"))
        window.click(Role::button, "Ja, stop");
}

app::LiveMeeting shown_meeting(Window& window) {
    const app::Route& route = window.planner.route();
    return app::live_meeting(window.planner, *window.planner.current()->process().run_sheet(route.item), route.participant);
}

std::vector<Scene> live_scenes() {
    return {
        {"a meeting about to begin, late", waiting},
        {"a meeting without a time", without_time},
        {"the welcome of a meeting", welcome},
        {"a pitch", pitch},
        {"the question of a team, with notes", team_question},
        {"a line over its time, with ways to make up", over_time},
        {"a pause", paused},
        {"a pause of which people know how long it lasts", agreed_pause},
        {"a pause that lasts longer than people agreed", pause_that_is_over},
        {"the question whether a meeting is over", stopping},
        {"learning questions beside each other", overlap},
        {"a meeting that is over", over},
        {"the director's own screen for the room", one_screen},
        {"a pause on the director's own screen for the room", one_screen_in_pause},
        {"the shortcuts of a meeting", shortcuts},
        {"a review day about to begin", day_waiting},
        {"impressions of a round", impressions},
        {"impressions to be worked out", with_findings},
        {"a note that is dragged", dragged_note},
        {"a meeting that does not exist", unknown},
    };
}

} // namespace planner::testing
