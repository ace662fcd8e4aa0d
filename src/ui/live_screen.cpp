#include "ui/live_parts.h"
#include "ui/room_view.h"
#include "ui/run_sheet_parts.h"
#include "ui/screens.h"
#include "ui/shell.h"

#include "ui/kit/button.h"
#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/scroll.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/kit/toast.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace planner::ui {

namespace {

using planning::MeetingState;

app::Route run_sheet_of(Context& c) {
    const app::Route& route = c.planner.route();
    return app::Route::run_sheets(route.review, route.item, route.participant);
}

/// A small word over a time.
void draw_meeting_fact(Context& c, const std::string& label, const std::string& value) {
    kit::Frame& frame = c.frame;
    const kit::Theme& t = frame.theme();
    const float width = std::max(kit::text_width(frame, label, kit::style::meta), kit::text_width(frame, value, kit::style::lead)) + 2;
    const kit::Rect rect = frame.layout().place(width, frame.px(42));
    kit::place_text(frame, {rect.x, rect.y, width, frame.px(18)}, label, kit::style::meta, t.on_dark_2, kit::Alignment::center);
    kit::place_text(frame, {rect.x, rect.y + frame.px(18), width, frame.px(24)}, value, kit::style::lead, t.on_dark, kit::Alignment::center);
    kit::Node node;
    node.id = frame.id("fact " + label);
    node.role = kit::Role::text;
    node.name = label + " " + value;
    node.appearance = kit::appearance(frame, kit::style::meta, t.on_dark_2); // breaks as what is drawn
    frame.tree().add(std::move(node), rect);
}

void draw_meeting_facts(Context& c, const LiveView& view) {
    const bool wide = c.frame.room() != kit::Room::narrow, counts = view.runs() || view.live().goes_on_at();
    if (counts && wide)
        draw_meeting_fact(c, c.tr("live.now"), clock_at(c, c.planner.now()));
    // A pause of which nobody knows the end stands still: when it began stays true.
    else if (const auto since = view.live().paused_since; since && wide)
        draw_meeting_fact(c, c.tr("live.paused_label"), clock_at(c, *since));
    if (view.is_on())
        draw_meeting_fact(c, c.tr("live.expected_end"), clock_at(c, view.live().end));
    const int behind = view.live().minutes_behind();
    if (view.is_on())
        kit::chip(c.frame, {.label = drift_text(c, behind), .icon = behind > 0 ? kit::icon::clock : kit::icon::check,
                            .tone = behind > 0 ? kit::Tone::warn : kit::Tone::ok});
}

void draw_meeting_tools(Context& c, const LiveView& view) {
    kit::Frame& frame = c.frame;
    const bool phone = frame.room() == kit::Room::narrow;
    draw_projector_button(c);
    if (!view.is_on())
        return;
    const std::string stop = c.tr("live.stop");
    if (phone ? kit::icon_button(frame, {.icon = kit::icon::circle_stop, .name = stop, .key = "stop", .ground = kit::Ground::dark})
              : kit::button(frame, {.label = stop, .icon = kit::icon::circle_stop, .key = "stop", .ground = kit::Ground::dark}))
        frame.defer([c]() mutable { ask_to_end(c); });
}

void draw_meeting_titles(Context& c, const LiveView& view) {
    kit::Frame& frame = c.frame;
    const std::string whose = view.subject.empty() ? "" : c.planner.reading().participant(view.subject)->name;
    kit::heading(frame, 1, view.sheet->meeting.in(c.language()), {.style = kit::style::lead, .color = frame.theme().on_dark});
    kit::text(frame, whose.empty() ? c.planner.view().title : whose, {.style = kit::style::meta, .color = frame.theme().on_dark_2});
}

void draw_way_back(Context& c) {
    if (kit::icon_button(c.frame, {.icon = kit::icon::arrow_left, .name = c.tr("live.leave"), .ground = kit::Ground::dark}))
        c.frame.defer([&planner = c.planner, route = run_sheet_of(c)] { planner.go(route); });
}

/// The dark bar over the meeting; on a small screen in lines below each other. Gives its height.
float draw_meeting_header(Context& c, const LiveView& view, const kit::Rect& area) {
    kit::Frame& frame = c.frame;
    HeaderFrame header(frame, area);
    kit::draw::Underlay underlay(frame);
    const bool wide = frame.room() == kit::Room::wide, phone = frame.room() == kit::Room::narrow;
    const float left = frame.px(12), side = kit::icon_button_size(frame, {.icon = {}, .name = {}});
    const float x = area.x + left + side + frame.px(8), room = area.right() - x - frame.px(16);
    float bottom = 0;
    {
        const kit::Column column(frame.layout(), area.x + left, area.y + frame.px(12), side, 0);
        draw_way_back(c);
    }
    {
        const kit::Column column(frame.layout(), x, area.y + frame.px(9), wide ? room * 0.3f : phone ? room - 2 * side - frame.px(4) : room, 0);
        draw_meeting_titles(c, view);
        bottom = column.bottom();
    }
    {
        if (phone) {
            const kit::Column column(frame.layout(), area.right() - frame.px(12) - 2 * side, area.y + frame.px(12), 2 * side + 1, 0);
            const kit::Row row(frame.layout(), 0, side);
            draw_meeting_tools(c, view);
        }
        // At the right edge, as wide as it was in the last frame.
        float& tools = frame.memory(frame.id("tools"));
        const float widest = room * 0.7f;
        const float start = wide ? area.right() - frame.px(16) - (tools > 0 ? std::min(tools, widest) : widest) : area.x + left + frame.px(4);
        const float limit = wide ? widest : area.right() - frame.px(16) - start;
        const kit::Column column(frame.layout(), start, wide ? area.y + frame.px(8) : bottom + frame.px(4), limit, 0);
        {
            const kit::Row row(frame.layout(), frame.px(phone ? 4 : 14), frame.px(44));
            draw_save_state(c, kit::Ground::dark);
            draw_meeting_facts(c, view);
            if (!phone)
                draw_meeting_tools(c, view);
            const float width = frame.layout().flow().right - start;
            if (std::abs(width - tools) > 0.5f)
                frame.wake_after(0);
            tools = width;
        }
        bottom = std::max(bottom, column.bottom());
    }
    const float height = bottom - area.y + frame.px(9);
    underlay.under();
    kit::draw::fill(frame, {area.x, area.y, area.width, height}, frame.theme().navigation);
    header.set_height(height);
    return height;
}

/// What of the clock stays in sight while the rest scrolls.
enum class PinnedClock { none, strip, whole };

PinnedClock pinned_clock(Context& c, const LiveView& view, const kit::Rect& area) {
    // Below it there has to be room for the work itself.
    constexpr float enough_for_whole = 600;
    if (!view.line() || header_scrolls(c.frame))
        return PinnedClock::none;
    return c.frame.room() != kit::Room::narrow && area.height >= c.frame.px(enough_for_whole) ? PinnedClock::whole : PinnedClock::strip;
}

/// Draws it at the top of an area and gives what is left: what scrolls there is never under it, so neither is the focus.
kit::Rect draw_pinned_clock(Context& c, const LiveView& view, const kit::Rect& area, PinnedClock pinned) {
    kit::Frame& frame = c.frame;
    float bottom = area.y;
    if (pinned == PinnedClock::strip)
        bottom += draw_live_strip(c, view, area);
    if (pinned == PinnedClock::whole) {
        const float across = frame.px(8);
        const kit::Column column(frame.layout(), area.x + across, area.y + frame.px(16), area.width - frame.input().scrollbar_width - 2 * across, 0);
        draw_live_clock(c, view);
        bottom = column.bottom();
    }
    return {area.x, bottom, area.width, std::max(1.0f, area.bottom() - bottom)};
}

/// Who goes to another part begins at the top of it.
void begin_at_top(Context& c, const LiveView& view, kit::NodeId area) {
    const process::RunSheetPart* part = view.part();
    const std::string place = view.line() ? view.line()->line->key.id + (part ? " " + part->id : "") : "";
    if (std::exchange(c.state.live.place, place) != place)
        c.frame.request_scroll(area, 0, 0);
}

void draw_centre(Context& c, const LiveView& view, PinnedClock pinned) {
    if (view.live().state == MeetingState::waiting)
        draw_live_beginning(c, view);
    if (view.live().state == MeetingState::over)
        draw_live_ending(c, view);
    if (pinned == PinnedClock::none)
        draw_live_clock(c, view);
    if (pinned == PinnedClock::strip)
        draw_live_clock_under_strip(c, view);
    draw_live_work(c, view);
}

void draw_aside(Context& c, const LiveView& view) {
    draw_live_notes(c, view);
    draw_live_room(c);
    draw_live_turns(c, view);
    draw_live_laptops(c);
    draw_live_shortcuts(c);
}

kit::ScrollOptions column_options(std::string_view key, const kit::Rect& area, std::string_view name) {
    return {.key = key, .area = area, .padding_across = 8, .padding_top = 16, .padding_bottom = 24, .gap = 16, .name = name};
}

/// Three columns that scroll apart, so that the clock stays in sight while something else is looked up.
void draw_meeting_columns(Context& c, const LiveView& view, const kit::Rect& page) {
    kit::Frame& frame = c.frame;
    // On a very wide screen lines would become too long to read.
    const float width = std::min(page.width, frame.px(2000)), edge = frame.px(8);
    const kit::Rect area{page.x + std::round((page.width - width) / 2), page.y, width, page.height};
    const float left = std::clamp(std::round(width * 0.2f), frame.px(320), frame.px(400));
    const float right = std::clamp(std::round(width * 0.22f), frame.px(356), frame.px(420));
    {
        const std::string name = c.tr("live.agenda_column");
        const kit::ScrollArea scroll(frame, column_options("agenda", {area.x + edge, area.y, left, area.height}, name));
        draw_time_behind(c, view); // what asks for a choice is not to be scrolled to
        draw_live_agenda(c, view);
        draw_time_left(c, view);
    }
    {
        const std::string name = c.tr("live.work");
        const kit::Rect middle{area.x + edge + left, area.y, area.width - left - right - 2 * edge, area.height};
        const PinnedClock pinned = pinned_clock(c, view, middle);
        kit::ScrollOptions options = column_options("work", draw_pinned_clock(c, view, middle, pinned), name);
        options.padding_bottom += kit::toast_room(frame);
        const kit::ScrollArea scroll(frame, options);
        begin_at_top(c, view, scroll.id());
        draw_notices(c);
        draw_centre(c, view, pinned);
    }
    const std::string name = c.tr("live.aside");
    const kit::ScrollArea scroll(frame, column_options("aside", {area.right() - right - edge, area.y, right, area.height}, name));
    draw_aside(c, view);
}

void draw_meeting_column(Context& c, const LiveView& view, const kit::Rect& area) {
    const PinnedClock pinned = pinned_clock(c, view, area);
    kit::ScrollOptions options = column_options("live", draw_pinned_clock(c, view, area, pinned), "");
    options.padding_bottom += kit::toast_room(c.frame);
    const bool with_header = header_scrolls(c.frame);
    if (with_header)
        options.padding_top = 0;
    const kit::ScrollArea scroll(c.frame, options);
    begin_at_top(c, view, scroll.id());
    if (with_header)
        place_scrolling_header(c.frame, area, [&](const kit::Rect& wide) { return draw_meeting_header(c, view, wide); });
    draw_notices(c);
    draw_centre(c, view, pinned);
    draw_time_behind(c, view);
    draw_time_left(c, view);
    draw_live_notes(c, view);
    draw_live_agenda(c, view);
    draw_live_room(c);
    draw_live_turns(c, view);
    draw_live_laptops(c);
    draw_live_shortcuts(c);
}

/// The laptop itself is what the room looks at.
void draw_as_room(Context& c, const LiveView& view) {
    kit::Frame& frame = c.frame;
    const bool narrow = frame.room() == kit::Room::narrow;
    const float bar = frame.px(44);
    const kit::Rect page{0, 0, frame.input().width, frame.input().height}, area{0, 0, page.width, std::max(1.0f, page.height - bar)};
    kit::Node node;
    node.id = frame.id("main");
    node.role = kit::Role::main;
    const kit::Container container(frame, std::move(node), page);
    draw_room(c, room_scene(c, view), area, view.live().now);
    kit::draw::fill(frame, {0, area.bottom(), page.width, bar}, frame.theme().navigation);
    const kit::Column column(frame.layout(), frame.px(8), area.bottom(), page.width - frame.px(16), 0);
    const kit::Row row(frame.layout(), frame.px(4), bar);
    const auto tool = [&](std::string_view icon, std::string_view key, auto command) {
        const std::string name = c.tr(key);
        if (narrow ? kit::icon_button(frame, {.icon = icon, .name = name, .ground = kit::Ground::dark})
                   : kit::button(frame, {.label = name, .icon = icon, .ground = kit::Ground::dark}))
            frame.defer(command);
    };
    tool(kit::icon::minimize_2, "live.back_to_directing", [&state = c.state.live] { state.one_screen = false; });
    if (!view.is_on())
        return;
    const bool paused = view.live().state == MeetingState::paused;
    tool(kit::icon::undo_2, "live.back", [c]() mutable { ask_to_go_back(c, live_view(c)); });
    tool(paused ? kit::icon::play : kit::icon::pause, paused ? "live.resume" : "live.pause", [c]() mutable { app::pause_or_resume(c.planner, live_view(c).meeting); });
    if (planning::next_moment(view.live()).kind == planning::MomentKind::stop)
        tool(kit::icon::circle_stop, "live.stop", [c]() mutable { ask_to_end(c); });
    else
        tool(kit::icon::skip_forward, "live.next", [c]() mutable { app::go_on(c.planner, live_view(c).meeting); });
}

/// Once for each line whose time is over, and for each pause, where somebody wants to hear that.
void sound_end(Context& c, const LiveView& view) {
    LiveState& state = c.state.live;
    const planning::Live& live = view.live();
    const std::int64_t over = view.runs() ? -view.line()->remaining() : live.now - live.paused_until.value_or(live.now + 1);
    if (over < 0) {
        state.sounded.clear();
        return;
    }
    const std::string what = view.runs() ? view.line()->line->key.id : "pause " + std::to_string(*live.paused_until);
    if (state.sound && over < planning::ms_of_minute && state.sounded != what)
        c.planner.chime();
    state.sounded = what;
}

/// The room sees what was typed in this very frame, not in the next; the screen stays on as long as the meeting.
void tell_outside(Context& c) {
    c.frame.at_end([c]() mutable {
        const app::OpenReview* open = c.planner.current();
        if (c.planner.route().screen != app::Screen::live || !open || !open->ready())
            return c.planner.keep_awake(platform::Awake::no);
        const LiveView view = live_view(c);
        if (!view.sheet)
            return;
        c.planner.keep_awake(view.is_on() ? platform::Awake::yes : platform::Awake::no);
        c.planner.project(app::write_scene(room_scene(c, view)));
        sound_end(c, view);
    });
}

} // namespace

void draw_live_screen(Context& c) {
    kit::Frame& frame = c.frame;
    take_up_desk(c);
    const LiveView view = live_view(c);
    if (!view.sheet) {
        draw_missing_screen(c);
        return;
    }
    const kit::Scope scope(frame, "live " + view.sheet->id + "." + view.subject);
    tell_outside(c);
    if (const auto until = view.live().goes_on_at())
        frame.wake_after(static_cast<double>(std::min(*until - view.live().now, planning::ms_of_minute - view.live().now % planning::ms_of_minute)));
    if (c.state.live.one_screen) {
        draw_as_room(c, view);
        return;
    }
    const kit::Rect page{0, 0, frame.input().width, frame.input().height};
    const bool scrolls = header_scrolls(frame);
    const float top = scrolls ? 0 : draw_meeting_header(c, view, page);
    const kit::Rect area{0, top, page.width, std::max(1.0f, page.height - top)};
    kit::Node node;
    node.id = frame.id("main");
    node.role = kit::Role::main;
    const kit::Container container(frame, std::move(node), area);
    if (frame.room() == kit::Room::wide && !scrolls)
        draw_meeting_columns(c, view, area);
    else
        draw_meeting_column(c, view, area);
}

} // namespace planner::ui
