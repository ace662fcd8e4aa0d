#include "ui/live_parts.h"
#include "ui/room_view.h"
#include "ui/screens.h"

#include "ui/kit/button.h"
#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/text.h"

#include <algorithm>
#include <cmath>

namespace planner::ui {

namespace {

void change_full_screen(app::Planner& planner) {
    const bool full = planner.full_screen() == platform::FullScreen::on;
    planner.set_full_screen(full ? platform::FullScreen::off : platform::FullScreen::on);
}

/// Until somebody directs: what to do with this window.
void draw_waiting(Context& c, const kit::Rect& area) {
    kit::Frame& frame = c.frame;
    const float width = std::min(frame.px(720), area.width - frame.px(48)), gap = frame.px(16);
    const std::string title = c.tr("projector.waiting"), help = c.tr("live.projector_help");
    const float height = kit::text_height(frame, title, kit::style::display, width) + gap + kit::text_height(frame, help, kit::style::lead_plain, width);
    const float top = std::max(0.0f, std::min(area.height * 0.35f, area.height - height - gap));
    const kit::Column column(frame.layout(), area.x + std::round((area.width - width) / 2), area.y + std::round(top), width, gap);
    kit::heading(frame, 1, title, {.style = kit::style::display, .align = kit::Alignment::center});
    kit::text(frame, help, {.style = kit::style::lead_plain, .color = frame.theme().ink_2, .align = kit::Alignment::center});
}

/// Below what the room sees, for whoever puts the window on the projector; away once it fills the screen. Gives its height.
float draw_full_screen_bar(Context& c, const kit::Rect& page) {
    if (c.planner.full_screen() == platform::FullScreen::on)
        return 0;
    kit::Frame& frame = c.frame;
    const kit::Rect bar{page.x, page.bottom() - frame.px(52), page.width, frame.px(52)};
    kit::draw::fill(frame, bar, frame.theme().navigation);
    kit::Node node;
    node.id = frame.id("full screen bar");
    node.role = kit::Role::complementary;
    node.name = c.tr("projector.full_screen");
    const kit::Container container(frame, std::move(node), bar);
    const kit::Column column(frame.layout(), bar.x + frame.px(8), bar.y + frame.px(6), bar.width - frame.px(16), 0);
    const kit::Row row(frame.layout(), frame.px(12), frame.px(40));
    if (kit::button(frame, {.label = c.tr("projector.full_screen"), .icon = kit::icon::maximize_2, .key = "full screen", .ground = kit::Ground::dark}))
        frame.defer([&planner = c.planner] { change_full_screen(planner); });
    const std::string help = c.tr("projector.full_screen_help");
    if (frame.layout().flow().right + kit::text_width(frame, help, kit::style::body) + frame.px(40) < bar.right())
        kit::text(frame, help, {.style = kit::style::body, .color = frame.theme().on_dark});
    return bar.height;
}

} // namespace

bool projector_key(Context& c, std::string_view key) {
    if (key != "f" && key != "F")
        return false;
    change_full_screen(c.planner);
    return true;
}

void draw_projector_screen(Context& c) {
    kit::Frame& frame = c.frame;
    const kit::Rect page{0, 0, frame.input().width, frame.input().height};
    const float bar = draw_full_screen_bar(c, page);
    const kit::Rect area{page.x, page.y, page.width, std::max(1.0f, page.height - bar)};
    kit::Node node;
    node.id = frame.id("main");
    node.role = kit::Role::main;
    const kit::Container container(frame, std::move(node), area);
    frame.at_end([&planner = c.planner] { planner.keep_awake(planner.scene().empty() ? platform::Awake::no : platform::Awake::yes); });
    if (frame.double_clicked(page))
        frame.defer([&planner = c.planner] { change_full_screen(planner); });
    const auto scene = app::read_scene(c.planner.scene());
    if (scene && scene->kind != app::RoomKind::waiting)
        draw_room(c, *scene, area, c.planner.now());
    else
        draw_waiting(c, area);
}

} // namespace planner::ui
