#include "ui/live_parts.h"

#include "ui/kit/button.h"
#include "ui/kit/dialog.h"
#include "ui/kit/icons.h"
#include "ui/kit/text.h"

#include <algorithm>
#include <array>

namespace planner::ui {

namespace {

/// A step that people took no longer ago than this was a slip: nothing was done in the meantime.
constexpr std::int64_t slip = planning::ms_of_minute;

/// Two agenda lines that taking back the last step would put together: the one that people are in now would not have begun.
struct WayBack {
    std::string from, to, to_line;
    std::int64_t since = 0; ///< when people came in the line they are in
};

/// Nothing when the last step is to be taken back at once: a slip, or one within a line.
std::optional<WayBack> way_back(Context& c, const LiveView& view) {
    const auto step = planning::last_step(view.meeting.moments);
    if (!view.is_on() || !view.line() || !step || step->kind != planning::MomentKind::go || view.live().now - step->at <= slip)
        return std::nullopt;
    app::LiveMeeting before = app::live_meeting_before_last_step(c.planner, *view.sheet, view.subject);
    const planning::LiveLine* to = before.live.current_line();
    if (!to)
        return std::nullopt;
    return WayBack{live_title(c, *view.line()->line), live_title(c, *to->line), to->line->key.id, step->at};
}

/// Whether that dialog is open, and there is a review to ask it about.
bool is_asked(Context& c, DialogKind kind) {
    const app::OpenReview* open = c.planner.current();
    return c.state.dialog == kind && open && open->ready();
}

void close_dialog(Context& c) {
    c.state.dialog = DialogKind::none;
}

/// The teams of which the meeting was to choose a day and did not, behind each other.
std::string teams_without_day(Context& c, const planning::Live& live) {
    std::string names;
    for (const planning::LiveLine& line : live.lines) {
        if (!line.line->item)
            continue;
        const auto& parts = line.line->item->parts;
        if (std::any_of(parts.begin(), parts.end(), [&](const process::RunSheetPart& part) { return lacks_visit_day(c, part, line.line->participant); }))
            names += (names.empty() ? "" : ", ") + live_title(c, *line.line);
    }
    return names;
}

void draw_stop_dialog(Context& c) {
    if (!is_asked(c, DialogKind::stop_meeting))
        return;
    const LiveView view = live_view(c);
    const auto& lines = view.live().lines;
    const auto ahead = std::count_if(lines.begin(), lines.end(), [](const planning::LiveLine& line) { return line.state == planning::LineState::ahead; });
    kit::Dialog dialog(c.frame, {.title = c.tr("live.stop_title"), .key = "stop meeting", .close_name = c.tr("action.close"), .width = 480});
    kit::text(c.frame, ahead > 0 ? c.planner.texts().count("live.stop_text", static_cast<std::size_t>(ahead)) : c.tr("live.stop_text_last"));
    if (const std::string teams = teams_without_day(c, view.live()); !teams.empty())
        kit::text(c.frame, c.tr("live.stop_without_day", {{"teams", teams}}), {.color = c.frame.theme().warn, .icon = kit::icon::triangle_alert});
    const std::string not_yet = c.tr("live.stop_not"), sure = c.tr("live.stop_sure");
    const std::array buttons = {kit::ButtonOptions{.label = not_yet, .key = "not yet"},
                                kit::ButtonOptions{.label = sure, .kind = kit::ButtonKind::primary, .key = "sure"}};
    const auto pressed = dialog.buttons(buttons);
    if (dialog.opened())
        c.frame.request_focus(c.frame.id("not yet"));
    // Another laptop may have ended it.
    if (!pressed && !dialog.dismissed() && view.sheet && view.is_on())
        return;
    c.frame.defer([c, stop = pressed == 1u]() mutable {
        close_dialog(c);
        if (const LiveView now = live_view(c); stop && now.sheet)
            app::end_meeting(c.planner, now.meeting);
    });
}

void draw_back_dialog(Context& c) {
    if (!is_asked(c, DialogKind::step_back))
        return;
    const LiveView view = live_view(c);
    const std::optional<WayBack> way = view.sheet ? way_back(c, view) : std::nullopt;
    const std::string to = way ? way->to : "", from = way ? way->from : "", time = way ? clock_at(c, way->since) : "";
    kit::Dialog dialog(c.frame, {.title = c.tr("live.back_title", {{"title", to}}), .key = "step back", .close_name = c.tr("action.close"), .width = 560});
    kit::text(c.frame, c.tr("live.back_text", {{"title", from}, {"time", time}}));
    kit::text(c.frame, c.tr("live.back_choice", {{"title", from}, {"to", to}, {"time", time}}), {.color = c.frame.theme().ink_2});
    const std::string stay = c.tr("live.back_stay"), slipped = c.tr("live.back_slip"), go = c.tr("live.go_to", {{"title", to}});
    const std::array buttons = {kit::ButtonOptions{.label = stay, .key = "stay"}, kit::ButtonOptions{.label = slipped, .key = "slip"},
                                kit::ButtonOptions{.label = go, .kind = kit::ButtonKind::primary, .key = "go"}};
    const auto pressed = dialog.buttons(buttons);
    if (dialog.opened())
        c.frame.request_focus(c.frame.id("stay"));
    if (!pressed && !dialog.dismissed() && way)
        return;
    c.frame.defer([c, pressed, line = way ? way->to_line : std::string(), to]() mutable {
        close_dialog(c);
        const LiveView now = live_view(c);
        if (!now.sheet || !now.is_on())
            return;
        if (pressed == 1u)
            app::take_back_step(c.planner, now.meeting, c.tr("live.back_done", {{"title", to}}));
        const auto& items = now.meeting.agenda.items;
        const auto item = std::find_if(items.begin(), items.end(), [&](const planning::AgendaItem& each) { return each.key.id == line; });
        if (pressed == 2u && item != items.end())
            app::go_to_line(c.planner, now.meeting, *item);
    });
}

} // namespace

void ask_to_end(Context& c) {
    c.state.dialog = DialogKind::stop_meeting;
}

void ask_to_go_back(Context& c, const LiveView& view) {
    if (way_back(c, view))
        c.state.dialog = DialogKind::step_back;
    else
        app::step_back(c.planner, view.meeting);
}

void draw_live_dialogs(Context& c) {
    draw_stop_dialog(c);
    draw_back_dialog(c);
}

} // namespace planner::ui
