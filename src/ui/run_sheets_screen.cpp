#include "ui/card_field.h"
#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/navigation.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/run_sheet_parts.h"
#include "ui/screens.h"
#include "ui/shell.h"
#include "ui/task_words.h"

#include "app/live.h"
#include "app/run_sheets.h"

#include <algorithm>

namespace planner::ui {

namespace {

/// One of the run sheets of this review: of the whole review, or of the day at one host.
struct Entry {
    const process::RunSheet* sheet;
    std::string subject;
    std::string label;
};

std::vector<Entry> entries(Context& c) {
    std::vector<Entry> result;
    const review::Review review = c.planner.reading();
    for (const process::RunSheet& sheet : c.planner.current()->process().run_sheets) {
        const auto subjects = review.subjects(sheet.scope);
        for (const std::string& subject : subjects) {
            const std::string title = sheet.title.in(c.language()), name = subject_name(c, subject);
            const bool alone = name.empty() || subjects.size() == 1;
            result.push_back({&sheet, subject, alone ? title : c.tr("card.of", {{"card", title}, {"participant", name}})});
        }
    }
    return result;
}

/// The one that the address names: the first of them when it names none, or no host.
const Entry* chosen_of(const std::vector<Entry>& all, const app::Route& route) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Entry& each) {
        return (route.item.empty() || each.sheet->id == route.item) &&
               (route.participant.empty() || each.subject == route.participant);
    });
    return found == all.end() ? nullptr : &*found;
}

void draw_choice(Context& c, const std::vector<Entry>& all, const Entry& chosen) {
    if (all.size() < 2)
        return;
    std::vector<kit::TabItem> tabs;
    std::vector<app::Route> routes;
    for (const Entry& each : all) {
        routes.push_back(app::Route::run_sheets(c.planner.route().review, each.sheet->id, each.subject));
        tabs.push_back({each.label, app::format_route(routes.back()), &each == &chosen});
    }
    if (const auto index = kit::tabs(c.frame, c.tr("run_sheet.choose"), tabs))
        c.frame.defer([&planner = c.planner, route = routes[*index]] { planner.go(route); });
}

void draw_left_out(Context& c, const SheetView& view) {
    if (view.agenda.left_out.empty() || !view.is_open())
        return;
    kit::Frame& frame = c.frame;
    const kit::Card card(frame, {.gap = 4, .name = c.tr("run_sheet.left_out")});
    kit::heading(frame, 2, c.tr("run_sheet.left_out"), {.style = kit::style::card_title, .color = frame.theme().ink_2});
    std::size_t number = 0;
    for (const planning::AgendaItem& item : view.agenda.left_out) {
        const kit::Scope scope(frame, item.key.id);
        const std::string name =
            c.tr("run_sheet.row", {{"number", std::to_string(++number)}, {"title", line_title(c, item)}});
        const kit::Row row(frame.layout(), frame.px(12), frame.px(40));
        kit::text(frame, name, {.color = frame.theme().ink_2});
        if (kit::button(frame, {.label = c.tr("run_sheet.put_back"), .icon = kit::icon::rotate_ccw,
                                .kind = kit::ButtonKind::quiet, .size = kit::ButtonSize::small,
                                .name = c.tr("run_sheet.put_back_named", {{"row", name}})}))
            frame.defer([&planner = c.planner, item] { app::put_back_agenda_item(planner, item); });
    }
}

void draw_sheet_tools(Context& c, const SheetView& view) {
    if (!view.is_open())
        return;
    kit::Frame& frame = c.frame;
    const kit::Row row(frame.layout(), frame.px(8));
    if (kit::button(frame, {.label = c.tr("run_sheet.add"), .icon = kit::icon::plus, .size = kit::ButtonSize::small}))
        frame.defer([&planner = c.planner, &state = c.state, agenda = view.agenda] {
            state.wanted_line = app::add_agenda_item(planner, agenda, nullptr).id;
        });
    if (app::differs_from_proposal(c.planner, view.agenda) &&
        kit::button(frame, {.label = c.tr("run_sheet.reset"), .icon = kit::icon::rotate_ccw,
                            .kind = kit::ButtonKind::quiet, .size = kit::ButtonSize::small}))
        frame.defer([&planner = c.planner, agenda = view.agenda] { app::reset_agenda(planner, agenda); });
}

/// What there is to do on the director's screen.
std::string_view live_button_key(Context& c, const SheetView& view) {
    switch (app::live_meeting(c.planner, *view.agenda.sheet, view.agenda.subject).live.state) {
    case planning::MeetingState::waiting: return "live.open";
    case planning::MeetingState::running:
    case planning::MeetingState::paused: return "live.open_running";
    case planning::MeetingState::over: return "live.open_over";
    }
    return {};
}

void draw_live_button(Context& c, const SheetView& view) {
    const app::Route route = app::Route::live(c.planner.route().review, view.agenda.sheet->id, view.agenda.subject);
    if (kit::button(c.frame, {.label = c.tr(live_button_key(c, view)), .icon = kit::icon::monitor_play, .kind = kit::ButtonKind::primary, .key = "live"}))
        c.frame.defer([&planner = c.planner, route] { planner.go(route); });
}

void draw_sheet(Context& c, const SheetView& view) {
    kit::Frame& frame = c.frame;
    draw_live_button(c, view);
    kit::text(frame, view.agenda.sheet->purpose.in(c.language()), {.color = frame.theme().ink_2});
    draw_run_sheet_head(c, view);
    draw_run_sheet_trouble(c, view);
    draw_run_sheet_lines(c, view);
    draw_sheet_tools(c, view);
    draw_left_out(c, view);
    const kit::Card card(frame, {.padding = 16});
    draw_plain_value(c, {planning::run_sheet_key(view.agenda.sheet->id, view.agenda.subject),
                         std::string(planning::run_sheet_field::comment)},
                     process::FieldKind::long_text, c.tr("run_sheet.comment"));
}

} // namespace

void draw_run_sheets_screen(Context& c) {
    const auto all = entries(c);
    const Entry* chosen = chosen_of(all, c.planner.route());
    const app::Route back = app::Route::dashboard(c.planner.route().review);
    if (all.empty()) {
        draw_shell(c, {.title = c.tr("run_sheet.title"), .back = back}, [&] {
            const kit::Card card(c.frame, {.padding = 32});
            kit::empty_state(c.frame, {.text = c.tr("run_sheet.none"), .icon = kit::icon::calendar_clock});
        });
        return;
    }
    if (!chosen) {
        draw_missing_screen(c);
        return;
    }
    const kit::Scope scope(c.frame, chosen->sheet->id + "." + chosen->subject);
    SheetView view{.agenda = app::agenda_in(c.planner, *chosen->sheet, chosen->subject), .held = was_held(c, *chosen->sheet, chosen->subject)};
    view.status = app::status_of(c.planner, view.agenda);
    const std::string name = subject_name(c, chosen->subject);
    draw_shell(c, {.title = chosen->sheet->title.in(c.language()), .subtitle = name.empty() ? c.planner.view().title : name, .back = back}, [&] {
        draw_choice(c, all, *chosen);
        draw_sheet(c, view);
    });
}

} // namespace planner::ui
