#include "ui/kit/field.h"

#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/text.h"

#include <algorithm>

namespace planner::kit {

namespace {

Role role_of(FieldInput input) {
    switch (input) {
    case FieldInput::long_text: return Role::area;
    case FieldInput::number: return Role::number;
    case FieldInput::date: return Role::date;
    case FieldInput::time: return Role::time;
    case FieldInput::search: return Role::search;
    case FieldInput::password:
    case FieldInput::paragraph:
    case FieldInput::text:
    case FieldInput::email: return Role::field;
    }
    return Role::field;
}

struct Padding {
    float top, right, bottom, left;
};

Padding padding_of(Frame& frame, const FieldOptions& options) {
    const float side = frame.px(12);
    const bool picker = options.input == FieldInput::date || options.input == FieldInput::time;
    return {frame.px(8), picker ? frame.px(36) : side, frame.px(8), options.icon.empty() ? side : frame.px(36)};
}

void draw_caption(Frame& frame, const FieldOptions& options) {
    const Color soft = frame.theme().ink_3;
    if (options.label_place == LabelPlace::above)
        text(frame, options.label, {.style = style::meta_strong, .exposure = Exposure::decoration});
    if (!options.help.empty())
        text(frame, options.help, {.style = style::meta, .color = soft, .exposure = Exposure::decoration});
}

void draw_box(Frame& frame, const Rect& box, const FieldOptions& options, bool focused, bool hovered) {
    const Theme& t = frame.theme();
    const float radius = frame.px(8);
    draw::fill(frame, box, options.enabled == Enabled::no ? t.sunken : t.surface, radius);
    if (!options.error.empty())
        draw::outline(frame, box, t.late, radius, 2);
    else
        draw::outline(frame, box, focused ? t.focus : hovered ? t.action : t.line_strong, radius);
    if (focused)
        frame.focus_ring(box, radius, 1);
}

Node describe(Frame& frame, const FieldOptions& options, NodeId id, const Padding& padding) {
    Node node;
    node.id = id;
    node.role = role_of(options.input);
    node.name = options.name.empty() ? options.label : options.name;
    node.value = options.value;
    node.help = options.help;
    node.error = options.error;
    node.placeholder = options.placeholder;
    node.language = options.input == FieldInput::email || options.input == FieldInput::password ? std::string_view{} : options.language;
    node.wraps = options.input == FieldInput::paragraph;
    node.secret = options.input == FieldInput::password;
    node.disabled = options.enabled == Enabled::no;
    node.required = options.required;
    node.appearance = appearance(frame, style::body, frame.theme().ink);
    node.appearance.padding[0] = padding.top;
    node.appearance.padding[1] = padding.right;
    node.appearance.padding[2] = padding.bottom;
    node.appearance.padding[3] = padding.left;
    return node;
}

/// One for each character.
std::string dots_for(std::string_view text) {
    std::string dots;
    for (const char byte : text)
        if ((static_cast<unsigned char>(byte) & 0xC0) != 0x80)
            dots += "\u2022";
    return dots;
}

FieldResult take_result(Frame& frame, NodeId id, const Rect& box) {
    FieldResult result;
    result.id = id;
    result.box = box;
    for (const ActionKind kind : {ActionKind::input, ActionKind::change}) {
        if (auto action = frame.take_action(id, kind)) {
            result.changed = std::move(action->value);
            if (!result.base)
                result.base = std::move(action->base);
        }
    }
    result.submitted = frame.take(id, ActionKind::submit).has_value();
    result.left = frame.take(id, ActionKind::blur).has_value();
    return result;
}

void draw_error(Frame& frame, std::string_view error) {
    text(frame, error, {.style = style::meta, .color = frame.theme().late, .exposure = Exposure::decoration,
                        .icon = icon::circle_alert});
}

std::string_view picker_icon(FieldInput input) {
    if (input == FieldInput::date)
        return icon::calendar;
    return input == FieldInput::time ? icon::clock : std::string_view{};
}

} // namespace

NodeId field_id(Frame& frame, const FieldOptions& options) {
    return frame.id(options.key.empty() ? options.label : options.key);
}

FieldResult field(Frame& frame, const FieldOptions& options) {
    const Stack stack(frame.layout(), frame.px(4));
    draw_caption(frame, options);
    const Padding padding = padding_of(frame, options);
    const float line = frame.px(style::body.line_height);
    const float width = frame.layout().available();
    const float inner = std::max(1.0f, width - padding.left - padding.right - 2);
    const bool picker = options.input == FieldInput::date || options.input == FieldInput::time;
    const std::string dots = options.input == FieldInput::password ? dots_for(options.value) : "";
    const std::string_view shown = !dots.empty() ? std::string_view(dots) : picker && !options.display.empty() ? options.display : options.value;
    const bool long_text = options.input == FieldInput::long_text, wraps = long_text || options.input == FieldInput::paragraph;
    const BrokenText& broken = frame.text().lines(shown, Weight::regular, frame.px(15), line, wraps ? inner : 1e6f);
    const float text_height = broken.native ? broken.native_height : static_cast<float>(broken.lines.size()) * line;
    const float least = long_text ? static_cast<float>(options.lines) * line : line;
    const float touch = frame.room() == Room::narrow ? frame.px(44) : frame.px(40);
    const float content = wraps ? std::max(least, text_height) : line;
    const Rect box = frame.layout().place(width, std::max(touch, content + padding.top + padding.bottom + 2));

    const NodeId id = field_id(frame, options);
    const bool focused = frame.is_focused(id);
    const Interaction interaction = frame.interact(id, box, options.enabled);
    draw_box(frame, box, options, focused, interaction.hovered);
    const float centred = long_text ? padding.top + 1 : (box.height - content) / 2;
    const Rect body{box.x + padding.left + 1, box.y + centred, inner, line};
    const bool native = broken.native && !focused && !frame.is_covered(box) && !picker;
    // While it has the focus, the page's own field shows the text and the caret.
    if (!focused && !native) {
        // One line may be longer than its box, as in the page's own field.
        const draw::Clip clip(frame, {body.x, box.y, inner, box.height});
        const bool empty = shown.empty() && !options.placeholder.empty();
        const Color ink = options.enabled == Enabled::no || empty ? frame.theme().placeholder : frame.theme().ink;
        if (empty)
            place_text(frame, body, options.placeholder, style::body, ink);
        else
            draw::lines(frame, body.x, body.y, inner, shown, broken, style::body, ink);
    }
    const float middle = box.y + box.height / 2;
    if (!options.icon.empty())
        draw::icon(frame, box.x + frame.px(20), middle, options.icon, 18, frame.theme().ink_3);
    if (picker && !focused)
        draw::icon(frame, box.right() - frame.px(20), middle, picker_icon(options.input), 18, frame.theme().ink_3);

    Padding described = padding;
    described.top = centred - 1;
    described.bottom = described.top;
    Node node = describe(frame, options, id, described);
    node.native_text = native;
    frame.tree().add(std::move(node), box);
    FieldResult result = take_result(frame, id, box);
    if (!options.error.empty())
        draw_error(frame, options.error);
    return result;
}

} // namespace planner::kit
