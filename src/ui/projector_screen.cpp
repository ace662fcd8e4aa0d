#include "ui/live_parts.h"
#include "ui/room_view.h"
#include "ui/screens.h"

#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/text.h"

namespace planner::ui {

namespace {

void change_full_screen(app::Planner& planner) {
    const bool full = planner.full_screen() == platform::FullScreen::on;
    planner.set_full_screen(full ? platform::FullScreen::off : platform::FullScreen::on);
}

/// Until somebody directs: what to do with this window.
void draw_waiting(Context& c, const kit::Rect& area) {
    kit::Frame& frame = c.frame;
    const float width = std::min(frame.px(720), area.width - frame.px(48));
    const kit::Column column(frame.layout(), area.x + std::round((area.width - width) / 2), area.y + std::round(area.height * 0.35f), width, frame.px(16));
    kit::heading(frame, 1, c.tr("projector.waiting"), {.style = kit::style::display, .align = kit::Alignment::center});
    kit::text(frame, c.tr("live.projector_help"), {.style = kit::style::lead_plain, .color = frame.theme().ink_2, .align = kit::Alignment::center});
}

/// In a corner, for whoever puts the window on the projector; away once it fills the screen.
void draw_full_screen_button(Context& c, const kit::Rect& area) {
    if (c.planner.full_screen() == platform::FullScreen::on)
        return;
    kit::Frame& frame = c.frame;
    const float side = kit::icon_button_size(frame, {.icon = {}, .name = {}});
    const kit::Column column(frame.layout(), area.right() - side - frame.px(8), area.y + frame.px(8), side, 0);
    if (kit::icon_button(frame, {.icon = kit::icon::maximize_2, .name = c.tr("projector.full_screen"), .key = "full screen"}))
        frame.defer([&planner = c.planner] { change_full_screen(planner); });
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
    const kit::Rect area{0, 0, frame.input().width, frame.input().height};
    kit::Node node;
    node.id = frame.id("main");
    node.role = kit::Role::main;
    const kit::Container container(frame, std::move(node), area);
    frame.at_end([&planner = c.planner] { planner.keep_awake(planner.scene().empty() ? platform::Awake::no : platform::Awake::yes); });
    draw_full_screen_button(c, area);
    const auto scene = app::read_scene(c.planner.scene());
    if (scene && scene->kind != app::RoomKind::waiting)
        draw_room(c, *scene, area, c.planner.now());
    else
        draw_waiting(c, area);
}

} // namespace planner::ui
