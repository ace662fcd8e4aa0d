#include "ui/list_line.h"

#include "ui/kit/draw.h"
#include "ui/kit/text.h"

#include <algorithm>

namespace planner::ui {

void draw_list_line(Context& c, const ListLine& line) {
    kit::Frame& frame = c.frame;
    const kit::Theme& t = frame.theme();
    const kit::Scope scope(frame, line.key);
    const float padding = frame.px(12), icon = frame.px(26);
    const float width = frame.layout().available() - 2 * padding - icon;
    const float title = kit::text_height(frame, line.title, kit::style::body_strong, width);
    const float under = line.under.empty() ? 0 : kit::text_height(frame, line.under, kit::style::meta, width);
    const float note = line.note.empty() ? 0 : kit::text_height(frame, line.note, kit::style::meta, width);
    const kit::Rect rect = frame.layout().place(-1, std::max(frame.px(44), title + under + note + frame.px(14)));
    const kit::NodeId id = frame.id("open");
    const kit::Interaction interaction = frame.interact(id, rect);
    if (interaction.hovered)
        kit::draw::fill(frame, {rect.x + 1, rect.y, rect.width - 2, rect.height}, t.hover, frame.px(6));
    float y = rect.y + frame.px(7);
    kit::draw::icon(frame, rect.x + padding + frame.px(8), y + frame.px(11), line.icon, 16, line.icon_color);
    const float x = rect.x + padding + icon;
    kit::place_text(frame, {x, y, width, title}, line.title, kit::style::body_strong, t.ink);
    y += title;
    if (under > 0)
        kit::place_text(frame, {x, y, width, under}, line.under, kit::style::meta, t.ink_2);
    if (note > 0)
        kit::place_text(frame, {x, y + under, width, note}, line.note, kit::style::meta, line.icon_color);
    if (interaction.focus_visible)
        frame.focus_ring(rect.inset(2), frame.px(6), 0);
    kit::Node node;
    node.id = id;
    node.role = kit::Role::link;
    node.name = line.name;
    node.help = line.note;
    node.address = app::format_route(line.target);
    frame.tree().add(std::move(node), rect);
    if (interaction.clicked)
        frame.defer([&planner = c.planner, target = line.target] { planner.go(target); });
}

void draw_more(Context& c, std::size_t count, std::size_t shown, std::string_view words) {
    if (count > shown)
        kit::text(c.frame, c.planner.texts().count(words, count - shown),
                  {.style = kit::style::meta, .color = c.frame.theme().ink_2});
}

} // namespace planner::ui
