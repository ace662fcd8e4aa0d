#include "run_sheet_scenes.h"
#include "app/run_sheets.h"

#include <doctest/doctest.h>

namespace planner::testing {

using kit::Role;
using Opened = std::unique_ptr<Window>;

namespace run_sheet {

Opened start_meeting(platform::HeadlessWorld& world) {
    return with_run_sheet(world, "startbijeenkomst");
}

Opened without_time(platform::HeadlessWorld& world) {
    auto window = with_new_review(world);
    rest(*window);
    window->click(Role::link, "Draaiboeken");
    return window;
}

Opened review_day(platform::HeadlessWorld& world) {
    return with_run_sheet(world, "reviewdag");
}

Opened too_long(platform::HeadlessWorld& world) {
    auto window = start_meeting(world);
    window->planner.add_participant({"Team met een heel lange naam", ""});
    window->planner.add_participant({"Team Vijf", ""});
    const auto agenda = shown_agenda(*window);
    window->planner.set_field({agenda.items.back().key, "start"}, "23:00");
    window->planner.set_field({agenda.items.front().key, "minutes"}, "0");
    rest(*window);
    return window;
}

Opened overlapping(platform::HeadlessWorld& world) {
    auto window = start_meeting(world);
    window->planner.set_field({shown_agenda(*window).items[2].key, "start"}, "13:31");
    rest(*window);
    return window;
}

Opened comments(platform::HeadlessWorld& world) {
    auto window = start_meeting(world);
    const auto agenda = shown_agenda(*window);
    app::decide_run_sheet(window->planner, agenda, planning::RunSheetState::comments);
    app::leave_out_agenda_item(window->planner, agenda.items.front());
    app::add_agenda_item(window->planner, agenda, &agenda.items[1]);
    window->settle();
    const std::string theirs = edited_elsewhere(*window, [&](app::Planner& planner) {
        planner.set_field({agenda.items[1].key, "minutes"}, "30");
        planner.set_field({agenda.items[1].key, "comment"}, "Wij hebben meer tijd nodig voor onze vraag.");
        app::decide_run_sheet(planner, agenda, planning::RunSheetState::draft);
    });
    window->planner.set_field({agenda.items[1].key, "minutes"}, "35");
    app::decide_run_sheet(window->planner, agenda, planning::RunSheetState::settled);
    window->open_file("terug.json", theirs);
    window->planner.confirm_import();
    rest(*window);
    return window;
}

Opened settled(platform::HeadlessWorld& world) {
    auto window = review_day(world);
    window->planner.set_author("Procesbegeleider");
    app::decide_run_sheet(window->planner, shown_agenda(*window), planning::RunSheetState::settled);
    rest(*window);
    return window;
}

Opened unknown(platform::HeadlessWorld& world) {
    auto window = with_example(world);
    window->planner.go(app::Route::run_sheets(window->planner.route().review, "weg"));
    window->settle();
    return window;
}

} // namespace run_sheet

Opened with_run_sheet(platform::HeadlessWorld& world, std::string_view sheet, Shape shape) {
    auto window = with_example(world, shape);
    window->planner.go(app::Route::run_sheets(window->planner.route().review, sheet));
    rest(*window);
    return window;
}

planning::Agenda shown_agenda(Window& window) {
    const app::Route& route = window.planner.route();
    const auto& sheets = window.planner.current()->process().run_sheets;
    const process::RunSheet* sheet = window.planner.current()->process().run_sheet(route.item);
    const process::RunSheet& shown = sheet ? *sheet : sheets.front();
    const std::string subject = route.participant.empty() ? window.planner.reading().subjects(shown.scope).front() : route.participant;
    return app::agenda_in(window.planner, shown, subject);
}

std::vector<Scene> run_sheet_scenes() {
    return {
        {"run sheet of the start meeting", run_sheet::start_meeting},
        {"run sheet without a start time", run_sheet::without_time},
        {"run sheet of a review day", run_sheet::review_day},
        {"run sheet that is too long", run_sheet::too_long},
        {"run sheet with a locked time that comes too early", run_sheet::overlapping},
        {"run sheet with comments and conflicts", run_sheet::comments},
        {"final run sheet", run_sheet::settled},
        {"unknown run sheet", run_sheet::unknown},
    };
}

} // namespace planner::testing
