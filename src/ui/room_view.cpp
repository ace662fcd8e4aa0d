#include "ui/room_view.h"

#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/text.h"
#include "ui/live_parts.h"

#include <algorithm>
#include <cmath>

namespace planner::ui {

namespace {

using app::RoomKind;
using kit::rgb;

constexpr RoomColors room_light = {
    .ground = rgb(0xFFFFFF), .ink = rgb(0x10201F), .ink_2 = rgb(0x33423F), .label = rgb(0x0A4B49), .over = rgb(0xA8201A),
    .field = rgb(0xFFFFFF), .field_line = rgb(0x0B5F5C), .tile = rgb(0xD7EAE7), .tile_ink = rgb(0x0A3F3D),
    .strip = rgb(0xEDECE6), .bar = rgb(0x0B5F5C), .track = rgb(0xD8DDD9), .now = rgb(0xF2B63C), .now_line = rgb(0x8F5F00),
    .open_line = rgb(0x7F827B)};
constexpr RoomColors room_dark = {
    .ground = rgb(0x0A1D1D), .ink = rgb(0xFFFFFF), .ink_2 = rgb(0xC6D9D5), .label = rgb(0xA9DAD3), .over = rgb(0xFFB3AB),
    .field = rgb(0x102B2A), .field_line = rgb(0x7FB5AF), .tile = rgb(0x1E4E4B), .tile_ink = rgb(0xFFFFFF),
    .strip = rgb(0x143433), .bar = rgb(0xA9DAD3), .track = rgb(0x2D4847), .now = rgb(0xF7C65B), .now_line = rgb(0xF7C65B),
    .open_line = rgb(0x7FB5AF)};
constexpr RoomColors room_contrast = {
    .ground = rgb(0x000000), .ink = rgb(0xFFFFFF), .ink_2 = rgb(0xFFFFFF), .label = rgb(0xFFE45C), .over = rgb(0xFFE45C),
    .field = rgb(0x000000), .field_line = rgb(0xFFFFFF), .tile = rgb(0xFFFFFF), .tile_ink = rgb(0x000000),
    .strip = rgb(0x000000), .bar = rgb(0xFFFFFF), .track = rgb(0x444444), .now = rgb(0xFFE45C), .now_line = rgb(0xFFE45C),
    .open_line = rgb(0xFFFFFF)};

// Fractions of the height. Letters are measured by their font, of which a digit takes two thirds.
constexpr float room_small = 0.0410f, room_middle = 0.056f, room_large = 0.072f, room_digits = 0.381f;
constexpr float room_line = 1.25f;           ///< line height by font size
constexpr std::size_t most_room_lines = 7;

/// Draws texts in sizes that are fractions of the height, whatever size of text this computer is set to.
class Room {
public:
    Room(Context& context, const app::RoomScene& shown, const kit::Rect& where, std::int64_t time)
        : c(context), frame(context.frame), scene(shown), area(where), now(time), colors(room_colors(shown.theme)) {}

    void draw() {
        kit::draw::fill(frame, area, colors.ground);
        switch (scene.kind) {
        case RoomKind::waiting:
        case RoomKind::blank: break;
        case RoomKind::message: draw_message(); break;
        case RoomKind::agenda: draw_agenda(); break;
        case RoomKind::clock:
        case RoomKind::field: draw_line(); break;
        }
    }

private:
    /// On a screen that stands upright the width says how large letters can be.
    float base() const { return std::min(area.height, area.width * 0.9f); }
    float h(float fraction) const { return std::round(base() * fraction); }
    float margin() const { return std::round(std::min(h(0.0593f), area.width * 0.05f)); }
    kit::TextStyle style(float fraction, kit::Weight weight = kit::Weight::regular) const {
        const float scale = frame.input().text_scale, size = base() * fraction / scale;
        return {size, size * room_line, weight};
    }
    float width_of(std::string_view text, const kit::TextStyle& look) const { return std::ceil(kit::text_width(frame, text, look)) + 1; }

    /// A described text from (x, y) in a width; gives the y below it.
    float text(float x, float y, float width, const std::string& words, const kit::TextStyle& look, kit::Color color,
               kit::Alignment align = kit::Alignment::start) {
        if (words.empty())
            return y;
        const kit::Column column(frame.layout(), x, y, std::max(1.0f, width), 0);
        kit::text(frame, words, {.style = look, .color = color, .align = align});
        return column.bottom();
    }

    void draw_title() {
        const kit::Scope scope(frame, "title");
        const float left = area.x + margin(), top = area.y + h(0.04f);
        float x = left;
        if (!scene.badge.empty()) {
            const kit::Rect tile{x, top, h(0.078f), h(0.078f)};
            kit::draw::fill(frame, tile, colors.tile, h(0.011f));
            const kit::TextStyle letter = style(0.05f, kit::Weight::semibold);
            kit::place_text(frame, {tile.x, tile.y + std::round((tile.height - frame.px(letter.line_height)) / 2), tile.width, tile.height},
                            scene.badge, letter, colors.tile_ink, kit::Alignment::center);
            x = tile.right() + h(0.03f);
        }
        const float room = area.right() - margin() - parts_width() - x;
        const kit::TextStyle title = style(0.056f, kit::Weight::semibold);
        const std::string shown = first_line_of(scene.title, title, room);
        const float width = std::min(room, width_of(shown, title) + 1);
        {
            const kit::Column column(frame.layout(), x, top + h(0.003f), width, 0);
            kit::heading(frame, 1, shown, {.style = title, .color = colors.ink});
        }
        const float after = width + h(0.03f);
        if (after + width_of(scene.subtitle, style(room_small)) < room)
            text(x + after, top + h(0.017f), room - after, scene.subtitle, style(room_small), colors.ink_2);
        draw_parts(top);
    }

    /// As much of a text as stands on one line.
    std::string first_line_of(const std::string& words, const kit::TextStyle& look, float width) {
        const kit::BrokenText& broken = frame.text().lines(words, look.weight, frame.px(look.size), frame.px(look.line_height), std::max(1.0f, width));
        return broken.lines.size() < 2 ? words : words.substr(0, broken.lines.front().end);
    }

    float pills_width() const {
        const float count = static_cast<float>(scene.parts), width = count * h(0.053f) + (count - 1) * h(0.016f);
        return width < area.width * 0.3f ? width : 0;
    }
    float parts_width() const {
        if (scene.parts < 2)
            return 0;
        const float pills = pills_width();
        return pills + (pills > 0 ? h(0.03f) : 0) + width_of(scene.part_text, style(room_small)) + h(0.03f);
    }

    /// "Deel 2 van 4", with a pill for each part where there is room.
    void draw_parts(float top) {
        if (scene.parts < 2)
            return;
        const kit::Scope scope(frame, "parts");
        const float pill = h(0.053f), gap = h(0.016f), pills = pills_width();
        float x = area.right() - margin() - pills;
        const float width = width_of(scene.part_text, style(room_small));
        text(x - width - (pills > 0 ? h(0.03f) : 0), top + h(0.014f), width, scene.part_text, style(room_small), colors.ink_2);
        for (std::size_t i = 0; pills > 0 && i < scene.parts; ++i) {
            const kit::Rect rect{x, top + h(0.029f), pill, h(0.02f)};
            if (i <= scene.part)
                kit::draw::fill(frame, rect, i == scene.part ? colors.now : colors.bar, rect.height / 2);
            if (i >= scene.part)
                kit::draw::outline(frame, rect, i == scene.part ? colors.now_line : colors.open_line, rect.height / 2, std::max(1.0f, h(0.002f)));
            x += pill + gap;
        }
    }

    std::int64_t remaining() const {
        return scene.clock == app::RoomClock::running ? scene.ends_at - now : scene.remaining;
    }

    /// The countdown, and beside or below it what people do. Gives the y below them.
    float draw_clock(float top, float digit_share, float widest) {
        if (scene.clock == app::RoomClock::none)
            return top;
        const kit::Scope scope(frame, "clock");
        const std::int64_t left = remaining();
        const std::string digits = countdown_text(left);
        kit::TextStyle look = style(digit_share, kit::Weight::semibold);
        look.line_height = look.size * 0.86f;
        const float full = width_of(digits, look), room = area.width - 2 * margin();
        const bool beside = full <= room * widest;
        if (full > room)
            look = {look.size * room / full, look.line_height * room / full, look.weight};
        const float width = std::min(full, room), height = frame.px(look.line_height);
        const bool alone = scene.doing.empty() && scene.until.empty();
        const float x = alone && scene.kind == RoomKind::clock ? area.x + (area.width - width) / 2 : area.x + margin();
        const kit::Rect rect{std::round(x), top, width, height};
        kit::place_text(frame, rect, digits, look, scene.clock == app::RoomClock::stopped ? colors.ink_2 : left < 0 ? colors.over : colors.ink);
        kit::Node node;
        node.id = frame.id("countdown");
        node.role = kit::Role::text;
        node.name = remaining_words(c, left);
        frame.tree().add(std::move(node), rect);
        wait_for_second(left);
        if (!beside)
            return draw_doing({area.x + margin(), top + height + h(0.01f), room, h(0.1f)}, left, false);
        const float side = rect.right() + h(0.06f);
        draw_doing({side, top + h(0.02f), area.right() - margin() - side, height}, left, true);
        return top + height;
    }

    float draw_doing(const kit::Rect& rect, std::int64_t left, bool tall) {
        float y = rect.y;
        const bool still = scene.clock == app::RoomClock::stopped;
        const std::string state = still && tall ? "" : left < 0 && !still ? c.tr("live.over") : scene.until;
        if (tall && still)
            y = text(rect.x, y, rect.width, scene.until, style(room_small, kit::Weight::semibold), colors.ink_2);
        if (tall && !still)
            y = words_of_countdown(rect, left);
        const float half = tall ? rect.width : rect.width * 0.55f;
        const float start = y;
        y = text(rect.x, y, half, scene.doing, style(tall ? room_middle : room_small, kit::Weight::semibold), colors.ink);
        if (tall) {
            const kit::Rect track{rect.x, y + h(0.015f), rect.width, h(0.026f)};
            kit::draw::fill(frame, track, colors.track, track.height / 2);
            const float spent = scene.allotted > 0 ? 1 - static_cast<float>(left) / static_cast<float>(scene.allotted) : 1;
            const float width = std::clamp(spent, 0.0f, 1.0f) * track.width;
            if (width >= track.height)
                kit::draw::fill(frame, {track.x, track.y, width, track.height}, left < 0 ? colors.over : colors.bar, track.height / 2);
            y = track.bottom() + h(0.015f);
            return text(rect.x, y, rect.width, state, style(room_small, kit::Weight::semibold), left < 0 ? colors.over : colors.ink_2);
        }
        const float second = text(rect.x + half, start, rect.width - half, state, style(room_small, kit::Weight::semibold),
                                  left < 0 ? colors.over : colors.ink_2, kit::Alignment::end);
        return std::max(y, second);
    }

    /// So that nobody takes the countdown for the time of the day; who listens hears it of the countdown itself.
    float words_of_countdown(const kit::Rect& rect, std::int64_t left) {
        const kit::Column column(frame.layout(), rect.x, rect.y, rect.width, 0);
        kit::text(frame, remaining_words(c, left), {.style = style(room_small), .color = colors.ink_2, .exposure = kit::Exposure::decoration});
        return column.bottom();
    }

    void wait_for_second(std::int64_t left) {
        if (scene.clock != app::RoomClock::running)
            return;
        const std::int64_t into = ((left % 1000) + 1000) % 1000;
        frame.wake_after(static_cast<double>(into == 0 ? 1000 : into));
    }

    /// The lines of a long text that are shown: the last ones, because there it is being written.
    std::string last_lines(const std::string& words, const kit::TextStyle& look, float width, std::size_t count) {
        const kit::BrokenText& broken =
            frame.text().lines(words, look.weight, frame.px(look.size), frame.px(look.line_height), width);
        if (broken.lines.size() <= count)
            return words;
        return "… " + words.substr(broken.lines[broken.lines.size() - count].begin);
    }

    /// As large as leaves at most seven lines, and room for all of them; then the end of it. Gives the y below it.
    float draw_text(const kit::Rect& rect, const std::string& words, kit::Alignment align) {
        for (const float size : {room_large, room_middle, room_small}) {
            const kit::TextStyle look = style(size, size == room_small ? kit::Weight::regular : kit::Weight::semibold);
            const float height = kit::text_height(frame, words, look, rect.width), line = frame.px(look.line_height);
            const auto room = static_cast<std::size_t>(std::max(1.0f, std::floor(rect.height / line)));
            const std::size_t lines = std::min(room, most_room_lines);
            const bool fits = height <= static_cast<float>(lines) * line + 1;
            if (fits || size == room_small)
                return text(rect.x, rect.y, rect.width, fits ? words : last_lines(words, look, rect.width, lines), look, colors.ink, align);
        }
        return rect.y;
    }

    void draw_strip() {
        const kit::Scope scope(frame, "strip");
        const kit::Rect strip{area.x, area.bottom() - h(0.097f), area.width, h(0.097f)};
        kit::draw::fill(frame, strip, colors.strip);
        if (scene.theme == app::RoomTheme::contrast)
            kit::draw::fill(frame, {strip.x, strip.y, strip.width, std::max(1.0f, h(0.003f))}, colors.ink);
        const float y = strip.y + h(0.022f), left = area.x + margin();
        const std::string after = scene.after.empty() ? "" : c.tr("live.room_after", {{"title", scene.after}});
        const float after_width = std::min(area.width * 0.45f, after.empty() ? 0 : width_of(after, style(room_small)));
        kit::draw::icon(frame, left + h(0.02f), y + h(0.0255f), kit::icon::arrow_right, base() * 0.04f / frame.input().text_scale, colors.label);
        one_line(left + h(0.06f), y, area.width - 2 * margin() - h(0.06f) - after_width - h(0.03f),
                 c.tr("live.room_next", {{"title", scene.next}}), kit::Weight::semibold);
        if (!after.empty())
            one_line(area.right() - margin() - after_width, y, after_width, after, kit::Weight::regular);
    }

    void one_line(float x, float y, float width, const std::string& words, kit::Weight weight) {
        const kit::TextStyle look = style(room_small, weight);
        text(x, y, width + 2, first_line_of(words, look, width), look, weight == kit::Weight::regular ? colors.ink_2 : colors.ink);
    }

    void draw_line() {
        draw_title();
        if (scene.kind == RoomKind::clock) {
            draw_clock(area.y + h(0.2f), 0.5f, 0.68f);
            draw_strip();
            return;
        }
        const float below = draw_clock(area.y + h(0.14f), room_digits, 0.64f);
        draw_field(std::max(below + h(0.02f), area.y + h(0.3f)));
        draw_strip();
    }

    void draw_field(float top) {
        const kit::Scope scope(frame, "field");
        const float bottom = area.bottom() - h(0.127f), pad = h(0.03f);
        const kit::Rect card{area.x + margin(), top, area.width - 2 * margin(), bottom - top};
        kit::draw::fill(frame, card, colors.field, h(0.015f));
        kit::draw::outline(frame, card, colors.field_line, h(0.015f), std::max(2.0f, h(0.004f)));
        const float x = card.x + pad + h(0.02f), width = card.width - 2 * (pad + h(0.02f));
        float y = text(x, card.y + pad, width, scene.label, style(room_small, kit::Weight::semibold), colors.label) + h(0.008f);
        const float end = card.bottom() - pad;
        y = draw_text({x, y, width, end - y}, scene.text, kit::Alignment::start);
        // Help gives way to what people wrote.
        const float help = scene.help.empty() ? 0 : kit::text_height(frame, scene.help, style(room_small), width);
        if (help > 0 && y + h(0.015f) + help <= end)
            text(x, end - help, width, scene.help, style(room_small), colors.ink_2);
    }

    void draw_message() {
        const kit::Scope scope(frame, "message");
        {
            const kit::Column column(frame.layout(), area.x + margin(), area.y + h(0.04f), area.width - 2 * margin(), 0);
            kit::heading(frame, 1, scene.title, {.style = style(room_small, kit::Weight::semibold), .color = colors.ink_2});
        }
        const float width = area.width - 4 * margin();
        const float height = std::min(h(0.8f), kit::text_height(frame, scene.text, style(room_large, kit::Weight::semibold), width));
        draw_text({area.x + 2 * margin(), area.y + h(0.1f) + std::round((h(0.85f) - height) / 2), width, h(0.8f)}, scene.text, kit::Alignment::center);
    }

    /// Seven lines at most, with the one that people are in among them.
    std::size_t first_line() const {
        std::size_t now_in = 0;
        for (std::size_t i = 0; i < scene.lines.size(); ++i)
            if (scene.lines[i].state != app::RoomLine::State::ahead)
                now_in = i;
        if (scene.lines.size() <= most_room_lines || now_in < 2)
            return 0;
        return std::min(now_in - 1, scene.lines.size() - most_room_lines);
    }

    void draw_agenda() {
        draw_title();
        const kit::Scope scope(frame, "agenda");
        const std::size_t first = first_line(), last = std::min(scene.lines.size(), first + most_room_lines);
        const float step = h(0.78f / static_cast<float>(most_room_lines)), x = area.x + margin();
        float y = area.y + h(0.17f);
        for (std::size_t i = first; i < last; ++i, y += step) {
            const kit::Scope line_scope(frame, std::to_string(i));
            const app::RoomLine& line = scene.lines[i];
            const bool here = line.state == app::RoomLine::State::running;
            const kit::Rect row{x - margin() / 2, y - h(0.012f), area.width - margin(), step - h(0.012f)};
            if (here) {
                kit::draw::fill(frame, row, colors.tile, h(0.012f));
                kit::draw::fill(frame, {row.x, row.y, h(0.008f), row.height}, colors.now_line);
            }
            const kit::Color ink = here ? colors.tile_ink : line.state == app::RoomLine::State::done ? colors.ink_2 : colors.ink;
            const kit::TextStyle look = style(0.05f, here ? kit::Weight::semibold : kit::Weight::regular);
            text(x, y, h(0.17f), line.time, look, ink);
            const std::string_view mark = line.state == app::RoomLine::State::done ? kit::icon::circle_check
                                          : here                                  ? kit::icon::circle_dot
                                                                                  : kit::icon::circle;
            kit::draw::icon(frame, x + h(0.2f), y + h(0.031f), mark, base() * 0.045f / frame.input().text_scale, ink);
            const float width = area.right() - margin() - x - h(0.25f);
            text(x + h(0.25f), y, width + 2, first_line_of(line.title, look, width), look, ink);
        }
    }

    Context& c;
    kit::Frame& frame;
    const app::RoomScene& scene;
    const kit::Rect area;
    const std::int64_t now;
    const RoomColors& colors;
};

} // namespace

const RoomColors& room_colors(app::RoomTheme theme) {
    return theme == app::RoomTheme::light ? room_light : theme == app::RoomTheme::dark ? room_dark : room_contrast;
}

void draw_room(Context& c, const app::RoomScene& scene, const kit::Rect& area, std::int64_t now) {
    Room(c, scene, area, now).draw();
}

} // namespace planner::ui
