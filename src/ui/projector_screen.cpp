#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/scroll.h"
#include "ui/kit/text.h"
#include "ui/screens.h"

#include <algorithm>

namespace planner::ui {

namespace {

/// In a corner, for whoever puts the window on the projector.
void draw_full_screen_button(Context& c, const kit::Rect& corner) {
    const bool full = c.planner.full_screen() == platform::FullScreen::on;
    const std::string name = c.tr(full ? "projector.full_screen_end" : "projector.full_screen");
    const kit::Column column(c.frame.layout(), corner.x, corner.y, corner.width, 0);
    if (kit::icon_button(c.frame, {.icon = full ? kit::icon::minimize_2 : kit::icon::maximize_2, .name = name, .key = "full screen"}))
        c.frame.defer([&planner = c.planner, wanted = full ? platform::FullScreen::off : platform::FullScreen::on] {
            planner.set_full_screen(wanted);
        });
}

} // namespace

void draw_projector_screen(Context& c) {
    kit::Frame& frame = c.frame;
    const float width = frame.input().width, height = frame.input().height;
    const float margin = frame.px(8), button = frame.px(36), foot = button + 2 * margin;
    kit::Node node;
    node.id = frame.id("main");
    node.role = kit::Role::main;
    const kit::Container container(frame, std::move(node), {0, 0, width, height});
    {
        const kit::Rect area{0, 0, width, std::max(1.0f, height - foot)};
        const kit::ScrollArea scroll(frame, {.key = "scene", .area = area, .padding_across = 24, .padding_top = 24, .widest = 1440, .gap = 16,
                                             .placing = kit::Placing::centered});
        const std::string& scene = c.planner.scene();
        kit::heading(frame, 1, c.tr(scene.empty() ? "projector.waiting" : "projector.title"), {.style = kit::style::display});
        if (!scene.empty())
            kit::text(frame, scene);
    }
    draw_full_screen_button(c, {width - margin - button, height - margin - button, button, button});
}

} // namespace planner::ui
