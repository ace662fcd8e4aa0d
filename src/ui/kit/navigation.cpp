#include "ui/kit/navigation.h"

#include "ui/kit/draw.h"
#include "ui/kit/menu.h"
#include "ui/kit/text.h"

#include <algorithm>
#include <cmath>

namespace planner::kit {

namespace {

void describe_link(Frame& frame, NodeId id, const Rect& rect, std::string_view name, std::string_view address, bool active,
                   std::string_view help = {}) {
    Node node;
    node.id = id;
    node.role = Role::link;
    node.name = name;
    node.help = help;
    node.address = address;
    node.current = active;
    frame.tree().add(std::move(node), rect);
}

void draw_count(Frame& frame, float right, float middle, const NavigationItem& item) {
    if (item.count.empty())
        return;
    const Theme& t = frame.theme();
    const float text = text_width(frame, item.count, style::meta_strong);
    const float width = std::max(frame.px(22), std::ceil(text) + frame.px(12)), height = frame.px(20);
    const Rect pill{right - width, std::round(middle - height / 2), width, height};
    draw::fill(frame, pill, item.alert ? t.sun : t.navigation_count, height / 2);
    draw::text(frame, pill.x + std::round((width - text) / 2), pill.y + frame.px(1), item.count, style::meta_strong,
               item.alert ? t.on_sun : t.on_dark);
}

Rect item_rect(Frame& frame, NavigationShape shape) {
    if (shape == NavigationShape::bar)
        return frame.layout().place(frame.layout().flow().width, frame.px(68));
    return frame.layout().place(-1, frame.px(shape == NavigationShape::rail ? 44 : 38));
}

void draw_bar_item(Frame& frame, const Rect& rect, const NavigationItem& item) {
    const Theme& t = frame.theme();
    const Color ink = item.active ? t.action : t.ink_2;
    if (item.active)
        draw::fill(frame, {rect.x + rect.width / 2 - frame.px(21), rect.y, frame.px(42), 3}, t.action, 1.5f);
    const TextStyle text_style = item.active ? style::meta_strong : style::meta;
    // Where there are many entries and little room, the icon alone; its name is still told.
    const bool fits = text_width(frame, item.label, style::meta_strong) <= rect.width;
    draw::icon(frame, rect.x + rect.width / 2, rect.y + frame.px(fits ? 24 : 34), item.icon, 22, ink);
    if (fits)
        place_text(frame, {rect.x, rect.y + frame.px(39), rect.width, frame.px(18)}, item.label, text_style, ink,
               Alignment::center);
    draw_count(frame, std::min(rect.right(), rect.x + rect.width / 2 + frame.px(28)), rect.y + frame.px(16), item);
}

void draw_menu_item(Frame& frame, const Rect& rect, const NavigationItem& item, const Interaction& interaction) {
    const Theme& t = frame.theme();
    if (item.active || interaction.hovered)
        draw::fill(frame, rect, t.navigation_on, frame.px(8));
    if (item.active)
        draw::fill(frame, {rect.x, rect.y + frame.px(9), 3, rect.height - frame.px(18)}, t.sun, 1.5f);
    const Color mark = item.active ? t.sun : t.on_dark_2;
    const float middle = rect.y + rect.height / 2;
    if (item.shape == NavigationShape::rail) {
        draw::icon(frame, rect.x + rect.width / 2, middle, item.icon, 20, mark);
        return;
    }
    draw::icon(frame, rect.x + frame.px(19), middle, item.icon, 18, mark);
    const TextStyle text_style = item.active ? style::body.with(Weight::semibold) : style::body;
    draw::text(frame, rect.x + frame.px(38), std::round(middle - frame.px(11)), item.label, text_style, t.on_dark);
    draw_count(frame, rect.right() - frame.px(10), middle, item);
}

} // namespace

bool navigation_item(Frame& frame, const NavigationItem& item) {
    const Rect rect = item_rect(frame, item.shape);
    const NodeId id = frame.id(item.label);
    const Interaction interaction = frame.interact(id, rect);
    if (item.shape == NavigationShape::bar)
        draw_bar_item(frame, rect, item);
    else
        draw_menu_item(frame, rect, item, interaction);
    const bool dark = item.shape != NavigationShape::bar;
    if (interaction.focus_visible)
        frame.focus_ring(rect.inset(3), frame.px(6), 0, dark ? frame.theme().focus_on_dark : 0);
    describe_link(frame, id, rect, item.label, item.address, item.active, item.count);
    if (item.shape == NavigationShape::rail)
        frame.tooltip(id, rect, item.label, interaction);
    return interaction.clicked;
}

std::optional<std::size_t> navigation_menu(Frame& frame, const NavigationItem& item, std::vector<MenuItem> items) {
    const Rect rect = item_rect(frame, NavigationShape::bar);
    const NodeId id = frame.id(item.label);
    const Interaction interaction = frame.interact(id, rect);
    draw_bar_item(frame, rect, item);
    if (interaction.focus_visible)
        frame.focus_ring(rect.inset(3), frame.px(6), 0);
    Node node;
    node.id = id;
    node.role = Role::menu_button;
    node.name = item.label;
    node.expanded = menu_is_open(frame, id);
    frame.tree().add(std::move(node), rect);
    return menu_of(frame, id, rect, interaction.clicked, std::move(items));
}

bool navigation_step(Frame& frame, const NavigationStep& step) {
    const Theme& t = frame.theme();
    const Rect rect = frame.layout().place(-1, frame.px(28));
    const NodeId id = frame.id(step.label);
    const Interaction interaction = frame.interact(id, rect);
    if (step.active || interaction.hovered)
        draw::fill(frame, rect, t.navigation_on, frame.px(6));
    const TextStyle text_style = step.active ? style::meta_strong : style::meta;
    const float y = rect.y + frame.px(5);
    const float number = text_width(frame, step.number, text_style);
    draw::text(frame, rect.x + frame.px(29) - std::round(number / 2), y, step.number, text_style,
               step.active ? t.sun : t.on_dark_2);
    draw::text(frame, rect.x + frame.px(46), y, step.label, text_style, step.active ? t.on_dark : t.on_dark_2);
    const float count = text_width(frame, step.count, style::meta);
    draw::text(frame, rect.right() - frame.px(10) - std::ceil(count), y, step.count, style::meta, t.on_dark_2);
    if (interaction.focus_visible)
        frame.focus_ring(rect.inset(3), frame.px(4), 0, t.focus_on_dark);
    describe_link(frame, id, rect, step.label, step.address, step.active, step.count);
    return interaction.clicked;
}

std::optional<std::size_t> tabs(Frame& frame, std::string_view name, std::span<const TabItem> items) {
    const Theme& t = frame.theme();
    const Scope scope(frame, name);
    std::optional<std::size_t> chosen;
    const float left = frame.layout().x(), width = frame.layout().available();
    Node list;
    list.id = frame.id("tabs");
    list.role = Role::navigation;
    list.name = name;
    const float top = frame.layout().y();
    const Container container(frame, std::move(list), {left, top, width, 0});
    float bottom = top;
    {
        const Row row(frame.layout(), frame.px(24));
        frame.layout().flow().line_gap = 0;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const float label = std::ceil(text_width(frame, items[i].label, style::body_strong)) + 1;
            // A name wider than the row wraps; one of a single letter still is a target.
            const float room = std::clamp(label, frame.px(32), std::max(frame.px(32), frame.layout().flow().width));
            const float text = text_height(frame, items[i].label, style::body_strong, room);
            const Rect rect =
                frame.layout().place(room, std::max(frame.px(frame.room() == Room::narrow ? 44 : 36), text + frame.px(12)));
            bottom = std::max(bottom, rect.bottom());
            const NodeId id = frame.id(items[i].address);
            const Interaction interaction = frame.interact(id, rect);
            const Color ink = items[i].active || interaction.hovered ? t.action : t.ink_2;
            place_text(frame, {rect.x, rect.y + std::round((rect.height - text) / 2), room, text}, items[i].label,
                       style::body_strong, ink);
            if (items[i].active)
                draw::fill(frame, {rect.x, rect.bottom() - 3, rect.width, 3}, t.action, 1.5f);
            if (interaction.focus_visible)
                frame.focus_ring(rect, frame.px(4), 1);
            describe_link(frame, id, rect, items[i].label, items[i].address, items[i].active);
            if (interaction.clicked)
                chosen = i;
        }
    }
    draw::fill(frame, {left, bottom - 1, width, 1}, t.line);
    if (Node* node = frame.tree().find_open(container.id()))
        node->box.height = bottom - top;
    return chosen;
}

} // namespace planner::kit
