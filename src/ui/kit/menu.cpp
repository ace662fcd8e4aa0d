#include "ui/kit/menu.h"

#include "ui/kit/draw.h"
#include "ui/kit/overlay_window.h"
#include "ui/kit/text.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace planner::kit {

namespace {

float item_height(Frame& frame) {
    return frame.px(frame.room() == Room::narrow ? 48 : 40);
}

Rect menu_area(Frame& frame, const Frame::OpenMenu& menu) {
    float width = frame.px(160);
    for (const MenuItem& item : menu.items)
        width = std::max(width, std::ceil(text_width(frame, item.label, style::body)) + frame.px(60));
    const float height = static_cast<float>(menu.items.size()) * item_height(frame) + frame.px(12);
    const FrameInput& input = frame.input();
    const float margin = frame.px(4);
    width = std::min(width, input.width - 2 * margin);
    Rect area{menu.anchor.right() - width, menu.anchor.bottom() + margin, width, height};
    if (area.bottom() > input.height - margin && menu.anchor.y - margin - height > 0)
        area.y = menu.anchor.y - margin - height;
    area.x = std::clamp(area.x, margin, std::max(margin, input.width - width - margin));
    return area;
}

bool draw_item(Frame& frame, const MenuItem& item, NodeId id, const Rect& rect) {
    const Theme& t = frame.theme();
    const Interaction interaction = frame.interact(id, rect, item.enabled ? Enabled::yes : Enabled::no);
    if (interaction.hovered || interaction.focus_visible)
        draw::fill(frame, rect, interaction.held ? t.selected : t.hover, frame.px(6));
    const Color ink = !item.enabled ? t.disabled : item.danger ? t.late : t.ink;
    draw::icon(frame, rect.x + frame.px(20), rect.y + rect.height / 2, item.icon, 18, item.danger ? t.late : t.ink_2);
    draw::text(frame, rect.x + frame.px(40), rect.y + std::round((rect.height - frame.px(22)) / 2), item.label,
               style::body, ink);
    if (interaction.focus_visible)
        frame.focus_ring(rect.inset(3), frame.px(4), 0);
    Node node;
    node.id = id;
    node.role = Role::menu_item;
    node.name = item.label;
    node.disabled = !item.enabled;
    frame.tree().add(std::move(node), rect);
    return interaction.clicked;
}

void close_menu(Frame& frame) {
    frame.request_focus(frame.menu()->owner);
    frame.menu().reset();
}

} // namespace

std::optional<std::size_t> menu_button(Frame& frame, IconButtonOptions options, std::vector<MenuItem> items) {
    const NodeId id = frame.id(options.key.empty() ? options.name : options.key);
    options.expanded = menu_is_open(frame, id);
    const float side = icon_button_size(frame, options);
    const bool clicked = icon_button(frame, options);
    const Rect anchor{ImGui::GetItemRectMin().x, ImGui::GetItemRectMin().y, side, side};
    return menu_of(frame, id, anchor, clicked, std::move(items));
}

bool menu_is_open(Frame& frame, NodeId owner) {
    return frame.menu() && frame.menu()->owner == owner;
}

std::optional<std::size_t> menu_of(Frame& frame, NodeId id, const Rect& anchor, bool clicked, std::vector<MenuItem> items) {
    auto& menu = frame.menu();
    const bool open = menu_is_open(frame, id);
    std::optional<std::size_t> chosen;
    if (open && menu->chosen) {
        chosen = menu->chosen;
        close_menu(frame);
    } else if (clicked && open) {
        close_menu(frame);
    } else if (clicked || open) {
        menu = Frame::OpenMenu{id, open ? menu->anchor : anchor, std::move(items), std::nullopt};
    }
    return chosen;
}

void draw_menu(Frame& frame) {
    auto& menu = frame.menu();
    if (!menu)
        return;
    if (!frame.tree().find(menu->owner)) {
        menu.reset();
        return;
    }
    const Rect area = menu_area(frame, *menu);
    const OverlayWindow window(frame, "menu", area);
    draw::shadow(frame, area, frame.px(12));
    draw::fill(frame, area, frame.theme().surface, frame.px(12));
    draw::outline(frame, area, frame.theme().line, frame.px(12));
    Node node;
    node.id = {menu->owner.value ^ 0x6D656E75};
    node.role = Role::menu;
    if (const Node* owner = frame.tree().find(menu->owner))
        node.name = owner->name;
    // Drawn over everything, so outside the landmarks of the screen; all content belongs in one.
    Node around;
    around.id = {node.id.value ^ 0x61726F756E64};
    around.role = Role::region;
    around.name = node.name;
    const Container landmark(frame, std::move(around), area);
    const Container container(frame, std::move(node), area);
    const bool fresh = frame.appeared(container.id());
    float y = area.y + frame.px(6);
    for (std::size_t i = 0; i < menu->items.size(); ++i) {
        const NodeId id{container.id().value + i + 1};
        const Rect rect{area.x + frame.px(6), y, area.width - frame.px(12), item_height(frame)};
        if (draw_item(frame, menu->items[i], id, rect))
            menu->chosen = i;
        if (fresh && i == 0)
            frame.request_focus(id);
        y += item_height(frame);
    }
    const ImVec2 mouse = ImGui::GetMousePos();
    const bool outside = !fresh && ImGui::IsMouseClicked(0) && !area.contains(mouse.x, mouse.y) &&
                         !menu->anchor.contains(mouse.x, mouse.y);
    if (frame.take(container.id(), ActionKind::dismiss) || outside)
        close_menu(frame);
    else if (menu->chosen)
        frame.wake_after(0);
}

} // namespace planner::kit
