#include "ui/kit/button.h"

#include "ui/kit/draw.h"
#include "ui/kit/text.h"

#include <algorithm>
#include <cmath>

namespace planner::kit {

namespace {

struct Measures {
    float height, padding, icon, gap;
    TextStyle text;
};

Measures measures(Frame& frame, ButtonSize size, ButtonKind kind) {
    const bool touch = frame.room() == Room::narrow;
    Measures result{frame.px(touch ? 44 : 40), frame.px(16), 18, frame.px(8), style::body_strong};
    if (size == ButtonSize::small)
        result = {frame.px(touch ? 44 : 32), frame.px(12), 16, frame.px(6), style::meta_strong};
    if (size == ButtonSize::hero)
        result = {frame.px(48), frame.px(28), 20, frame.px(10), style::lead};
    if (kind == ButtonKind::quiet)
        result.padding = frame.px(8);
    return result;
}

struct Look {
    Color fill, edge, ink;
};

Look look(const Theme& t, ButtonKind kind, const Interaction& i, Enabled enabled) {
    if (enabled == Enabled::no)
        return {kind == ButtonKind::quiet ? 0 : t.sunken, 0, t.disabled};
    switch (kind) {
    case ButtonKind::primary:
        return {i.held ? t.action_active : i.hovered ? t.action_hover : t.action, 0, t.on_action};
    case ButtonKind::secondary:
        return {i.held ? t.selected : i.hovered ? t.hover : t.surface, i.held || i.hovered ? t.action : t.line_strong, t.ink};
    case ButtonKind::quiet:
        return {i.held ? t.selected : i.hovered ? t.hover : 0, 0, t.action};
    case ButtonKind::danger:
        return {i.held ? t.late_solid : i.hovered ? t.late_soft : t.surface, t.late, i.held ? t.on_late_solid : t.late};
    }
    return {};
}

/// Widest that a second line makes a button; what is longer wraps.
constexpr float widest_detail = 190;

float extra_width(Frame& frame, const ButtonOptions& options, const Measures& m) {
    const float icon = frame.px(m.icon) + m.gap;
    return (options.icon.empty() ? 0 : icon) + (options.trailing_icon.empty() ? 0 : icon);
}

float detail_height(Frame& frame, const ButtonOptions& options, float room) {
    return options.detail.empty() ? 0 : text_height(frame, options.detail, style::meta, room);
}

void draw_label(Frame& frame, const Rect& rect, const ButtonOptions& options, const Measures& m, Color ink) {
    const bool leading = !options.icon.empty(), trailing = !options.trailing_icon.empty();
    const float icon = frame.px(m.icon);
    const float extra = extra_width(frame, options, m);
    const float room = std::max(1.0f, rect.width - 2 * m.padding - extra);
    const float under = detail_height(frame, options, room);
    const BrokenText& broken = frame.text().lines(options.label, m.text.weight, frame.px(m.text.size),
                                                  frame.px(m.text.line_height), room);
    const float text_width = under > 0 ? room : std::ceil(broken.widest);
    const float height = static_cast<float>(broken.lines.size()) * frame.px(m.text.line_height);
    float x = rect.x + std::round((rect.width - extra - text_width) / 2);
    const float middle = rect.y + rect.height / 2;
    if (leading) {
        draw::icon(frame, x + icon / 2, middle, options.icon, m.icon, ink);
        x += icon + m.gap;
    }
    const float top = rect.y + std::round((rect.height - height - under) / 2);
    draw::lines(frame, x, top, text_width, options.label, broken, m.text, ink,
                broken.lines.size() > 1 && under == 0 ? Alignment::center : Alignment::start);
    if (under > 0)
        place_text(frame, {x, top + height, room, under}, options.detail, style::meta, ink);
    if (trailing)
        draw::icon(frame, x + text_width + m.gap + icon / 2, middle, options.trailing_icon, m.icon, ink);
}

} // namespace

NodeId button_id(Frame& frame, const ButtonOptions& options) {
    return frame.id(options.key.empty() ? options.label : options.key);
}

float button_height(Frame& frame, ButtonSize size) {
    return measures(frame, size, ButtonKind::secondary).height;
}

float button_width(Frame& frame, const ButtonOptions& options) {
    const Measures m = measures(frame, options.size, options.kind);
    const float detail = std::min(frame.px(widest_detail), std::ceil(text_width(frame, options.detail, style::meta)));
    return std::max(std::ceil(text_width(frame, options.label, m.text)), detail) + 2 * m.padding + extra_width(frame, options, m);
}

bool button(Frame& frame, const ButtonOptions& options) {
    const Measures m = measures(frame, options.size, options.kind);
    const float limit = frame.layout().flow().width;
    const float width = std::min(limit, options.width >= 0 ? options.width : button_width(frame, options));
    // A label that does not fit wraps and makes the button higher; nothing is cut off.
    const float room = std::max(1.0f, width - 2 * m.padding - extra_width(frame, options, m));
    const float label = text_height(frame, options.label, m.text, room) + detail_height(frame, options, room);
    const Rect rect = frame.layout().place(width, std::max(m.height, label + frame.px(12)));
    const NodeId id = button_id(frame, options);
    const Interaction interaction = frame.interact(id, rect, options.enabled);
    const Theme& t = frame.theme();
    const bool dark = options.ground == Ground::dark;
    const Look colors = dark ? Look{interaction.hovered || interaction.held ? t.navigation_on : 0, t.on_dark_2, t.on_dark}
                             : look(t, options.kind, interaction, options.enabled);
    const float radius = frame.px(8);
    if (colors.fill)
        draw::fill(frame, rect, colors.fill, radius);
    if (colors.edge)
        draw::outline(frame, rect, colors.edge, radius);
    draw_label(frame, rect, options, m, colors.ink);
    if (interaction.focus_visible)
        frame.focus_ring(rect, radius, 2, dark ? t.focus_on_dark : 0);
    Node node;
    node.id = id;
    node.role = Role::button;
    node.name = options.name.empty() ? options.label : options.name;
    node.help = options.help;
    node.disabled = options.enabled == Enabled::no;
    node.expanded = options.expanded;
    frame.tree().add(std::move(node), rect);
    if (!options.help.empty() && options.enabled == Enabled::no)
        frame.tooltip(id, rect, options.help, interaction);
    return interaction.clicked;
}

float icon_button_size(Frame& frame, const IconButtonOptions& options) {
    return frame.px(frame.room() == Room::narrow ? std::max(44.0f, options.size) : options.size);
}

bool icon_button(Frame& frame, const IconButtonOptions& options) {
    const Theme& t = frame.theme();
    const float side = icon_button_size(frame, options);
    const Rect rect = frame.layout().place(side, side);
    const NodeId id = frame.id(options.key.empty() ? options.name : options.key);
    const Interaction interaction = frame.interact(id, rect, options.enabled);
    const bool dark = options.ground == Ground::dark;
    if (interaction.held || interaction.hovered)
        draw::fill(frame, rect, dark ? t.navigation_on : interaction.held ? t.selected : t.hover, frame.px(8));
    const Color ink = options.enabled == Enabled::no ? t.disabled_icon : dark ? t.on_dark : t.ink_2;
    draw::icon(frame, rect.x + side / 2, rect.y + side / 2, options.icon, options.icon_size, ink);
    if (interaction.focus_visible)
        frame.focus_ring(rect, frame.px(8), dark ? 0.0f : 1.0f, dark ? t.focus_on_dark : 0);
    Node node;
    node.id = id;
    node.role = options.expanded ? Role::menu_button : Role::button;
    node.name = options.name;
    node.disabled = options.enabled == Enabled::no;
    node.expanded = options.expanded;
    frame.tree().add(std::move(node), rect);
    frame.tooltip(id, rect, options.name, interaction);
    return interaction.clicked;
}

} // namespace planner::kit
