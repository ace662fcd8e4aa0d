#include "ui/header_frame.h"

namespace planner::ui {

namespace {

kit::Node header_node(kit::Frame& frame) {
    kit::Node node;
    node.id = frame.id("header");
    node.role = header_scrolls(frame) ? kit::Role::group : kit::Role::banner;
    return node;
}

} // namespace

HeaderFrame::HeaderFrame(kit::Frame& frame, const kit::Rect& area) : frame_(frame), container_(frame, header_node(frame), area) {}

void HeaderFrame::set_height(float height) {
    if (kit::Node* node = frame_.tree().find_open(container_.id()))
        node->box.height = height;
}

bool header_scrolls(const kit::Frame& frame) {
    return frame.input().height < frame.px(420);
}

} // namespace planner::ui
