#pragma once

#include "ui/kit/frame.h"

namespace planner::ui {

/// With so little height left (a phone on its side, 400 % zoom), the header scrolls along with the content.
bool header_scrolls(const kit::Frame&);

/// What a header tells of itself: a banner, or a group where it scrolls along inside the main landmark. It is as high as
/// what stands in it, which only becomes known when that is drawn.
class HeaderFrame {
public:
    HeaderFrame(kit::Frame&, const kit::Rect& area);
    void set_height(float height);

private:
    kit::Frame& frame_;
    kit::Container container_;
};

/// The header at the top of a column in which it scrolls along; `draw` draws it there and gives its height.
template <class DrawHeader> void place_scrolling_header(kit::Frame& frame, const kit::Rect& area, DrawHeader draw) {
    const kit::Rect wide{area.x, frame.layout().y(), area.width - frame.input().scrollbar_width, frame.px(64)};
    frame.layout().place(-1, draw(wide));
}

} // namespace planner::ui
