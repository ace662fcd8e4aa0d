#include "ui/live_parts.h"

#include "ui/kit/button.h"
#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"

#include <algorithm>
#include <cmath>

namespace planner::ui {

namespace {

using planning::ClockState;
using planning::MeetingState;

struct ClockLook {
    kit::Color ink;
    kit::Tone tone;
    std::string word; ///< "" for none
    std::string_view icon;
};

/// Colour, shape and word say the same.
ClockLook clock_look(Context& c, const LiveView& view) {
    const kit::Theme& t = c.frame.theme();
    if (view.live().state == MeetingState::paused)
        return {t.ink_2, kit::Tone::neutral, paused_text(c, view.live()), kit::icon::pause};
    switch (planning::clock_state(view.line()->remaining(), view.line()->allotted)) {
    case ClockState::plenty: return {t.ink, kit::Tone::accent, "", ""};
    case ClockState::nearly: return {t.ink, kit::Tone::warn, c.tr("live.nearly"), kit::icon::hourglass};
    case ClockState::last: return {t.warn, kit::Tone::warn, c.tr("live.last"), kit::icon::hourglass};
    case ClockState::over: return {t.late, kit::Tone::late, c.tr("live.over"), kit::icon::triangle_alert};
    }
    return {};
}

bool pause_is_over(const LiveView& view) {
    return view.live().paused_until && !view.live().goes_on_at();
}

/// As large as there is room for; smaller beside what is worked on.
kit::TextStyle digit_style(Context& c, const std::string& digits, bool beside_work) {
    kit::Frame& frame = c.frame;
    constexpr float probe = 100;
    const float width = kit::text_width(frame, digits, {probe, probe, kit::Weight::semibold});
    const float height = frame.input().height / frame.input().text_scale * (beside_work ? 0.12f : 0.25f);
    const float wanted = std::clamp(height, 56.0f, beside_work ? 96.0f : 196.0f);
    const float size = std::floor(std::min(wanted, probe * frame.layout().available() / width));
    return {size, std::round(size * 1.1f), kit::Weight::semibold};
}

float digits_width(Context& c, const std::string& digits, const kit::TextStyle& style) {
    return std::ceil(kit::text_width(c.frame, widest_countdown(digits), style)) + 1;
}

void draw_digits(Context& c, const LiveView& view, const ClockLook& look, const kit::TextStyle& style, kit::Alignment align) {
    kit::Frame& frame = c.frame;
    const kit::Rect rect = frame.layout().place(-1, frame.px(style.line_height));
    kit::place_text(frame, rect, countdown_text(view.line()->remaining()), style, look.ink, align);
    kit::Node node;
    node.id = frame.id("countdown");
    node.role = kit::Role::text;
    node.name = remaining_words(c, view.line()->remaining());
    node.appearance = kit::appearance(frame, kit::style::meta, look.ink); // the words are longer than the digits
    frame.tree().add(std::move(node), rect);
}

/// Who is busy, and since when.
void draw_began(Context& c, const LiveView& view) {
    const std::string began = c.tr("live.began_at", {{"time", clock_at(c, view.line()->began.value_or(view.live().now))}});
    const std::string who = view.line()->line->who(c.language());
    kit::text(c.frame, who.empty() ? began : who + " · " + began, {.style = kit::style::meta, .color = c.frame.theme().ink_3});
}

void draw_clock_head(Context& c, const LiveView& view) {
    kit::Frame& frame = c.frame;
    const planning::AgendaItem& item = *view.line()->line;
    const app::ParticipantView* team = c.planner.view().participant(item.participant);
    const float x = frame.layout().x(), y = frame.layout().y(), width = frame.layout().available();
    const float badge = team ? frame.px(44) : 0;
    float bottom = y;
    if (team) {
        const kit::Column column(frame.layout(), x, y + frame.px(6), badge, 0);
        kit::badge(frame, team->badge, 32);
    }
    {
        const kit::Column column(frame.layout(), x + badge, y, width - badge, 0);
        kit::heading(frame, 2, live_title(c, item), {.style = kit::style::title});
        draw_began(c, view);
        bottom = column.bottom();
    }
    frame.layout().place(-1, bottom - y);
}

/// Until when it goes on, as far as anybody knows: in a pause only when people know how long that lasts, or when the agenda
/// says when the next begins.
std::string until_text(Context& c, const LiveView& view) {
    const planning::LiveLine& line = *view.line();
    if (!view.runs() && !view.live().goes_on_at()) {
        const planning::LiveLine* next = view.live().next_locked();
        return next ? c.tr("live.locked_at", {{"time", clock_at(c, next->planned_start)}, {"title", live_title(c, *next->line)}}) : "";
    }
    if (line.remaining() < 0)
        return c.tr("live.planned_until", {{"time", clock_at(c, view.live().now + line.remaining())}});
    return c.tr("live.ready_at", {{"time", clock_at(c, line.end)}});
}

/// What the digits say in words, so that nobody takes them for the time of the day, or the word of the clock in that place, so
/// that nothing moves when it comes; and until when.
void draw_clock_bar(Context& c, const LiveView& view, const ClockLook& look) {
    kit::Frame& frame = c.frame;
    const planning::LiveLine& line = *view.line();
    const float fraction = line.allotted > 0 ? static_cast<float>(line.spent) / static_cast<float>(line.allotted) : 1;
    const std::string busy = c.planner.texts().count("live.busy", static_cast<std::size_t>(line.spent / planning::ms_of_minute));
    kit::progress_bar(frame, {.fraction = std::clamp(fraction, 0.0f, 1.0f), .name = busy, .tone = look.tone});
    const std::string until = until_text(c, view), remaining = remaining_words(c, line.remaining());
    const kit::Color ink = frame.theme().ink_2;
    const kit::ChipOptions chip{.label = look.word, .icon = look.icon, .tone = look.tone};
    const float left = look.word.empty() ? kit::text_width(frame, remaining, kit::style::meta) : kit::chip_width(frame, chip);
    const float room = frame.layout().available(), gap = frame.px(12), high = frame.px(28), low = frame.px(18);
    const bool beside = left + kit::text_width(frame, until, kit::style::meta) + gap <= room;
    const kit::Rect row = frame.layout().place(-1, high);
    const kit::Rect words{row.x, row.y + std::round((high - low) / 2), row.width, low};
    if (look.word.empty()) {
        kit::place_text(frame, words, remaining, kit::style::meta, ink);
    } else {
        const kit::Column column(frame.layout(), row.x, row.y, left, 0);
        kit::chip(frame, chip);
    }
    if (beside && !until.empty())
        kit::place_described_text(frame, {words.x + left + gap, words.y, words.width - left - gap, low}, until, kit::style::meta, ink, kit::Alignment::end);
    else if (!until.empty())
        kit::text(frame, until, {.style = kit::style::meta, .color = ink});
}

/// Where the next press leads; at the end to the question whether it is over.
struct NextStep {
    std::string label, where, help;
    bool ends = false;

    kit::ButtonOptions button(kit::ButtonKind kind) const {
        return {.label = label, .trailing_icon = ends ? kit::icon::circle_stop : kit::icon::skip_forward, .kind = kind,
                .key = "next", .help = help, .detail = where};
    }
};

NextStep next_step(Context& c, const LiveView& view) {
    const planning::MomentKind kind = planning::next_moment(view.live()).kind;
    if (kind == planning::MomentKind::stop)
        return {c.tr("live.finish"), c.tr("live.finish_where"), c.tr("live.finish_help"), true};
    const bool part = kind == planning::MomentKind::part;
    const std::string where = part ? view.line()->line->item->parts[view.line()->part + 1].title.in(c.language())
                                   : live_title(c, *view.live().next_line()->line);
    return {c.tr(part ? "live.next_part" : "live.next"), where, c.tr("live.next_to", {{"title", where}})};
}

void draw_next_button(Context& c, const NextStep& step, const kit::ButtonOptions& next) {
    kit::Frame& frame = c.frame;
    if (c.state.live.wanted == LiveFocus::next) {
        frame.request_focus(kit::button_id(frame, next));
        c.state.live.wanted = LiveFocus::none;
    }
    if (kit::button(frame, next))
        frame.defer([c, ends = step.ends]() mutable {
            if (ends)
                ask_to_end(c);
            else
                app::go_on(c.planner, live_view(c).meeting);
        });
}

/// More time or less, back, and a pause.
void draw_time_buttons(Context& c, const LiveView& view) {
    kit::Frame& frame = c.frame;
    const bool paused = view.live().state == MeetingState::paused;
    const auto minutes = [&](int count, const std::string& label, const std::string& name) {
        if (kit::button(frame, {.label = label, .size = kit::ButtonSize::small, .key = name, .name = name}))
            frame.defer([c, count]() mutable { app::give_minutes(c.planner, live_view(c).meeting, count); });
    };
    minutes(-1, c.tr("live.minute_less"), c.tr("live.minute_less_name"));
    minutes(1, c.tr("live.minute_more"), c.tr("live.minute_more_name"));
    minutes(5, c.tr("live.five_more"), c.tr("live.five_more_name"));
    const auto enabled = planning::last_step(view.meeting.moments) ? kit::Enabled::yes : kit::Enabled::no;
    if (kit::button(frame, {.label = c.tr("live.back"), .icon = kit::icon::undo_2, .size = kit::ButtonSize::small, .enabled = enabled, .key = "back",
                            .name = c.tr("live.back_help")}))
        frame.defer([c]() mutable { ask_to_go_back(c, live_view(c)); });
    if (kit::button(frame, {.label = c.tr(paused ? "live.resume" : "live.pause"), .icon = paused ? kit::icon::play : kit::icon::pause,
                            .kind = paused ? kit::ButtonKind::primary : kit::ButtonKind::secondary,
                            .size = kit::ButtonSize::small, .key = "pause"}))
        frame.defer([c]() mutable { app::pause_or_resume(c.planner, live_view(c).meeting); });
}

/// How long a pause lasts is what a room wants to know; it may go on longer, as pauses do.
void draw_pause_length(Context& c, const LiveView& view) {
    if (view.live().state != MeetingState::paused)
        return;
    kit::Frame& frame = c.frame;
    if (const auto until = view.live().goes_on_at())
        kit::text(frame, c.tr("live.room_go_on", {{"time", clock_at(c, *until)}}), {.style = kit::style::body_strong, .icon = kit::icon::clock});
    else if (pause_is_over(view))
        kit::text(frame, c.tr("live.pause_over"), {.style = kit::style::body_strong, .icon = kit::icon::bell});
    kit::text(frame, c.tr(view.live().goes_on_at() ? "live.pause_change" : "live.pause_length"), {.style = kit::style::meta, .color = frame.theme().ink_2});
    const kit::Row row(frame.layout(), frame.px(8));
    for (const int count : {5, 10, 15, 20}) {
        const std::string minutes = std::to_string(count);
        if (kit::button(frame, {.label = c.tr("live.minutes", {{"minutes", minutes}}), .size = kit::ButtonSize::small, .key = "pause " + minutes,
                                .name = c.tr("live.pause_of", {{"minutes", minutes}})}))
            frame.defer([c, count]() mutable { app::agree_on_pause(c.planner, live_view(c).meeting, count); });
    }
}

/// In one row where there is room, with the way on at its end; else that is below the others.
void draw_clock_buttons(Context& c, const LiveView& view) {
    kit::Frame& frame = c.frame;
    const NextStep step = next_step(c, view);
    // In a pause the way on is to go on.
    const bool paused = view.live().state == MeetingState::paused;
    kit::ButtonOptions next = step.button(paused ? kit::ButtonKind::secondary : kit::ButtonKind::primary);
    const bool phone = frame.room() == kit::Room::narrow;
    const float x = frame.layout().x(), y = frame.layout().y(), width = frame.layout().available(), gap = frame.px(8);
    float used = 0, bottom = y;
    {
        const kit::Column column(frame.layout(), x, y, width, 0);
        {
            const kit::Row row(frame.layout(), gap, phone ? 0 : frame.px(50));
            draw_time_buttons(c, view);
            used = frame.layout().flow().right;
        }
        bottom = column.bottom();
    }
    // Always at the same place, whatever it says: the button that is pressed most.
    const float rest = x + width - used - gap;
    const bool beside = rest >= frame.px(150);
    next.width = phone ? width : std::min(beside ? rest : width, frame.px(260));
    {
        const kit::Column column(frame.layout(), x + width - next.width, beside ? y : bottom + gap, next.width, 0);
        draw_next_button(c, step, next);
        bottom = std::max(bottom, column.bottom());
    }
    frame.layout().place(-1, bottom - y);
}

/// Said aloud when a line begins, at five minutes, at one, when its time is over and a minute later, and at the end of a
/// pause of which people know how long it lasts; never each second.
void announce(Context& c, const LiveView& view) {
    constexpr std::int64_t minute = planning::ms_of_minute;
    const std::int64_t left = view.line()->remaining();
    const std::string_view key = pause_is_over(view) ? "live.pause_over"
                                 : left <= -minute  ? "live.say_over"
                                 : left <= 0      ? "live.say_zero"
                                 : left <= minute ? "live.say_one"
                                 : left <= 5 * minute ? "live.say_five"
                                                      : "live.say_now";
    kit::Node node;
    node.id = c.frame.id("announcement");
    node.role = kit::Role::status;
    node.name = c.tr(key, {{"title", live_title(c, *view.line()->line)}});
    c.frame.tree().add(std::move(node), {c.frame.layout().x(), c.frame.layout().y(), 1, 1});
}

/// One frame when the shown second changes; in a pause none until people go on.
void wait_for_second(Context& c, const LiveView& view) {
    if (view.runs())
        c.frame.wake_after(until_next_second(view.line()->remaining()));
}

} // namespace

void draw_live_clock(Context& c, const LiveView& view) {
    if (!view.line())
        return;
    kit::Frame& frame = c.frame;
    const ClockLook look = clock_look(c, view);
    const kit::Card card(frame, {.padding = 16, .gap = 10, .name = c.tr("live.clock")});
    announce(c, view);
    const bool beside_work = view.part() != nullptr;
    const std::string digits = countdown_text(view.line()->remaining());
    const kit::TextStyle style = digit_style(c, digits, beside_work);
    const float x = frame.layout().x(), y = frame.layout().y(), width = frame.layout().available();
    const float left = digits_width(c, digits, style) + frame.px(20);
    if (beside_work && width - left > frame.px(290)) {
        float bottom = 0;
        {
            const kit::Column column(frame.layout(), x, y, left, 0);
            draw_digits(c, view, look, style, kit::Alignment::start);
            bottom = column.bottom();
        }
        {
            const kit::Column column(frame.layout(), x + left, y, width - left, frame.px(8));
            draw_clock_head(c, view);
            draw_clock_bar(c, view, look);
            bottom = std::max(bottom, column.bottom());
        }
        frame.layout().place(-1, bottom - y);
    } else {
        draw_clock_head(c, view);
        draw_digits(c, view, look, style, kit::Alignment::center);
        draw_clock_bar(c, view, look);
    }
    draw_clock_buttons(c, view);
    draw_pause_length(c, view);
    draw_live_line_parts(c, view);
    wait_for_second(c, view);
}

float draw_live_strip(Context& c, const LiveView& view, const kit::Rect& area) {
    kit::Frame& frame = c.frame;
    const ClockLook look = clock_look(c, view);
    kit::Node node;
    node.id = frame.id("strip");
    node.role = kit::Role::region;
    node.name = c.tr("live.clock");
    const kit::Container container(frame, std::move(node), area);
    kit::draw::Underlay underlay(frame);
    announce(c, view);
    const kit::TextStyle style{34, 40, kit::Weight::semibold};
    const float digits = digits_width(c, countdown_text(view.line()->remaining()), style), padding = frame.px(16), gap = frame.px(12);
    const float top = area.y + frame.px(8), room = area.width - 2 * padding - digits - gap;
    // As high with a word as without, so that nothing moves when it comes.
    float bottom = top + frame.px(kit::style::body_strong.line_height + kit::style::meta_strong.line_height);
    {
        const kit::Column column(frame.layout(), area.x + padding, top, room, 0);
        kit::heading(frame, 2, live_title(c, *view.line()->line), {.style = kit::style::body_strong});
        if (!look.word.empty())
            kit::text(frame, look.word, {.style = kit::style::meta_strong, .color = look.ink, .icon = look.icon});
        bottom = std::max(bottom, column.bottom());
    }
    {
        const kit::Column column(frame.layout(), area.right() - padding - digits, top, digits, 0);
        draw_digits(c, view, look, style, kit::Alignment::end);
        bottom = std::max(bottom, column.bottom());
    }
    const float height = bottom + frame.px(8) - area.y;
    underlay.under();
    kit::draw::fill(frame, {area.x, area.y, area.width, height}, frame.theme().surface);
    kit::draw::fill(frame, {area.x, area.y + height - 1, area.width, 1}, frame.theme().line);
    if (kit::Node* added = frame.tree().find_open(container.id()))
        added->box.height = height;
    wait_for_second(c, view);
    return height;
}

void draw_live_clock_under_strip(Context& c, const LiveView& view) {
    if (!view.line())
        return;
    const kit::Card card(c.frame, {.padding = 16, .gap = 10, .name = c.tr("live.clock_buttons")});
    draw_began(c, view);
    ClockLook look = clock_look(c, view);
    look.word.clear(); // the strip says it
    draw_clock_bar(c, view, look);
    draw_clock_buttons(c, view);
    draw_pause_length(c, view);
    draw_live_line_parts(c, view);
}

} // namespace planner::ui
