#include "ui/kit/toast.h"

#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/overlay_window.h"
#include "ui/kit/text.h"

#include <algorithm>
#include <cmath>

namespace planner::kit {

namespace {

constexpr NodeId room_key{0x746F617374};
constexpr NodeId spoken_key{0x746F617375};

struct Shape {
    Rect box;
    float text_width, text_height, action_width;
};

Shape shape(Frame& frame, const ToastOptions& toast, float bottom) {
    Shape result{};
    const float margin = frame.px(16);
    result.action_width =
        toast.action.empty() ? 0 : std::ceil(text_width(frame, toast.action, style::body_strong)) + frame.px(20);
    const float fixed = frame.px(16 + 18 + 10) + result.action_width + frame.px(48);
    const float room = std::min(frame.px(640), frame.input().width - 2 * margin) - fixed;
    result.text_width = std::clamp(std::ceil(text_width(frame, toast.text, style::body)) + 1, frame.px(60),
                                   std::max(frame.px(60), room));
    result.text_height = text_height(frame, toast.text, style::body, result.text_width);
    const float height = std::max(frame.px(48), result.text_height + frame.px(20));
    const float width = std::min(result.text_width + fixed, frame.input().width - 2 * margin);
    result.box = {std::round((frame.input().width - width) / 2), bottom - height, width, height};
    return result;
}

bool text_button(Frame& frame, const Rect& rect, std::string_view label, std::string_view name, std::string_view glyph,
                 Color color) {
    const NodeId id = frame.id(name);
    const Interaction interaction = frame.interact(id, rect);
    if (interaction.hovered)
        draw::outline(frame, rect, color, frame.px(6));
    if (glyph.empty())
        draw::text(frame, rect.x + frame.px(10), rect.y + std::round((rect.height - frame.px(20)) / 2), label,
                   style::body_strong, color);
    else
        draw::icon(frame, rect.x + rect.width / 2, rect.y + rect.height / 2, glyph, 18, color);
    if (interaction.focus_visible)
        frame.focus_ring(rect, frame.px(6), 0, frame.theme().toast_action);
    Node node;
    node.id = id;
    node.role = Role::button;
    node.name = name;
    frame.tree().add(std::move(node), rect);
    return interaction.clicked;
}

void draw_toast(Frame& frame, const ToastOptions& toast, const Shape& s, std::string_view close_name, ToastResult& result) {
    const Theme& t = frame.theme();
    const Scope scope(frame, std::to_string(toast.id));
    const OverlayWindow window(frame, "toast " + std::to_string(toast.id), s.box);
    // Covers what lies under it for the browser too: a field under a toast would take the press instead.
    Node node;
    node.id = frame.id("toast");
    node.role = Role::complementary;
    node.name = toast.text;
    const Container container(frame, std::move(node), s.box);
    draw::shadow(frame, s.box, frame.px(10));
    draw::fill(frame, s.box, t.toast, frame.px(10));
    const float middle = s.box.y + s.box.height / 2;
    draw::icon(frame, s.box.x + frame.px(25), middle,
               toast.tone == ToastTone::done ? icon::circle_check : icon::triangle_alert, 18,
               toast.tone == ToastTone::done ? t.toast_icon : t.toast_action);
    place_text(frame, {s.box.x + frame.px(44), std::round(middle - s.text_height / 2), s.text_width, s.text_height},
               toast.text, style::body, t.on_toast);
    const float height = frame.px(36);
    const float cross = s.box.right() - frame.px(42);
    if (s.action_width > 0 &&
        text_button(frame, {cross - s.action_width, std::round(middle - height / 2), s.action_width, height}, toast.action,
                    toast.action, {}, t.toast_action))
        result.acted = toast.id;
    if (text_button(frame, {cross, std::round(middle - height / 2), height, height}, {}, close_name, icon::x, t.on_toast))
        result.dismissed = toast.id;
    const NodeId hover = frame.id("hover");
    result.held = result.held || frame.is_focused(frame.id(toast.action)) || frame.is_focused(frame.id(close_name));
    if (frame.interact(hover, s.box).hovered)
        result.held = true;
}

} // namespace

ToastResult toasts(Frame& frame, std::span<const ToastOptions> list, std::string_view close_name, float bottom,
                   ToastPresence presence) {
    const Scope scope(frame, "toasts");
    // A region of its own per message: the same words twice are spoken twice, and an older message that is the last one
    // left is not spoken again.
    float& spoken = frame.memory(spoken_key);
    if (!list.empty())
        spoken = std::max(spoken, static_cast<float>(list.back().id));
    Node live;
    live.id = frame.id("live " + std::to_string(static_cast<int>(spoken)));
    live.role = Role::status;
    if (!list.empty() && static_cast<float>(list.back().id) == spoken)
        live.name = list.back().text;
    frame.tree().add(std::move(live), {0, bottom, 1, 1});
    ToastResult result;
    float top = bottom;
    if (presence == ToastPresence::shown)
        for (auto toast = list.rbegin(); toast != list.rend(); ++toast) {
            const Shape s = shape(frame, *toast, top);
            draw_toast(frame, *toast, s, close_name, result);
            top = s.box.y - frame.px(8);
        }
    float& covered = frame.memory(room_key);
    if (covered != bottom - top)
        frame.wake_after(0);
    covered = bottom - top;
    return result;
}

float toast_room(Frame& frame) {
    return frame.memory(room_key) / frame.input().text_scale;
}

} // namespace planner::kit
