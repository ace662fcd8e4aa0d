#include "ui/kit/drag.h"

#include "ui/kit/button.h"
#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/text.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace planner::kit {

namespace {

using State = Frame::DragState;

constexpr float begins_after = 4;          ///< CSS px: a hand that only presses may shake
constexpr std::size_t most_lines = 3;      ///< of what hangs on the pointer
constexpr float nowhere = -1e6f;           ///< where the pointer is when it left the window

bool hangs(const std::optional<Frame::Drag>& drag) {
    return drag && drag->state != State::pressed && drag->state != State::cancelled;
}

void draw_picture(Frame& frame, const Frame::Drag& drag) {
    const Theme& t = frame.theme();
    const float padding = frame.px(10), margin = frame.px(4);
    const float room = std::min(frame.px(260), frame.input().width - 2 * margin - 2 * padding);
    BrokenText broken = frame.text().lines(drag.label, style::body_dense.weight, frame.px(style::body_dense.size),
                                           frame.px(style::body_dense.line_height), room);
    // Over a target it shrinks to one line, so that what the target is called can be read.
    broken.lines.resize(std::min(broken.lines.size(), drag.over == NodeId{} ? most_lines : 1));
    const float height = static_cast<float>(broken.lines.size()) * frame.px(style::body_dense.line_height);
    Rect box{std::round(drag.x + frame.px(16)), std::round(drag.y - height / 2 - padding), std::ceil(broken.widest) + 2 * padding, height + 2 * padding};
    box.x = std::clamp(box.x, margin, std::max(margin, frame.input().width - box.width - margin));
    box.y = std::clamp(box.y, margin, std::max(margin, frame.input().height - box.height - margin));
    draw::shadow(frame, box, frame.px(8));
    draw::fill(frame, box, t.surface, frame.px(8));
    draw::outline(frame, box, t.action, frame.px(8), 2);
    draw::lines(frame, box.x + padding, box.y + padding, room, drag.label, broken, style::body_dense, t.ink);
}

} // namespace

NodeId drag_handle(Frame& frame, const DragHandleOptions& options) {
    const Theme& t = frame.theme();
    const float side = icon_button_size(frame, {.icon = {}, .name = {}, .size = 32});
    const Rect rect = frame.layout().place(side, side);
    const NodeId id = frame.id(options.key);
    const Interaction interaction = frame.interact(id, rect);
    auto& drag = frame.drag();
    if (interaction.held && !drag) {
        const ImVec2 pointer = ImGui::GetMousePos();
        drag = Frame::Drag{id, std::string(options.label), pointer.x, pointer.y, pointer.x, pointer.y};
    }
    const bool mine = drag && drag->source == id;
    if (mine)
        drag->source_seen = true;
    if (mine || interaction.hovered)
        draw::fill(frame, rect, mine ? t.selected : t.hover, frame.px(8));
    draw::icon(frame, rect.x + rect.width / 2, rect.y + rect.height / 2, icon::grip_vertical, 16, t.ink_2);
    // Of no use to who hears the screen: for them there are buttons.
    Node node;
    node.id = id;
    node.role = Role::image;
    node.drag = true;
    frame.tree().add(std::move(node), rect);
    frame.tooltip(id, rect, options.hint, interaction);
    return id;
}

NodeId dragged(Frame& frame) {
    return hangs(frame.drag()) ? frame.drag()->source : NodeId{};
}

DropResult drop_target(Frame& frame, NodeId id, const Rect& rect) {
    auto& drag = frame.drag();
    if (!hangs(drag))
        return DropResult::none;
    if (drag->state == State::landed)
        return drag->over == id ? DropResult::dropped : DropResult::none;
    if (rect.contains(drag->x, drag->y) && ImGui::IsMouseHoveringRect({rect.x, rect.y}, {rect.right(), rect.bottom()}))
        drag->under_pointer = id;
    return drag->over == id ? DropResult::over : DropResult::none;
}

bool cancel_drag(Frame& frame) {
    auto& drag = frame.drag();
    if (!drag || (drag->state != State::pressed && drag->state != State::moving))
        return false;
    drag->state = State::cancelled;
    return true;
}

void follow_drag(Frame& frame) {
    auto& drag = frame.drag();
    if (!drag)
        return;
    drag->over = std::exchange(drag->under_pointer, NodeId{});
    drag->source_seen = false;
    if (drag->state == State::released) {
        drag->state = State::landed;
        return;
    }
    const ImVec2 pointer = ImGui::GetMousePos();
    const bool inside = ImGui::IsMousePosValid(&pointer);
    drag->x = inside ? pointer.x : nowhere;
    drag->y = inside ? pointer.y : nowhere;
    if (drag->state == State::pressed && std::hypot(drag->x - drag->start_x, drag->y - drag->start_y) > begins_after)
        drag->state = State::moving;
    if (ImGui::IsMouseDown(0))
        return;
    if (drag->state == State::moving)
        drag->state = State::released;
    else
        drag.reset();
}

void draw_drag(Frame& frame) {
    auto& drag = frame.drag();
    // What is gone from the screen cannot be dragged any further.
    if (drag && (!drag->source_seen || drag->state == State::landed))
        drag.reset();
    if (!hangs(drag))
        return;
    if (drag->state == State::released)
        frame.wake_after(0);
    constexpr ImGuiWindowFlags bare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs |
                                      ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("drag", nullptr, bare);
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    if (drag->x != nowhere)
        draw_picture(frame, *drag);
    ImGui::End();
}

} // namespace planner::kit
