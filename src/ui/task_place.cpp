#include "ui/task_place.h"

#include "ui/holidays_dialog.h"
#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"

namespace planner::ui {

namespace {

void draw_dialog_button(Context& c, std::string_view key, DialogKind dialog) {
    kit::divider(c.frame);
    if (kit::button(c.frame, {.label = c.tr(key), .icon = kit::icon::calendar}))
        c.frame.defer([&state = c.state, dialog] { state.dialog = dialog; });
}

void draw_hours_link(Context& c) {
    const app::Route route = app::Route::hours(c.planner.route().review);
    if (kit::link(c.frame, {.label = c.tr("hours.show"),
                            .address = app::format_route(route),
                            .icon = kit::icon::clock,
                            .key = "hours"}))
        c.frame.defer([&planner = c.planner, route] { planner.go(route); });
}

} // namespace

void draw_task_place(Context& c, const planning::PlannedTask& task) {
    switch (task.task->place) {
    case process::WorkPlace::dates:
    case process::WorkPlace::visits: draw_dialog_button(c, "task.to_dates", DialogKind::dates); return;
    case process::WorkPlace::hours: break;
    case process::WorkPlace::none:
    case process::WorkPlace::panel:
    case process::WorkPlace::documents:
    case process::WorkPlace::messages:
    case process::WorkPlace::run_sheet:
    case process::WorkPlace::actions:
    case process::WorkPlace::participants: return;
    }
    kit::divider(c.frame);
    draw_hours_link(c);
}

void draw_planning_tools(Context& c) {
    const kit::Row row(c.frame.layout(), c.frame.px(16), kit::button_height(c.frame, kit::ButtonSize::small));
    draw_holidays_button(c);
    draw_hours_link(c);
}

} // namespace planner::ui
