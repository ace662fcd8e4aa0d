#include "ui/kit/scroll.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace planner::kit {

ScrollArea::ScrollArea(Frame& frame, const ScrollOptions& options) : frame_(frame) {
    Node node;
    node.id = frame.id(options.key);
    node.role = Role::scroll;
    node.name = options.name;
    node.bare = options.bars == ScrollBars::hidden;
    id_ = frame.tree().add(std::move(node), options.area).id;
    const Rect offset = frame.scroll_offset(id_);

    ImGui::SetCursorScreenPos({options.area.x, options.area.y});
    constexpr ImGuiWindowFlags bare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoScrollWithMouse |
                                      ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove;
    ImGui::BeginChild(static_cast<ImGuiID>(id_.value ^ (id_.value >> 32)),
                      {std::max(1.0f, options.area.width), std::max(1.0f, options.area.height)}, ImGuiChildFlags_None, bare);

    top_ = options.area.y - std::round(offset.y);
    bottom_padding_ = frame.px(options.padding_bottom);
    frame.tree().open(id_, options.area.x, top_);
    frame.open_ring_layer();
    const float padding = frame.px(options.padding_across);
    const float bar = options.bars == ScrollBars::shown ? frame.input().scrollbar_width : 0;
    const float room = options.area.width - bar - 2 * padding;
    const float width = options.widest > 0 ? std::min(room, frame.px(options.widest)) : room;
    const float y = top_ + frame.px(options.padding_top);
    const float centring = options.placing == Placing::centered ? std::round((room - width) / 2) : 0;
    frame.layout().open(Direction::down, options.area.x + padding + centring, y, width, frame.px(options.gap));
}

float ScrollArea::content_height() const {
    return frame_.layout().flow().bottom + bottom_padding_ - top_;
}

ScrollArea::~ScrollArea() {
    const float height = content_height();
    const Rect held = frame_.layout().close_detached();
    frame_.close_ring_layer();
    frame_.tree().close();
    if (Node* node = frame_.tree().find_open(id_)) {
        node->content_height = height;
        node->content_width = std::min(held.width, node->box.width);
    }
    ImGui::EndChild();
}

} // namespace planner::kit
