#include "ui/room_view.h"

#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/live_parts.h"
#include "ui/room_clock.h"
#include "ui/room_paper.h"

#include <algorithm>
#include <cmath>

namespace planner::ui {

namespace {

using app::RoomKind;
using kit::rgb;

constexpr RoomColors room_light = {
    .ground = rgb(0xFFFFFF), .ink = rgb(0x10201F), .ink_2 = rgb(0x33423F), .label = rgb(0x0A4B49), .nearly = rgb(0x6B4700), .over = rgb(0xA8201A),
    .field = rgb(0xFFFFFF), .field_line = rgb(0x0B5F5C), .tile = rgb(0xD7EAE7), .tile_ink = rgb(0x0A3F3D),
    .strip = rgb(0xEDECE6), .bar = rgb(0x0B5F5C), .track = rgb(0xD8DDD9), .now = rgb(0xF2B63C), .now_line = rgb(0x8F5F00),
    .open_line = rgb(0x7F827B)};
constexpr RoomColors room_dark = {
    .ground = rgb(0x0A1D1D), .ink = rgb(0xFFFFFF), .ink_2 = rgb(0xC6D9D5), .label = rgb(0xA9DAD3), .nearly = rgb(0xF7C65B), .over = rgb(0xFFB3AB),
    .field = rgb(0x102B2A), .field_line = rgb(0x7FB5AF), .tile = rgb(0x1E4E4B), .tile_ink = rgb(0xFFFFFF),
    .strip = rgb(0x143433), .bar = rgb(0xA9DAD3), .track = rgb(0x2D4847), .now = rgb(0xF7C65B), .now_line = rgb(0xF7C65B),
    .open_line = rgb(0x7FB5AF)};
constexpr RoomColors room_contrast = {
    .ground = rgb(0x000000), .ink = rgb(0xFFFFFF), .ink_2 = rgb(0xFFFFFF), .label = rgb(0xFFE45C), .nearly = rgb(0xFFE45C), .over = rgb(0xFFE45C),
    .field = rgb(0x000000), .field_line = rgb(0xFFFFFF), .tile = rgb(0xFFFFFF), .tile_ink = rgb(0x000000),
    .strip = rgb(0x000000), .bar = rgb(0xFFFFFF), .track = rgb(0x444444), .now = rgb(0xFFE45C), .now_line = rgb(0xFFE45C),
    .open_line = rgb(0xFFFFFF)};

/// The room looks forward to a beginning that is no further away than this.
constexpr std::int64_t countdown_before = 60 * 60'000;

class RoomView {
public:
    RoomView(Context& context, const app::RoomScene& shown, const kit::Rect& where, std::int64_t time)
        : c(context), frame(context.frame), scene(shown), area(where), now(time), colors(room_colors(shown.theme)),
          paper{context.frame, where, colors} {}

    void draw() {
        kit::draw::fill(frame, area, room_ground(scene));
        switch (scene.kind) {
        case RoomKind::waiting:
        case RoomKind::blank: break;
        case RoomKind::message: draw_message(); break;
        case RoomKind::agenda: draw_agenda(); break;
        case RoomKind::clock: draw_clock(); break;
        case RoomKind::field: draw_line(); break;
        case RoomKind::beginning:
        case RoomKind::ending: draw_around(); break;
        case RoomKind::pause:
            draw_around();
            draw_strip();
            break;
        }
    }

private:
    float h(float fraction) const { return paper.h(fraction); }
    kit::TextStyle small(kit::Weight weight = kit::Weight::regular) const { return paper.style(room_size::small, weight); }

    void draw_title() {
        const kit::Scope scope(frame, "title");
        const float top = area.y + h(0.04f);
        float x = paper.left();
        if (!scene.badge.empty()) {
            const kit::Rect tile{x, top, h(0.078f), h(0.078f)};
            kit::draw::fill(frame, tile, colors.tile, h(0.011f));
            const kit::TextStyle letter = paper.style(0.05f, kit::Weight::semibold);
            kit::place_text(frame, {tile.x, tile.y + std::round((tile.height - frame.px(letter.line_height)) / 2), tile.width, tile.height},
                            scene.badge, letter, colors.tile_ink, kit::Alignment::center);
            x = tile.right() + h(0.03f);
        }
        const float room = area.right() - paper.margin() - parts_width() - x;
        const kit::TextStyle title = paper.style(room_size::middle, kit::Weight::semibold);
        const std::string shown = paper.first_line_of(scene.title, title, room);
        const float width = std::min(room, paper.width_of(shown, title) + 1);
        paper.heading(x, top + h(0.003f), width, shown, title, colors.ink);
        const float after = width + h(0.03f);
        if (after + paper.width_of(scene.subtitle, small()) < room)
            paper.text(x + after, top + h(0.017f), room - after, scene.subtitle, small(), colors.ink_2);
        draw_parts(top);
    }

    float pills_width() const {
        const float count = static_cast<float>(scene.parts), width = count * h(0.053f) + (count - 1) * h(0.016f);
        return width < area.width * 0.3f ? width : 0;
    }
    float parts_width() const {
        if (scene.parts < 2)
            return 0;
        const float pills = pills_width();
        return pills + (pills > 0 ? h(0.03f) : 0) + paper.width_of(scene.part_text, small()) + h(0.03f);
    }

    /// "Deel 2 van 4", with a pill for each part where there is room.
    void draw_parts(float top) {
        if (scene.parts < 2)
            return;
        const kit::Scope scope(frame, "parts");
        const float pill = h(0.053f), gap = h(0.016f), pills = pills_width();
        float x = area.right() - paper.margin() - pills;
        const float width = paper.width_of(scene.part_text, small());
        paper.text(x - width - (pills > 0 ? h(0.03f) : 0), top + h(0.014f), width, scene.part_text, small(), colors.ink_2);
        for (std::size_t i = 0; pills > 0 && i < scene.parts; ++i) {
            const kit::Rect rect{x, top + h(0.029f), pill, h(0.02f)};
            if (i <= scene.part)
                kit::draw::fill(frame, rect, i == scene.part ? colors.now : colors.bar, rect.height / 2);
            if (i >= scene.part)
                kit::draw::outline(frame, rect, i == scene.part ? colors.now_line : colors.open_line, rect.height / 2, std::max(1.0f, h(0.002f)));
            x += pill + gap;
        }
    }

    float strip_top() const { return area.bottom() - h(0.097f); }

    void draw_strip() {
        const kit::Scope scope(frame, "strip");
        const kit::Rect strip{area.x, strip_top(), area.width, h(0.097f)};
        kit::draw::fill(frame, strip, colors.strip);
        if (scene.theme == app::RoomTheme::contrast)
            kit::draw::fill(frame, {strip.x, strip.y, strip.width, std::max(1.0f, h(0.003f))}, colors.ink);
        const float y = strip.y + h(0.022f), left = paper.left();
        const std::string after = scene.after.empty() ? "" : c.tr("live.room_after", {{"title", scene.after}});
        const float after_width = std::min(area.width * 0.45f, after.empty() ? 0 : paper.width_of(after, small()));
        kit::draw::icon(frame, left + h(0.02f), y + h(0.0255f), kit::icon::arrow_right, icon_size(0.04f), colors.label);
        one_line(left + h(0.06f), y, paper.width() - h(0.06f) - after_width - h(0.03f), c.tr("live.room_next", {{"title", scene.next}}),
                 kit::Weight::semibold);
        if (!after.empty())
            one_line(area.right() - paper.margin() - after_width, y, after_width, after, kit::Weight::regular);
    }

    float icon_size(float fraction) const { return paper.style(fraction).size; }

    void one_line(float x, float y, float width, const std::string& words, kit::Weight weight) {
        const kit::TextStyle look = small(weight);
        paper.text(x, y, width + 2, paper.first_line_of(words, look, width), look, weight == kit::Weight::regular ? colors.ink_2 : colors.ink);
    }

    void draw_clock() {
        draw_title();
        const float below = draw_room_clock(c, paper, scene, now, {area.y + h(scene.question.empty() ? 0.22f : 0.17f), 0.5f, 0.5f});
        const auto room = static_cast<std::size_t>(std::max(0.0f, (strip_top() - below - h(0.03f)) / paper.line_height(small())));
        const std::size_t lines = std::min({room, question_lines(), std::size_t{3}});
        draw_question(strip_top() - h(0.02f) - question_height(lines), lines);
        draw_strip();
    }

    void draw_line() {
        draw_title();
        const float below = draw_room_clock(c, paper, scene, now, {area.y + h(0.14f), least_room_digits, 0.381f});
        draw_field(std::max(below + h(0.015f), area.y + h(0.3f)));
        draw_strip();
    }

    std::size_t question_lines() const { return scene.question.empty() ? 0 : paper.lines_of(scene.question, small(), paper.width()); }
    float question_height(std::size_t lines) const { return static_cast<float>(lines) * paper.line_height(small()); }
    void draw_question(float y, std::size_t lines) {
        const kit::Scope scope(frame, "question");
        paper.text(paper.left(), y, paper.width(), paper.first_lines(scene.question, small(), paper.width(), lines), small(), colors.ink_2);
    }

    /// Nothing stands in the field yet: then there may be something to choose from.
    bool is_offer() const { return scene.text.empty(); }

    /// What is worked on comes first; the question that all of it is about stands below it when both can be read.
    void draw_field(float top) {
        const kit::Scope scope(frame, "field");
        const float pad = h(0.03f), inset = pad + h(0.02f), label = paper.line_height(small()) + h(0.008f);
        const auto bottom = [&](std::size_t lines) { return strip_top() - h(lines > 0 ? 0.022f : 0.03f) - question_height(lines) - (lines > 0 ? h(0.012f) : 0); };
        const auto fit = [&](std::size_t lines) {
            const float width = paper.width() - 2 * inset, height = bottom(lines) - top - 2 * pad - label;
            return paper.fit(is_offer() ? scene.choices : scene.text, width, height, most_room_lines - lines,
                             is_offer() ? TextKind::offered : TextKind::written);
        };
        std::size_t lines = std::min<std::size_t>(question_lines(), 2);
        FittingText shown = fit(lines);
        while (lines > 0 && !shown.whole)
            shown = fit(--lines);
        draw_card({paper.left(), top, paper.width(), bottom(lines) - top}, pad, inset, shown, most_room_lines - lines - shown.lines);
        draw_question(bottom(lines) + h(0.012f), lines);
    }

    void draw_card(const kit::Rect& card, float pad, float inset, const FittingText& shown, std::size_t lines_left) {
        kit::draw::fill(frame, card, colors.field, h(0.015f));
        kit::draw::outline(frame, card, colors.field_line, h(0.015f), std::max(2.0f, h(0.004f)));
        const float x = card.x + inset, width = card.width - 2 * inset, end = card.bottom() - pad;
        float y = paper.text(x, card.y + pad, width, scene.label, small(kit::Weight::semibold), colors.label) + h(0.008f);
        y = paper.paragraphs(x, y, width, shown.words, shown.look, is_offer() ? colors.ink_2 : colors.ink);
        // Help gives way to what people wrote.
        const std::size_t help = scene.help.empty() ? 0 : paper.lines_of(scene.help, small(), width);
        const float height = static_cast<float>(help) * paper.line_height(small());
        if (help > 0 && help <= lines_left && y + h(0.015f) + height <= end)
            paper.text(x, end - height, width, scene.help, small(), colors.ink_2);
    }

    void draw_message() {
        const kit::Scope scope(frame, "message");
        paper.heading(paper.left(), area.y + h(0.04f), paper.width(), scene.title, small(kit::Weight::semibold), colors.ink_2);
        const float width = area.width - 4 * paper.margin();
        const FittingText shown = paper.fit(scene.text, width, h(0.8f), most_room_lines);
        const float height = static_cast<float>(shown.lines) * paper.line_height(shown.look);
        paper.text(area.x + 2 * paper.margin(), area.y + h(0.1f) + std::round((h(0.85f) - height) / 2), width, shown.words, shown.look, colors.ink,
                   kit::Alignment::center);
    }

    /// Before the meeting begins, after its end, and in a pause.
    void draw_around() {
        const kit::Scope scope(frame, "around");
        const std::int64_t left = remaining_of(scene, now);
        const bool clock = scene.clock == app::RoomClock::running, pause = scene.kind == RoomKind::pause;
        const bool counts = clock && left > 0 && left <= countdown_before;
        if (clock && left > countdown_before)
            frame.wake_after(static_cast<double>(left - countdown_before));
        // Whoever directs tells it too, but a window that nobody looks at may be late.
        const bool over = pause && clock && left <= 0;
        const kit::TextStyle large = paper.style(room_size::large, kit::Weight::semibold);
        float y = draw_what_is_on(pause ? h(counts ? 0.12f : 0.28f) : h(counts ? 0.06f : 0.22f), over ? c.tr("live.pause_over") : scene.title,
                                  paper.style(pause ? room_size::huge : room_size::middle, kit::Weight::semibold));
        y = paper.text(paper.left(), y + h(0.03f), paper.width(), over ? "" : paper.first_lines(scene.text, large, paper.width(), 2), large, colors.ink,
                       kit::Alignment::center) + h(0.02f);
        if (counts)
            draw_below_countdown(draw_room_clock(c, paper, scene, now, {y}), left);
        else
            draw_centred(y, scene.help, small(), colors.ink_2);
    }

    /// In words, so that nobody takes it for the time of the day. It is heard of the countdown itself.
    void draw_below_countdown(float y, std::int64_t left) {
        const kit::Column column(frame.layout(), paper.left(), y + h(0.02f), paper.width(), 0);
        kit::text(frame, remaining_words(c, left), {.style = small(kit::Weight::semibold), .color = colors.ink, .align = kit::Alignment::center,
                                                    .exposure = kit::Exposure::decoration});
    }

    /// The title in the middle, and below it what belongs to it; gives the y below them.
    float draw_what_is_on(float top, const std::string& title, const kit::TextStyle& look) {
        float y = paper.heading(paper.left(), area.y + top, paper.width(), paper.first_lines(title, look, paper.width(), 1), look, colors.ink,
                                kit::Alignment::center) + h(0.008f);
        for (const std::string& words : {scene.subtitle, scene.label})
            y = draw_centred(y, words, small(), colors.ink_2);
        return y;
    }

    float draw_centred(float y, const std::string& words, const kit::TextStyle& look, kit::Color color) {
        const std::string shown = paper.first_lines(words, look, paper.width(), 1);
        return paper.text(paper.left(), y, paper.width(), shown, look, color, kit::Alignment::center) + h(0.008f);
    }

    /// Seven lines at most, with the one that people are in among them.
    std::size_t first_line() const {
        using State = app::RoomLine::State;
        std::size_t now_in = 0;
        for (std::size_t i = 0; i < scene.lines.size(); ++i) {
            if (scene.lines[i].state != State::ahead)
                now_in = i;
            if (scene.lines[i].state == State::running)
                break;
        }
        if (scene.lines.size() <= most_room_lines || now_in < 2)
            return 0;
        return std::min(now_in - 1, scene.lines.size() - most_room_lines);
    }

    static std::string_view mark_of(app::RoomLine::State state) {
        switch (state) {
        case app::RoomLine::State::ahead: return kit::icon::circle;
        case app::RoomLine::State::running: return kit::icon::circle_dot;
        case app::RoomLine::State::done: return kit::icon::circle_check;
        case app::RoomLine::State::skipped: return kit::icon::minus;
        }
        return {};
    }

    void draw_agenda() {
        draw_title();
        const kit::Scope scope(frame, "agenda");
        const std::size_t first = first_line(), last = std::min(scene.lines.size(), first + most_room_lines);
        const float step = h(0.78f / static_cast<float>(most_room_lines)), x = paper.left();
        float y = area.y + h(0.17f);
        for (std::size_t i = first; i < last; ++i, y += step) {
            const kit::Scope line_scope(frame, std::to_string(i));
            const app::RoomLine& line = scene.lines[i];
            const bool here = line.state == app::RoomLine::State::running;
            const kit::Rect row{x - paper.margin() / 2, y - h(0.012f), area.width - paper.margin(), step - h(0.012f)};
            if (here) {
                kit::draw::fill(frame, row, colors.tile, h(0.012f));
                kit::draw::fill(frame, {row.x, row.y, h(0.008f), row.height}, colors.now_line);
            }
            const kit::Color ink = here ? colors.tile_ink : line.state == app::RoomLine::State::ahead ? colors.ink : colors.ink_2;
            const kit::TextStyle look = paper.style(0.05f, here ? kit::Weight::semibold : kit::Weight::regular);
            paper.text(x, y, h(0.17f), line.time, look, ink);
            kit::draw::icon(frame, x + h(0.2f), y + h(0.031f), mark_of(line.state), icon_size(0.045f), ink);
            const float width = area.right() - paper.margin() - x - h(0.25f);
            paper.text(x + h(0.25f), y, width + 2, paper.first_line_of(line.title, look, width), look, ink);
        }
    }

    Context& c;
    kit::Frame& frame;
    const app::RoomScene& scene;
    const kit::Rect area;
    const std::int64_t now;
    const RoomColors& colors;
    const RoomPaper paper;
};

} // namespace

const RoomColors& room_colors(app::RoomTheme theme) {
    return theme == app::RoomTheme::light ? room_light : theme == app::RoomTheme::dark ? room_dark : room_contrast;
}

kit::Color room_ground(const app::RoomScene& scene) {
    return scene.kind == RoomKind::blank ? rgb(0x000000) : room_colors(scene.theme).ground;
}

void draw_room(Context& c, const app::RoomScene& scene, const kit::Rect& area, std::int64_t now) {
    RoomView(c, scene, area, now).draw();
}

} // namespace planner::ui
