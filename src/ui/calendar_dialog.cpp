#include "ui/kit/button.h"
#include "ui/kit/choice.h"
#include "ui/kit/dialog.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/list_line.h"
#include "ui/screens.h"

#include <algorithm>
#include <array>
#include <variant>

namespace planner::ui {

namespace {

constexpr std::size_t most_events = 8; ///< the rest is counted: a dialog is no list

std::string when_text(Context& c, const exchange::Event& event) {
    const auto* at = std::get_if<exchange::Appointment>(&event.when);
    const auto day = app::parse_day(at ? at->date : std::get<exchange::WholeDays>(event.when).first_day);
    const std::string date = day ? app::short_date(c.planner.texts(), *day, c.planner.today()) : "";
    return at ? date + " " + at->time : date;
}

void draw_contents(Context& c, const exchange::Calendar& calendar) {
    kit::Frame& frame = c.frame;
    const auto& texts = c.planner.texts();
    const auto deadlines = static_cast<std::size_t>(
        std::count_if(calendar.events.begin(), calendar.events.end(),
                      [](const exchange::Event& event) { return event.occupancy == exchange::Occupancy::free; }));
    const std::string total = texts.count("calendar.total", calendar.events.size());
    const kit::Card card(frame, {.padding = 12, .gap = 4, .name = total});
    kit::heading(frame, 3, total, {.style = kit::style::card_title, .icon = kit::icon::calendar});
    std::size_t meetings = 0;
    for (const exchange::Event& event : calendar.events)
        if (event.occupancy == exchange::Occupancy::busy && meetings++ < most_events)
            kit::text(frame, when_text(c, event) + " · " + event.summary, {.style = kit::style::meta, .color = frame.theme().ink_2});
    draw_more(c, meetings, most_events, "calendar.more");
    if (deadlines > 0)
        kit::text(frame, texts.count("calendar.deadlines", deadlines), {.style = kit::style::meta, .color = frame.theme().ink_2});
}

} // namespace

void draw_calendar_dialog(Context& c) {
    if (c.state.dialog != DialogKind::calendar || !c.planner.current() || !c.planner.current()->ready())
        return;
    kit::Frame& frame = c.frame;
    kit::Dialog dialog(frame, {.title = c.tr("calendar.title"), .key = "calendar", .close_name = c.tr("action.close"), .width = 560});
    std::vector<kit::Choice> choices;
    for (const auto& choice : c.planner.identity_choices(c.planner.current()->id()))
        choices.push_back({choice.value, choice.value.empty() ? c.tr("tasks.everybody") : choice.label});
    if (dialog.opened())
        c.state.calendar_of = planning::to_text(c.planner.identity());
    const auto named = std::find_if(choices.begin(), choices.end(),
                                    [&](const kit::Choice& choice) { return choice.value == c.state.calendar_of; });
    const kit::Choice& whose = named == choices.end() ? choices.front() : *named;
    if (auto chosen = kit::select(frame, {.label = c.tr("calendar.whose"), .value = whose.value, .choices = choices, .key = "whose"}))
        frame.defer([&state = c.state, chosen = *chosen] { state.calendar_of = chosen; });
    if (dialog.opened())
        frame.request_focus(frame.id("whose"));
    const planning::Identity identity = planning::identity_from_text(whose.value);
    const exchange::Calendar calendar = c.planner.calendar(identity);
    if (calendar.events.empty())
        kit::text(frame, c.tr("calendar.empty"), {.color = frame.theme().ink_2, .icon = kit::icon::info});
    else
        draw_contents(c, calendar);
    kit::text(frame, c.tr("calendar.again"), {.style = kit::style::meta, .color = frame.theme().ink_3});
    const std::string cancel = c.tr("action.cancel"), save = c.tr("calendar.download");
    const std::array buttons = {kit::ButtonOptions{.label = cancel},
                                kit::ButtonOptions{.label = save, .icon = kit::icon::download, .kind = kit::ButtonKind::primary,
                                                   .enabled = calendar.events.empty() ? kit::Enabled::no : kit::Enabled::yes}};
    const auto pressed = dialog.buttons(buttons);
    if (pressed == 1)
        frame.defer([&planner = c.planner, identity, name = whose.label] { planner.download_calendar(identity, name); });
    if (pressed || dialog.dismissed())
        frame.defer([&state = c.state] { state.dialog = DialogKind::none; });
}

} // namespace planner::ui
