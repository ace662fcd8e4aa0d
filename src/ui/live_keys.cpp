#include "ui/live_parts.h"

#include "ui/kit/button.h"
#include "ui/kit/choice.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"

#include <algorithm>

namespace planner::ui {

namespace {

using planning::MeetingState;

void show_room(Context& c, app::RoomShows shows) {
    app::RoomShows& now = c.state.live.shows;
    now = now == shows ? app::RoomShows::follow : shows;
}

void next_theme(Context& c) {
    app::RoomTheme& theme = c.state.live.theme;
    theme = theme == app::RoomTheme::light ? app::RoomTheme::dark : theme == app::RoomTheme::dark ? app::RoomTheme::contrast : app::RoomTheme::light;
}

/// As the button does: one press too many at the last item does not end the meeting.
void next_item(Context& c, const LiveView& view) {
    if (planning::next_moment(view.live()).kind != planning::MomentKind::stop)
        app::go_on(c.planner, view.meeting);
}

struct Shortcut {
    std::string_view key, text; ///< the letter, and the key of what it does in words
    bool letter;                ///< may be switched off
    bool meeting;               ///< only while the meeting is on
    void (*run)(Context&, const LiveView&);
};

// The first letters are those of the Dutch words; a clicker for slides sends PageUp and PageDown.
constexpr Shortcut shortcuts[] = {
    {"PageDown", "live.key_clicker_next", false, true, next_item},
    {"PageUp", "live.key_clicker_back", false, true, [](Context& c, const LiveView& view) { ask_to_go_back(c, view); }},
    {"v", "live.key_next", true, true, next_item},
    {"t", "live.key_back", true, true, [](Context& c, const LiveView& view) { ask_to_go_back(c, view); }},
    {"p", "live.key_pause", true, true, [](Context& c, const LiveView& view) { app::pause_or_resume(c.planner, view.meeting); }},
    {"+", "live.key_one", true, true, [](Context& c, const LiveView& view) { app::give_minutes(c.planner, view.meeting, 1); }},
    {"-", "live.key_less", true, true, [](Context& c, const LiveView& view) { app::give_minutes(c.planner, view.meeting, -1); }},
    {"5", "live.key_five", true, true, [](Context& c, const LiveView& view) { app::give_minutes(c.planner, view.meeting, 5); }},
    {"1", "live.key_shorten", true, true, [](Context& c, const LiveView& view) { app::repair(c.planner, view.meeting, planning::RepairKind::shorten); }},
    {"2", "live.key_run_over", true, true, [](Context& c, const LiveView& view) { app::repair(c.planner, view.meeting, planning::RepairKind::run_over); }},
    {"3", "live.key_later", true, true, [](Context& c, const LiveView& view) { app::repair(c.planner, view.meeting, planning::RepairKind::later); }},
    {"n", "live.key_note", true, false, [](Context& c, const LiveView&) { c.state.live.wanted = LiveFocus::note; }},
    {"k", "live.key_card", true, true, [](Context& c, const LiveView&) { c.state.live.wanted = LiveFocus::work; }},
    {"a", "live.key_agenda", true, false, [](Context& c, const LiveView&) { show_room(c, app::RoomShows::agenda); }},
    {"z", "live.key_blank", true, false, [](Context& c, const LiveView&) { show_room(c, app::RoomShows::blank); }},
    {"d", "live.key_theme", true, false, [](Context& c, const LiveView&) { next_theme(c); }},
};

/// As it stands on a keyboard.
std::string shown_key(std::string_view key) {
    if (key == "PageDown" || key == "PageUp")
        return key == "PageDown" ? "Page Down" : "Page Up";
    std::string text(key);
    if (text.size() == 1 && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

} // namespace

bool live_key(Context& c, std::string_view key) {
    if (key == "Escape" && c.state.live.one_screen) {
        c.state.live.one_screen = false;
        return true;
    }
    const LiveView view = live_view(c);
    if (!view.sheet)
        return false;
    const std::string small = key.size() == 1 && key[0] >= 'A' && key[0] <= 'Z' ? std::string(1, static_cast<char>(key[0] - 'A' + 'a')) : std::string(key == "=" ? "+" : key);
    const auto found = std::find_if(std::begin(shortcuts), std::end(shortcuts), [&](const Shortcut& each) { return each.key == small; });
    if (found == std::end(shortcuts) || (found->letter && !c.state.live.letters) || (found->meeting && !view.is_on()))
        return false;
    found->run(c, view);
    return true;
}

void draw_live_shortcuts(Context& c) {
    kit::Frame& frame = c.frame;
    LiveState& state = c.state.live;
    const kit::Card card(frame, {.padding = 12, .gap = 6, .name = c.tr("live.shortcuts")});
    if (kit::button(frame, {.label = c.tr("live.shortcuts"), .icon = state.shortcuts_open ? kit::icon::chevron_up : kit::icon::chevron_down,
                            .kind = kit::ButtonKind::quiet, .size = kit::ButtonSize::small, .key = "open shortcuts", .expanded = state.shortcuts_open}))
        frame.defer([&state] { state.shortcuts_open = !state.shortcuts_open; });
    if (!state.shortcuts_open)
        return;
    if (const auto letters = kit::checkbox(frame, {.label = c.tr("live.letters"), .checked = state.letters}))
        frame.defer([&state, on = *letters] { state.letters = on; });
    if (const auto sound = kit::checkbox(frame, {.label = c.tr("live.sound"), .checked = state.sound}))
        frame.defer([&state, on = *sound] { state.sound = on; });
    for (const Shortcut& each : shortcuts) {
        const kit::Scope scope(frame, each.key);
        kit::text(frame, c.tr("live.key_line", {{"key", shown_key(each.key)}, {"what", c.tr(each.text)}}), {.style = kit::style::body_dense});
    }
}

} // namespace planner::ui
