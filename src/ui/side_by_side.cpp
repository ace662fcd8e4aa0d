#include "ui/side_by_side.h"

#include "ui/kit/icons.h"
#include "ui/kit/text.h"

#include <algorithm>

namespace planner::ui {

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
    const float gap = frame.px(16), detail = frame.px(parts.detail_width);
    const float x = frame.layout().x(), y = frame.layout().y(), width = frame.layout().available() - detail - gap;
    float bottom = y;
    {
        const kit::Column column(frame.layout(), x, y, width, frame.px(16));
        parts.draw_list();
        bottom = column.bottom();
    }
    {
        const kit::Column column(frame.layout(), x + width + gap, y, detail, frame.px(12));
        parts.draw_detail();
        bottom = std::max(bottom, column.bottom());
    }
    frame.layout().place(-1, bottom - y);
}

} // namespace planner::ui
