#include "ui/room_clock.h"

#include "ui/kit/draw.h"
#include "ui/live_parts.h"

#include <algorithm>
#include <cmath>

namespace planner::ui {

namespace {

using app::RoomClock;
using app::RoomKind;
using planning::ClockState;

/// Of the size of the digits: how high their box is. Nothing of a digit reaches below its line.
constexpr float digit_box = 0.74f;
/// Of the width: what stands beside the countdown asks for so much, and makes do with so little.
constexpr float wanted_side = 0.28f, least_side = 0.18f;

class RoomClockView {
public:
    RoomClockView(Context& context, const RoomPaper& on, const app::RoomScene& shown, std::int64_t time)
        : c(context), paper(on), scene(shown), left(remaining_of(shown, time)) {}

    float draw(const RoomClockPlace& place) {
        const kit::Scope scope(paper.frame, "clock");
        const float gap = paper.h(0.05f), room = paper.width();
        const std::string digits = countdown_text(left);
        const float full = paper.width_of(widest_countdown(digits), digits_of(place.most));
        const float squeezed = place.most * (room - gap - paper.area.width * wanted_side) / full;
        const float beside = std::clamp(squeezed, place.least, place.most);
        const float taken = full * beside / place.most, side = room - gap - taken;
        if (side >= paper.area.width * least_side && !stands_alone()) {
            const kit::Rect rect = draw_digits(digits, place.top, beside);
            return draw_side({paper.left() + taken + gap, place.top, side, rect.height});
        }
        const kit::Rect rect = draw_digits(digits, place.top, place.least);
        return draw_below(rect.bottom() + paper.h(0.006f));
    }

private:
    bool is_still() const { return scene.clock == RoomClock::stopped; }
    bool is_over() const { return left < 0 && !is_still(); }
    bool stands_alone() const { return scene.doing.empty() && scene.until.empty() && scene.kind != RoomKind::field; }
    std::string state() const { return is_over() ? remaining_words(c, left) : scene.until; }
    ClockState stage() const { return is_still() ? ClockState::plenty : planning::clock_state(left, scene.allotted); }
    /// The word for what little time is left, as whoever directs sees it. Nobody is asked to round off a break, which has no parts.
    std::string warning() const {
        const bool last = stage() == ClockState::last;
        return last && scene.parts > 0 ? c.tr("live.last") : last || stage() == ClockState::nearly ? c.tr("live.nearly") : "";
    }
    kit::Color stage_color(kit::Color calm) const {
        return stage() == ClockState::over ? paper.colors.over : stage() == ClockState::plenty ? calm : paper.colors.nearly;
    }

    kit::TextStyle digits_of(float size) const {
        kit::TextStyle look = paper.style(size, kit::Weight::semibold);
        look.line_height = look.size * digit_box;
        return look;
    }

    kit::Rect draw_digits(const std::string& digits, float top, float size) {
        kit::TextStyle look = digits_of(size);
        const float widest = paper.area.width - paper.margin(), full = paper.width_of(digits, look);
        if (full > widest)
            look = {look.size * widest / full, look.line_height * widest / full, look.weight};
        const float width = std::min(full, widest);
        const bool centred = stands_alone() || width > paper.width();
        const float x = centred ? paper.area.x + (paper.area.width - width) / 2 : paper.left();
        const kit::Rect rect{std::round(x), top, width, paper.frame.px(look.line_height)};
        kit::place_text(paper.frame, rect, digits, look, is_still() ? paper.colors.ink_2 : stage() == ClockState::nearly ? paper.colors.ink : stage_color(paper.colors.ink));
        kit::Node node;
        node.id = paper.frame.id("countdown");
        node.role = kit::Role::text;
        node.name = remaining_words(c, left);
        paper.frame.tree().add(std::move(node), rect);
        wait_for_second();
        return rect;
    }

    /// In the middle of the height of the digits; smaller where that is not enough for what people do. What tells of the time
    /// stands together below it: mostly that is of more than what people do now.
    float draw_side(const kit::Rect& rect) {
        const kit::TextStyle small = paper.style(room_size::small), strong = small.with(kit::Weight::semibold);
        const std::string left_words = is_still() || is_over() ? "" : warning().empty() ? remaining_words(c, left) : warning(), now_state = state();
        const float bar = paper.h(0.026f), space = paper.h(0.015f);
        kit::TextStyle doing = paper.style(room_size::middle, kit::Weight::semibold);
        const auto high = [&](const std::string& words, const kit::TextStyle& look) {
            return words.empty() ? 0 : kit::text_height(paper.frame, words, look, rect.width);
        };
        const float others = bar + 2 * space + high(left_words, strong) + high(now_state, strong);
        if (others + high(scene.doing, doing) > rect.height)
            doing = strong;
        const float height = others + high(scene.doing, doing);
        float y = rect.y + std::round(std::max(0.0f, rect.height - height) / 2);
        y = paper.text(rect.x, y, rect.width, scene.doing, doing, paper.colors.ink);
        draw_bar({rect.x, y + space, rect.width, bar});
        y += bar + 2 * space;
        y = draw_words(rect.x, y, rect.width, left_words, {.style = strong, .color = stage_color(paper.colors.ink), .exposure = kit::Exposure::decoration});
        y = draw_words(rect.x, y, rect.width, now_state, in_state(strong));
        return std::max(y, rect.bottom());
    }

    void draw_bar(const kit::Rect& track) {
        kit::draw::fill(paper.frame, track, paper.colors.track, track.height / 2);
        const float spent = scene.allotted > 0 ? 1 - static_cast<float>(left) / static_cast<float>(scene.allotted) : 1;
        const float width = std::clamp(spent, 0.0f, 1.0f) * track.width;
        if (width >= track.height)
            kit::draw::fill(paper.frame, {track.x, track.y, width, track.height}, stage_color(paper.colors.bar), track.height / 2);
    }

    /// One line where a field needs the room.
    float draw_below(float y) {
        const bool field = scene.kind == RoomKind::field;
        const kit::TextStyle small = paper.style(room_size::small, kit::Weight::semibold);
        const kit::TextStyle doing = field ? small : paper.style(room_size::middle, kit::Weight::semibold);
        const std::string words = warning().empty() ? state() : warning();
        const float room = paper.width(), gap = paper.h(0.03f);
        const float right = words.empty() ? 0 : std::min(room * 0.5f, paper.width_of(words, small));
        const float width = room - right - (words.empty() ? 0 : gap), x = paper.left();
        const float first = paper.text(x, y, width, field ? paper.first_lines(scene.doing, doing, width, 1) : scene.doing, doing, paper.colors.ink);
        const float lower = field ? 0 : paper.h(0.01f);
        const float second = draw_words(x + room - right, y + lower, right, field ? paper.first_lines(words, small, right, 1) : words,
                                        in_state(small, kit::Alignment::end));
        return std::max(first, second);
    }

    /// What the countdown says in words, so that nobody takes it for the time of the day, is heard of the countdown itself.
    kit::TextOptions in_state(const kit::TextStyle& look, kit::Alignment align = kit::Alignment::start) const {
        return {.style = look, .color = stage_color(paper.colors.ink_2), .align = align, .exposure = is_over() ? kit::Exposure::decoration : kit::Exposure::described};
    }

    float draw_words(float x, float y, float width, const std::string& words, const kit::TextOptions& options) {
        if (words.empty())
            return y;
        const kit::Column column(paper.frame.layout(), x, y, std::max(1.0f, width), 0);
        kit::text(paper.frame, words, options);
        return column.bottom();
    }

    void wait_for_second() {
        if (scene.clock == RoomClock::running)
            paper.frame.wake_after(until_next_second(left));
    }

    Context& c;
    const RoomPaper& paper;
    const app::RoomScene& scene;
    const std::int64_t left;
};

} // namespace

std::int64_t remaining_of(const app::RoomScene& scene, std::int64_t now) {
    return scene.clock == RoomClock::running ? scene.ends_at - now : scene.remaining;
}

float draw_room_clock(Context& c, const RoomPaper& paper, const app::RoomScene& scene, std::int64_t now, const RoomClockPlace& place) {
    return scene.clock == RoomClock::none ? place.top : RoomClockView(c, paper, scene, now).draw(place);
}

} // namespace planner::ui
