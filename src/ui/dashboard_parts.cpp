// What the cards of the dashboard are made of.

#include "ui/dashboard_cards.h"
#include "ui/kit/button.h"
#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/task_words.h"

#include <algorithm>
#include <cmath>

namespace planner::ui {

bool draw_card_head(Context& c, std::string_view title, std::string_view action, std::string_view icon) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, title);
    const kit::ButtonOptions option{.label = action, .icon = icon, .kind = kit::ButtonKind::quiet, .size = kit::ButtonSize::small};
    const float button = action.empty() ? 0 : kit::button_width(frame, option);
    const float width = frame.layout().available(), x = frame.layout().x(), y = frame.layout().y();
    const float room = std::max(frame.px(80), width - button - frame.px(8));
    const float text = kit::text_height(frame, title, kit::style::card_title, room);
    // As high with a button as without, so that the heads of cards beside each other are on one line.
    const float height = std::max(kit::button_height(frame, kit::ButtonSize::small), text);
    bool pressed = false;
    {
        const kit::Column column(frame.layout(), x, y + std::round((height - text) / 2), room, 0);
        kit::heading(frame, 2, title, {.style = kit::style::card_title});
    }
    if (button > 0) {
        const kit::Column column(frame.layout(), x + width - button + frame.px(8), y, button + 1, 0);
        pressed = kit::button(frame, option);
    }
    frame.layout().place(-1, height);
    return pressed;
}

void draw_marked_line(Context& c, const MarkedLine& line) {
    kit::Frame& frame = c.frame;
    const float indent = frame.px(28);
    const kit::Rect start{frame.layout().x(), frame.layout().y(), frame.layout().available(), 0};
    kit::draw::icon(frame, start.x + frame.px(9), start.y + frame.px(10), line.icon, 18, line.color);
    float bottom = start.y;
    {
        const kit::Column column(frame.layout(), start.x + indent, start.y, start.width - indent, 0);
        kit::text(frame, line.text, {.style = kit::style::body_dense});
        if (!line.detail.empty())
            kit::text(frame, line.detail,
                      {.style = kit::style::meta, .color = line.detail_color ? line.detail_color : frame.theme().ink_2});
        bottom = column.bottom();
    }
    frame.layout().place(-1, bottom - start.y);
}

void draw_list(Context& c, const std::string& name, kit::Draw draw_items) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, "list " + name);
    kit::Node node;
    node.id = frame.id("list");
    node.role = kit::Role::list;
    node.name = name;
    const kit::Rect start{frame.layout().x(), frame.layout().y(), frame.layout().available(), 1};
    const kit::Container list(frame, std::move(node), start);
    draw_items();
    if (kit::Node* added = frame.tree().find_open(list.id()))
        added->box.height = frame.layout().y() - start.y;
}

void draw_subject(Context& c, const Subject& subject, kit::Draw draw_content) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, subject.participant);
    kit::divider(frame);
    const app::ParticipantView* view = c.planner.view().participant(subject.participant);
    const std::string edit = c.tr("dashboard.edit_named", {{"name", subject.edited}});
    const kit::IconButtonOptions pencil{.icon = kit::icon::pencil, .name = edit,
                                        .key = "edit", .size = 32, .icon_size = 18};
    const float badge = view ? frame.px(36) : 0;
    const float button = subject.edited.empty() ? 0 : kit::icon_button_size(frame, pencil);
    const kit::Rect start{frame.layout().x(), frame.layout().y(), frame.layout().available(), 0};
    kit::Node node;
    node.id = frame.id("subject");
    node.role = kit::Role::list_item;
    const kit::Container item(frame, std::move(node), start);
    if (view) {
        const kit::Column column(frame.layout(), start.x, start.y, badge, 0);
        kit::badge(frame, view->badge, 24);
    }
    float bottom = start.y + std::max(button, frame.px(24));
    {
        const kit::Column column(frame.layout(), start.x + badge, start.y + frame.px(2), start.width - badge - button, frame.px(2));
        if (view)
            kit::text(frame, subject_name(c, subject.participant), {.style = kit::style::body_strong});
        draw_content();
        bottom = std::max(bottom, column.bottom());
    }
    if (button > 0) {
        const kit::Column column(frame.layout(), start.right() - button, start.y, button, 0);
        if (kit::icon_button(frame, pencil))
            frame.defer([&state = c.state, dialog = subject.dialog, id = subject.participant, in = subject.card] {
                state.dialog = dialog;
                state.dialog_card = in;
                state.dialog_subject = id;
            });
    }
    const kit::Rect rect = frame.layout().place(-1, bottom - start.y);
    if (kit::Node* added = frame.tree().find_open(item.id()))
        added->box.height = rect.height;
}

} // namespace planner::ui
