#include "ui/kit/surface.h"

#include "ui/kit/button.h"
#include "ui/kit/text.h"

#include <algorithm>
#include <cmath>

namespace planner::kit {

namespace {

struct ToneColors {
    Color fill, ink, solid;
};

ToneColors colors(const Theme& t, Tone tone) {
    switch (tone) {
    case Tone::neutral: return {t.sunken, t.ink_2, t.line_strong};
    case Tone::accent: return {t.selected, t.accent_ink, t.action};
    case Tone::info: return {t.info_soft, t.info, t.info};
    case Tone::warn: return {t.warn_soft, t.warn, t.warn_line};
    case Tone::late: return {t.late_soft, t.late, t.late_solid};
    case Tone::ok: return {t.ok_soft, t.ok, t.ok_solid};
    }
    return {};
}

} // namespace

Card::Card(Frame& frame, const CardOptions& options)
    : frame_(frame), options_(options),
      start_{frame.layout().x(), frame.layout().y(), frame.layout().available(), 0}, underlay_(frame) {
    if (!options.name.empty()) {
        Node node;
        node.id = frame.id(options.key.empty() ? options.name : options.key);
        node.role = Role::region;
        node.name = options.name;
        container_.emplace(frame, std::move(node), start_);
    }
    const float padding = frame.px(options.padding);
    frame.layout().open(Direction::down, start_.x + padding, start_.y + padding, start_.width - 2 * padding,
                        frame.px(options.gap));
}

Card::~Card() {
    const Theme& t = frame_.theme();
    const float padding = frame_.px(options_.padding), radius = frame_.px(options_.radius);
    const Rect held = frame_.layout().close_detached();
    const float height = std::max(held.height + 2 * padding, frame_.px(options_.minimum_height));
    const Rect rect = frame_.layout().place(start_.width, height);
    if (container_)
        if (Node* node = frame_.tree().find_open(container_->id()))
            node->box.height = rect.height;
    underlay_.under();
    switch (options_.kind) {
    case CardKind::plain:
        draw::fill(frame_, rect, t.surface, radius);
        draw::outline(frame_, rect, t.line, radius);
        break;
    case CardKind::chosen:
        draw::fill(frame_, rect, t.surface, radius);
        draw::outline(frame_, rect, t.action, radius, 2);
        break;
    case CardKind::difference:
        draw::fill(frame_, rect, t.difference, radius);
        draw::outline(frame_, rect, t.warn_line, radius);
        break;
    case CardKind::drop_zone:
        draw::fill(frame_, rect, t.hover, radius);
        draw::dashed_outline(frame_, rect, t.accent_mid, radius, 2);
        break;
    }
}

float chip_width(Frame& frame, const ChipOptions& options) {
    const float icon = options.icon.empty() ? 0 : frame.px(14 + 5);
    return std::ceil(text_width(frame, options.label, style::meta_strong)) + icon + 2 * frame.px(9);
}

void chip(Frame& frame, const ChipOptions& options) {
    const ToneColors tone = colors(frame.theme(), options.tone);
    const Rect rect = frame.layout().place(chip_width(frame, options), frame.px(24));
    draw::fill(frame, rect, tone.fill, rect.height / 2);
    float x = rect.x + frame.px(9);
    if (!options.icon.empty()) {
        draw::icon(frame, x + frame.px(7), rect.y + rect.height / 2, options.icon, 14, tone.ink);
        x += frame.px(14 + 5);
    }
    place_described_text(frame, {x, rect.y + frame.px(3), rect.right() - x, frame.px(18)}, options.label,
                         style::meta_strong, tone.ink);
}

void badge(Frame& frame, std::string_view letter, float side) {
    const Theme& t = frame.theme();
    const float size = frame.px(side);
    const Rect rect = frame.layout().place(size, size);
    draw::fill(frame, rect, t.selected, frame.px(side >= 32 ? 8 : 6));
    const TextStyle text_style{side >= 32 ? 15.0f : 13.0f, side, Weight::semibold};
    const float width = text_width(frame, letter, text_style);
    draw::text(frame, rect.x + std::round((size - width) / 2), rect.y, letter, text_style, t.accent_ink);
}

Color progress_color(const Theme& theme, Tone tone) {
    return colors(theme, tone).solid;
}

void progress_bar(Frame& frame, const ProgressOptions& options) {
    const Theme& t = frame.theme();
    const Rect rect = frame.layout().place(options.width, frame.px(8));
    const float radius = rect.height / 2;
    draw::fill(frame, rect, t.track, radius);
    const float fraction = std::clamp(options.fraction, 0.0f, 1.0f);
    if (fraction > 0)
        draw::fill(frame, {rect.x, rect.y, std::max(rect.height, std::round(rect.width * fraction)), rect.height},
                   progress_color(t, options.tone), radius);
    Node node;
    node.id = frame.id(options.name);
    node.role = Role::progress;
    node.name = options.name;
    node.progress = fraction;
    frame.tree().add(std::move(node), rect);
}

void step_bar(Frame& frame, std::span<const StepState> states, std::string_view name) {
    const Theme& t = frame.theme();
    const float width = frame.px(22), height = frame.px(8), gap = frame.px(3);
    const float count = static_cast<float>(states.size());
    const Rect rect = frame.layout().place(count * width + (count - 1) * gap, height);
    float x = rect.x;
    for (const StepState state : states) {
        const Rect pill{x, rect.y, width, height};
        const bool done = state == StepState::done, current = state == StepState::current;
        draw::fill(frame, pill, done ? t.action : current ? t.sun : t.sunken, height / 2);
        draw::outline(frame, pill, done ? t.action : current ? t.now_line : t.step_empty, height / 2);
        x += width + gap;
    }
    Node node;
    node.id = frame.id(name);
    node.role = Role::image;
    node.name = name;
    frame.tree().add(std::move(node), rect);
}

void divider(Frame& frame) {
    const Rect rect = frame.layout().place(-1, 1);
    draw::fill(frame, rect, frame.theme().line_soft);
}

BannerPress banner(Frame& frame, const BannerOptions& options) {
    const Scope scope(frame, options.key.empty() ? options.text : options.key);
    const ToneColors tone = colors(frame.theme(), options.tone);
    const Rect start{frame.layout().x(), frame.layout().y(), frame.layout().available(), 0};
    draw::Underlay underlay(frame);
    const float padding = frame.px(12);
    frame.layout().open(Direction::down, start.x + padding, start.y + padding, start.width - 2 * padding, frame.px(8));
    const ButtonOptions action{.label = options.action, .size = ButtonSize::small};
    const ButtonOptions other{.label = options.other_action, .kind = ButtonKind::quiet, .size = ButtonSize::small};
    const bool has_action = !options.action.empty(), has_other = !options.other_action.empty();
    BannerPress pressed = BannerPress::none;
    {
        const Row row(frame.layout(), frame.px(12), has_action ? button_height(frame, ButtonSize::small) : frame.px(22));
        Node node;
        node.id = frame.id("notice");
        node.role = Role::status;
        node.name = options.text;
        const float action_width = (has_action ? button_width(frame, action) + frame.px(12) : 0) + (has_other ? button_width(frame, other) + frame.px(12) : 0);
        const float indent = options.icon.empty() ? 0 : frame.px(26);
        float room = frame.layout().flow().width - action_width - indent;
        if (room < frame.px(200))
            room = frame.layout().flow().width - indent;
        const float height = text_height(frame, options.text, style::body, room);
        const Rect body = frame.layout().place(room + indent, height);
        if (!options.icon.empty())
            draw::icon(frame, body.x + frame.px(9), body.y + frame.px(11), options.icon, 18, tone.ink);
        place_text(frame, {body.x + indent, body.y, room, height}, options.text, style::body, tone.ink);
        frame.tree().add(std::move(node), body);
        if (has_action && button(frame, action))
            pressed = BannerPress::action;
        if (has_other && button(frame, other))
            pressed = BannerPress::other_action;
    }
    const Rect held = frame.layout().close_detached();
    const Rect rect = frame.layout().place(start.width, held.height + 2 * padding);
    underlay.under();
    draw::fill(frame, rect, tone.fill, frame.px(8));
    draw::outline(frame, rect, tone.solid, frame.px(8));
    return pressed;
}

bool empty_state(Frame& frame, const EmptyOptions& options) {
    if (!options.icon.empty()) {
        const Rect rect = frame.layout().place(-1, frame.px(40));
        draw::icon(frame, rect.x + rect.width / 2, rect.y + frame.px(20), options.icon, 28, frame.theme().ink_3);
    }
    text(frame, options.text, {.color = frame.theme().ink_2, .align = Alignment::center});
    if (options.action.empty())
        return false;
    const ButtonOptions action{.label = options.action};
    const float width = button_width(frame, action);
    const float x = frame.layout().x() + std::round((frame.layout().available() - width) / 2);
    const float y = frame.layout().y();
    bool pressed = false;
    {
        const Column column(frame.layout(), x, y, width + 1, 0);
        pressed = button(frame, action);
    }
    frame.layout().place(-1, button_height(frame, ButtonSize::regular));
    return pressed;
}

} // namespace planner::kit
