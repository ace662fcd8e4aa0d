#include "ui/side_by_side.h"

#include "ui/kit/icons.h"
#include "ui/kit/text.h"

#include <algorithm>

namespace planner::ui {

void draw_columns(Context& c, float right_width, kit::Draw draw_left,
                  kit::Draw draw_right) {
    kit::Frame& frame = c.frame;
    const float gap = frame.px(16), right = frame.px(right_width);
    const float x = frame.layout().x(), y = frame.layout().y(), width = frame.layout().available() - right - gap;
    float bottom = y;
    {
        const kit::Column column(frame.layout(), x, y, width, frame.px(16));
        draw_left();
        bottom = column.bottom();
    }
    {
        const kit::Column column(frame.layout(), x + width + gap, y, right, frame.px(12));
        draw_right();
        bottom = std::max(bottom, column.bottom());
    }
    frame.layout().place(-1, bottom - y);
}

void draw_side_by_side(Context& c, const SideBySide& parts) {
    kit::Frame& frame = c.frame;
    const bool both = frame.room() == kit::Room::wide;
    if (!both && parts.chosen) {
        if (frame.room() != kit::Room::narrow &&
            kit::link(frame, {.label = c.tr("action.back_to_list"), .address = app::format_route(parts.list),
                              .icon = kit::icon::arrow_left}))
            frame.defer([&planner = c.planner, route = parts.list] { planner.go(route); });
        parts.draw_detail();
        return;
    }
    if (!both || !parts.chosen) {
        parts.draw_list();
        return;
    }
    draw_columns(c, parts.detail_width, parts.draw_list, parts.draw_detail);
}

} // namespace planner::ui
