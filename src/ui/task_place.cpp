#include "ui/task_place.h"

#include "ui/holidays_dialog.h"
#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/message_panel.h"
#include "ui/task_words.h"

#include <algorithm>

namespace planner::ui {

namespace {

using process::WorkPlace;

void draw_dialog_button(Context& c, const std::string& label, std::string_view icon, DialogKind dialog,
                        const std::string& subject = {}) {
    if (kit::button(c.frame, {.label = label, .icon = icon}))
        c.frame.defer([&state = c.state, dialog, subject] {
            state.dialog = dialog;
            state.dialog_subject = subject;
        });
}

/// A place that each visit or participant has for itself.
struct OwnPlace {
    DialogKind dialog;
    std::string_view label;
    std::string_view icon;
};

OwnPlace own_place(WorkPlace place) {
    switch (place) {
    case WorkPlace::documents: return {DialogKind::documents, "dashboard.documents_of", kit::icon::file_text};
    case WorkPlace::actions: return {DialogKind::actions, "dashboard.follow_up_of", kit::icon::footprints};
    default: return {DialogKind::visit, "task.panel_of", kit::icon::users_round};
    }
}

/// Whose panels, documents or actions a task is about. Who is asked for people sends them to the panels of others.
std::vector<std::string> owners_of(const review::Review& review, const planning::PlannedTask& task) {
    using process::Scope;
    const WorkPlace place = task.task->place;
    const Scope scope = task.task->scope;
    const process::Card* actions = review.process().bound_field("actions").card;
    std::vector<std::string> owners = review.subjects(place == WorkPlace::actions && actions ? actions->scope : Scope::host);
    if (scope == Scope::review)
        return owners;
    const auto own = std::find(owners.begin(), owners.end(), task.subject);
    const bool sends = place == WorkPlace::panel && scope != Scope::host && owners != std::vector{task.subject};
    if (!sends)
        return {own == owners.end() ? review.host_of(task.subject) : task.subject};
    if (own != owners.end())
        owners.erase(own);
    return owners;
}

void draw_own_places(Context& c, const planning::PlannedTask& task) {
    const OwnPlace place = own_place(task.task->place);
    const kit::Row row(c.frame.layout(), c.frame.px(8));
    for (const std::string& owner : owners_of(c.planner.reading(), task)) {
        const kit::Scope scope(c.frame, owner);
        draw_dialog_button(c, c.tr(place.label, {{"participant", subject_name(c, owner)}}), place.icon, place.dialog, owner);
    }
}

void draw_message_link(Context& c, const planning::PlannedMessage& message) {
    const app::Route route = app::Route::messages(c.planner.route().review, message.key.id);
    const std::string label = message.message->title.in(c.language()) + " · " + audience_text(c, message);
    if (kit::link(c.frame, {.label = label,
                            .address = app::format_route(route),
                            .icon = kit::icon::mail,
                            .trailing_icon = kit::icon::arrow_right,
                            .key = message.key.id}))
        c.frame.defer([&planner = c.planner, route] { planner.go(route); });
}

/// The messages that are the work of a task, or why there are none yet.
void draw_messages_of(Context& c, const planning::PlannedTask& task) {
    bool any = false;
    for (const planning::PlannedMessage& message : c.planner.messages()) {
        if (message.message->on != process::MessageOn::task || c.planner.plan().tasks[message.task].key != task.key)
            continue;
        any = true;
        draw_message_link(c, message);
    }
    if (any)
        return;
    kit::text(c.frame, c.tr("task.no_messages"), {.style = kit::style::meta, .color = c.frame.theme().ink_3});
    const app::Route route = app::Route::messages(c.planner.route().review);
    if (kit::link(c.frame, {.label = c.tr("messages.title"), .address = app::format_route(route), .icon = kit::icon::mail,
                            .trailing_icon = kit::icon::arrow_right}))
        c.frame.defer([&planner = c.planner, route] { planner.go(route); });
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
    const WorkPlace place = task.task->place;
    // A run sheet has a link of its own.
    if (place == WorkPlace::none || place == WorkPlace::run_sheet)
        return;
    kit::divider(c.frame);
    switch (place) {
    case WorkPlace::dates:
    case WorkPlace::visits: return draw_dialog_button(c, c.tr("task.to_dates"), kit::icon::calendar, DialogKind::dates);
    case WorkPlace::participants:
        return draw_dialog_button(c, c.tr("dashboard.details"), kit::icon::users_round, DialogKind::participants);
    case WorkPlace::hours: return draw_hours_link(c);
    case WorkPlace::messages: return draw_messages_of(c, task);
    default: return draw_own_places(c, task);
    }
}

void draw_planning_tools(Context& c) {
    const kit::Row row(c.frame.layout(), c.frame.px(16), kit::button_height(c.frame, kit::ButtonSize::small));
    draw_holidays_button(c);
    draw_hours_link(c);
}

} // namespace planner::ui
