#include "ui/kit/dialog.h"

#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/text.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace planner::kit {

namespace {

constexpr float side_padding = 24;
constexpr float header_height = 68;

float footer_height(Frame& frame, std::size_t stacked) {
    const float row = button_height(frame, ButtonSize::regular);
    return static_cast<float>(stacked) * row + static_cast<float>(stacked - 1) * frame.px(8) + frame.px(32);
}

NodeId height_key(NodeId id) {
    return {id.value ^ 0x68656967687400};
}

/// Not the title alone: the button that opens a dialog, or a heading, may have the same text in the same scope.
std::string key_of(const DialogOptions& options) {
    return "dialog " + std::string(options.key.empty() ? options.title : options.key);
}

} // namespace

Dialog::Dialog(Frame& frame, const DialogOptions& options)
    : frame_(frame), id_(frame.id(key_of(options))),
      window_(frame, "dialog", {0, 0, frame.input().width, frame.input().height}) {
    frame.push_scope(key_of(options));
    opened_ = frame.appeared(id_);
    panel_ = panel_rect(options);
    const float radius = frame.px(16);
    draw::fill(frame, {0, 0, frame.input().width, frame.input().height}, frame.theme().scrim);
    draw::shadow(frame, panel_, radius);
    draw::fill(frame, panel_, frame.theme().surface, radius);
    Node node;
    node.id = id_;
    node.role = Role::dialog;
    node.name = options.title;
    node.modal = true;
    container_.emplace(frame, std::move(node), panel_);
    dismissed_ = frame.take(id_, ActionKind::dismiss).has_value();
    open_content(options);
}

void Dialog::open_content(const DialogOptions& options) {
    const float header = std::max(frame_.px(header_height), frame_.memory({id_.value ^ 0x68656164}));
    const float footer = frame_.memory({id_.value ^ 0x666F6F74});
    all_scrolls_ = panel_.height < header + footer + frame_.px(80) && panel_.height < frame_.memory(height_key(id_)) - 1;
    if (!all_scrolls_)
        draw_header(options, panel_);
    const float top = all_scrolls_ ? 0 : header;
    content_.emplace(frame_, ScrollOptions{.key = "content",
                                           .area = {panel_.x, panel_.y + top, panel_.width,
                                                    std::max(frame_.px(40), panel_.height - top - (all_scrolls_ ? 0 : footer))},
                                           .padding_across = side_padding,
                                           .padding_top = all_scrolls_ ? 0.0f : 4.0f,
                                           .padding_bottom = 8,
                                           .gap = 16});
    if (!all_scrolls_)
        return;
    draw_header(options, {panel_.x, frame_.layout().y(), panel_.width, header});
    frame_.layout().place(-1, header - frame_.px(12));
}

Rect Dialog::panel_rect(const DialogOptions& options) const {
    const FrameInput& input = frame_.input();
    const float margin = frame_.px(input.width < 480 ? 8 : 16);
    const float wanted = frame_.memory(height_key(id_));
    const float width = std::min(frame_.px(options.width), input.width - 2 * margin);
    const float height = std::min(wanted > 0 ? wanted : frame_.px(320), input.height - 2 * margin);
    return {std::round((input.width - width) / 2), std::round((input.height - height) / 2), width, height};
}

void Dialog::draw_header(const DialogOptions& options, const Rect& panel) {
    const float cross = icon_button_size(frame_, {.icon = icon::x, .name = options.close_name});
    const float left = panel.x + frame_.px(side_padding);
    const float room = panel.width - frame_.px(side_padding + 16 + 8) - cross;
    const float top = panel.y + frame_.px(20);
    {
        const Column column(frame_.layout(), left, top, room, 0);
        heading(frame_, 2, options.title, {.style = style::title});
        frame_.memory({id_.value ^ 0x68656164}) = column.bottom() - panel.y + frame_.px(16);
    }
    const Column column(frame_.layout(), panel.right() - frame_.px(16) - cross, panel.y + frame_.px(16), cross, 0);
    if (icon_button(frame_, {.icon = icon::x, .name = options.close_name}))
        dismissed_ = true;
}

std::optional<std::size_t> Dialog::buttons(std::span<const ButtonOptions> options) {
    const float content = content_->content_height();
    if (!all_scrolls_)
        content_.reset();
    const float gap = frame_.px(12), room = panel_.width - 2 * frame_.px(side_padding);
    float total = -gap;
    for (const ButtonOptions& option : options)
        total += button_width(frame_, option) + gap;
    const bool stacked = total > room;
    const float footer = footer_height(frame_, stacked ? options.size() : 1);
    const float header = all_scrolls_ ? 0 : std::max(frame_.px(header_height), frame_.memory({id_.value ^ 0x68656164}));
    float& known = frame_.memory(height_key(id_));
    if (std::abs(known - (header + content + footer)) > 0.5f)
        frame_.wake_after(0);
    known = header + content + footer;
    frame_.memory({id_.value ^ 0x666F6F74}) = footer;
    const float top = all_scrolls_ ? frame_.layout().y() : panel_.bottom() - footer;
    draw::fill(frame_, {panel_.x, top, panel_.width, 1}, frame_.theme().line_soft);
    const auto pressed = draw_buttons(options, top + frame_.px(16), total, stacked);
    if (all_scrolls_) {
        frame_.layout().place(-1, footer);
        content_.reset();
    }
    return pressed;
}

std::optional<std::size_t> Dialog::draw_buttons(std::span<const ButtonOptions> options, float top, float total, bool stacked) {
    const float side = frame_.px(side_padding), room = panel_.width - 2 * side;
    std::optional<std::size_t> pressed;
    if (stacked) {
        const Column column(frame_.layout(), panel_.x + side, top, room, frame_.px(8));
        for (std::size_t i = 0; i < options.size(); ++i) {
            ButtonOptions wide = options[i];
            wide.width = room;
            if (button(frame_, wide))
                pressed = i;
        }
        return pressed;
    }
    const Column column(frame_.layout(), panel_.right() - side - total, top, total + 1, 0);
    const Row row(frame_.layout(), frame_.px(12));
    for (std::size_t i = 0; i < options.size(); ++i)
        if (button(frame_, options[i]))
            pressed = i;
    return pressed;
}

Dialog::~Dialog() {
    content_.reset();
    container_.reset();
    frame_.pop_scope();
}

} // namespace planner::kit
