#include "ui/kit/choice.h"

#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/text.h"

#include <algorithm>
#include <cmath>

namespace planner::kit {

namespace {

bool toggled(Frame& frame, NodeId id, const Interaction& interaction) {
    return interaction.clicked || frame.take(id, ActionKind::change).has_value();
}

void draw_check_box(Frame& frame, const Rect& box, bool checked, const Interaction& interaction) {
    const Theme& t = frame.theme();
    draw::fill(frame, box, checked ? t.action : interaction.hovered ? t.hover : t.surface, frame.px(4));
    if (checked)
        draw::icon(frame, box.x + box.width / 2, box.y + box.height / 2, icon::check, 16, t.on_action);
    else
        draw::outline(frame, box, interaction.hovered ? t.action : t.line_strong, frame.px(4));
}

void draw_radio(Frame& frame, float x, float y, bool chosen, const Interaction& interaction) {
    const Theme& t = frame.theme();
    const float radius = frame.px(10);
    draw::circle(frame, x, y, radius, t.surface);
    draw::ring(frame, x, y, radius, chosen || interaction.hovered ? t.action : t.line_strong, chosen ? 2 : 1.5f);
    if (chosen)
        draw::circle(frame, x, y, frame.px(5), t.action);
}

void draw_group_caption(Frame& frame, const ChipGroupOptions& options) {
    if (options.label_place == LabelPlace::above)
        text(frame, options.label, {.style = style::meta_strong, .exposure = Exposure::decoration});
    if (!options.help.empty())
        text(frame, options.help,
             {.style = style::meta, .color = frame.theme().ink_3, .exposure = Exposure::decoration});
}

bool draw_chip(Frame& frame, const ChipChoice& choice, const ChipGroupOptions& options, std::string_view group) {
    const Theme& t = frame.theme();
    const TextStyle text_style = choice.chosen ? style::meta_strong : style::meta;
    const float icon = choice.chosen ? frame.px(14 + 5) : 0;
    const float padding = frame.px(12);
    const float label_width = std::ceil(text_width(frame, choice.label, text_style));
    const float height = frame.px(frame.room() == Room::narrow ? 44 : 32);
    const float width = std::min(frame.layout().flow().width, label_width + icon + 2 * padding);
    const Rect rect = frame.layout().place(width, height);
    const NodeId id = frame.id(choice.value);
    const Interaction interaction = frame.interact(id, rect);
    const float radius = height / 2;
    const Color ink = choice.chosen ? t.on_action : t.ink;
    if (choice.chosen) {
        draw::fill(frame, rect, interaction.hovered ? t.action_hover : t.action, radius);
    } else {
        draw::fill(frame, rect, interaction.held ? t.selected : interaction.hovered ? t.hover : t.surface, radius);
        draw::outline(frame, rect, interaction.hovered ? t.action : t.line_strong, radius);
    }
    float x = rect.x + padding;
    if (choice.chosen) {
        draw::icon(frame, x + frame.px(7), rect.y + height / 2, icon::check, 14, ink);
        x += icon;
    }
    draw::text(frame, x, rect.y + std::round((height - frame.px(18)) / 2), choice.label, text_style, ink);
    if (interaction.focus_visible)
        frame.focus_ring(rect, radius, 2);
    Node node;
    node.id = id;
    node.role = options.choosing == Choosing::one ? Role::radio : Role::checkbox;
    node.name = choice.label;
    node.value = choice.value;
    node.group = options.choosing == Choosing::one ? std::string(group) : std::string();
    node.checked = choice.chosen ? Checked::on : Checked::off;
    frame.tree().add(std::move(node), rect);
    return toggled(frame, id, interaction);
}

} // namespace

std::optional<bool> checkbox(Frame& frame, const CheckboxOptions& options) {
    const float side = frame.px(22), gap = frame.px(10);
    const bool hidden = options.label_place == LabelPlace::hidden;
    const float room = hidden ? 0 : frame.layout().flow().width - side - gap;
    const float label = hidden ? 0 : text_height(frame, options.label, style::body, room);
    const float label_width = std::min(room, std::ceil(text_width(frame, options.label, style::body)) + 1);
    const float height = std::max(frame.px(frame.room() == Room::narrow ? 44 : 32), label);
    const Rect rect = frame.layout().place(hidden ? height : side + gap + label_width, height);
    const NodeId id = frame.id(options.key.empty() ? options.label : options.key);
    const Interaction interaction = frame.interact(id, rect, options.enabled);
    const float left = hidden ? std::round((height - side) / 2) : 0;
    const Rect box{rect.x + left, rect.y + std::round((height - side) / 2), side, side};
    draw_check_box(frame, box, options.checked, interaction);
    if (!hidden)
        place_text(frame, {rect.x + side + gap, rect.y + std::round((height - label) / 2), label_width, label},
                   options.label, style::body, options.enabled == Enabled::yes ? frame.theme().ink : frame.theme().disabled);
    if (interaction.focus_visible)
        frame.focus_ring(rect, frame.px(6), 2);
    Node node;
    node.id = id;
    node.role = Role::checkbox;
    node.name = options.label;
    node.checked = options.checked ? Checked::on : Checked::off;
    node.disabled = options.enabled == Enabled::no;
    frame.tree().add(std::move(node), rect);
    if (!toggled(frame, id, interaction))
        return std::nullopt;
    return !options.checked;
}

std::optional<std::size_t> chip_group(Frame& frame, const ChipGroupOptions& options) {
    const std::string_view key = options.key.empty() ? options.label : options.key;
    const Stack stack(frame.layout(), frame.px(6));
    draw_group_caption(frame, options);
    const std::string group = to_text(frame.id(key));
    const Rect start{frame.layout().x(), frame.layout().y(), frame.layout().available(), 0};
    Node node;
    node.id = frame.id(key);
    node.role = options.choosing == Choosing::one ? Role::radio_group : Role::group;
    node.name = options.name.empty() ? options.label : options.name;
    node.help = options.help;
    const Container container(frame, std::move(node), start);
    const Scope scope(frame, key);
    std::optional<std::size_t> result;
    {
        const Row row(frame.layout(), frame.px(8));
        for (std::size_t i = 0; i < options.choices.size(); ++i)
            if (draw_chip(frame, options.choices[i], options, group))
                result = i;
    }
    if (Node* added = frame.tree().find_open(container.id()))
        added->box.height = frame.layout().flow().bottom - start.y;
    return result;
}

bool radio_card(Frame& frame, const RadioCardOptions& options) {
    const Theme& t = frame.theme();
    const float padding = frame.px(16), radio = frame.px(20), gap = frame.px(12);
    const float icon = options.icon.empty() ? 0 : frame.px(28) + gap;
    const float note = options.note.empty() || frame.room() == Room::narrow
                           ? 0
                           : std::ceil(text_width(frame, options.note, style::meta)) + frame.px(18) + gap;
    const float width = frame.layout().available();
    const float room = std::max(frame.px(80), width - 2 * padding - radio - gap - icon - note);
    const float label = text_height(frame, options.label, style::body_strong, room);
    const float body = text_height(frame, options.text, style::body_dense, room);
    const Rect rect = frame.layout().place(width, label + body + 2 * padding);
    const NodeId id = frame.id(options.label);
    const Interaction interaction = frame.interact(id, rect, options.enabled);
    const float radius = frame.px(10);
    draw::fill(frame, rect, options.chosen || interaction.hovered ? t.hover : t.surface, radius);
    draw::outline(frame, rect, options.chosen ? t.action : t.line_strong, radius, options.chosen ? 2 : 1);
    const float middle = rect.y + rect.height / 2;
    draw_radio(frame, rect.x + padding + radio / 2, middle, options.chosen, interaction);
    const float x = rect.x + padding + radio + gap;
    if (!options.icon.empty())
        draw::icon(frame, x + frame.px(14), middle, options.icon, 24, t.action);
    place_text(frame, {x + icon, rect.y + padding, room, label}, options.label, style::body_strong, t.ink);
    place_text(frame, {x + icon, rect.y + padding + label, room, body}, options.text, style::body_dense, t.ink_2);
    if (note > 0) {
        const Rect pill{rect.right() - padding - note + gap, middle - frame.px(12), note - gap, frame.px(24)};
        draw::fill(frame, pill, t.sunken, pill.height / 2);
        draw::text(frame, pill.x + frame.px(9), pill.y + frame.px(3), options.note, style::meta, t.ink_2);
    }
    if (interaction.focus_visible)
        frame.focus_ring(rect, radius, 2);
    Node node;
    node.id = id;
    node.role = Role::radio;
    node.name = options.label;
    node.help = options.text;
    node.group = options.group;
    node.checked = options.chosen ? Checked::on : Checked::off;
    frame.tree().add(std::move(node), rect);
    return toggled(frame, id, interaction);
}

std::optional<std::string> select(Frame& frame, const SelectOptions& options) {
    const Theme& t = frame.theme();
    const Stack stack(frame.layout(), frame.px(4));
    if (options.label_place == LabelPlace::above)
        text(frame, options.label, {.style = style::meta_strong, .exposure = Exposure::decoration});
    if (!options.help.empty())
        text(frame, options.help, {.style = style::meta, .color = t.ink_3, .exposure = Exposure::decoration});
    const Rect box = frame.layout().place(-1, frame.px(frame.room() == Room::narrow ? 44 : 40));
    const NodeId id = frame.id(options.key.empty() ? options.label : options.key);
    const Interaction interaction = frame.interact(id, box, options.enabled);
    const float radius = frame.px(8);
    const bool off = options.enabled == Enabled::no;
    draw::fill(frame, box, off ? t.sunken : interaction.hovered ? t.hover : t.surface, radius);
    draw::outline(frame, box, interaction.hovered ? t.action : t.line_strong, radius);
    const auto chosen = std::find_if(options.choices.begin(), options.choices.end(),
                                     [&](const Choice& choice) { return choice.value == options.value; });
    if (chosen != options.choices.end()) {
        const draw::Clip clip(frame, {box.x, box.y, box.width - frame.px(36), box.height});
        draw::text(frame, box.x + frame.px(13), box.y + std::round((box.height - frame.px(22)) / 2), chosen->label,
                   style::body, off ? t.disabled : t.ink);
    }
    draw::icon(frame, box.right() - frame.px(20), box.y + box.height / 2, icon::chevron_down, 18, t.ink_3);
    if (interaction.focus_visible)
        frame.focus_ring(box, radius, 1);
    Node node;
    node.id = id;
    node.role = Role::select;
    node.name = options.name.empty() ? options.label : options.name;
    node.value = options.value;
    node.help = options.help;
    node.choices.assign(options.choices.begin(), options.choices.end());
    node.disabled = off;
    node.appearance = appearance(frame, style::body, t.ink);
    frame.tree().add(std::move(node), box);
    return frame.take(id, ActionKind::change);
}

} // namespace planner::kit
