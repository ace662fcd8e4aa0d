#include "ui/kit/text.h"

#include "ui/kit/draw.h"

#include <algorithm>
#include <cmath>

namespace planner::kit {

namespace {

const BrokenText& broken_lines(Frame& frame, std::string_view text, TextStyle text_style, float width) {
    return frame.text().lines(text, text_style.weight, frame.px(text_style.size), frame.px(text_style.line_height), width);
}

float height_of(Frame& frame, const BrokenText& broken, TextStyle text_style) {
    return broken.native ? broken.native_height
                         : static_cast<float>(broken.lines.size()) * frame.px(text_style.line_height);
}

void show(Frame& frame, const Rect& rect, std::string_view text, const BrokenText& broken, TextStyle text_style,
          Color color, Alignment align, Node* node) {
    const bool native = node && broken.native && !frame.is_covered(rect);
    if (node) {
        node->appearance = appearance(frame, text_style, color);
        node->appearance.align = align;
        node->native_text = native;
    }
    if (!native)
        draw::lines(frame, rect.x, rect.y, rect.width, text, broken, text_style, color, align);
}

Rect flow_text(Frame& frame, std::string_view text, const TextOptions& options, Role role, int level) {
    Layout& layout = frame.layout();
    const Color color = options.color ? options.color : frame.theme().ink;
    const float indent = options.icon.empty() ? 0 : frame.px(options.icon_size + 6);
    const bool across = layout.flow().direction == Direction::across;
    const float room = std::max(1.0f, (across ? layout.flow().width : layout.available()) - indent);
    const BrokenText& broken = broken_lines(frame, text, options.style, room);
    const float width = across ? std::min(room, std::ceil(broken.widest) + 1) : room;
    const Rect rect = layout.place(width + indent, height_of(frame, broken, options.style));
    const Rect body{rect.x + indent, rect.y, width, rect.height};
    if (!options.icon.empty())
        draw::icon(frame, rect.x + frame.px(options.icon_size / 2),
                   rect.y + std::round(frame.px(options.style.line_height) / 2), options.icon, options.icon_size, color);
    Node* node = nullptr;
    if (options.exposure == Exposure::described) {
        Node described;
        described.id = frame.id(text);
        described.role = role;
        described.level = level;
        described.name = text;
        node = &frame.tree().add(std::move(described), body);
    }
    show(frame, body, text, broken, options.style, color, options.align, node);
    return rect;
}

void draw_mark(Frame& frame, const Rect& rect, Mark mark) {
    const Theme& t = frame.theme();
    const bool gone = mark == Mark::gone;
    draw::fill(frame, rect, gone ? t.late_soft : t.selected, frame.px(3));
    draw::fill(frame, {rect.x, rect.y + std::round(rect.height * (gone ? 0.55f : 0.86f)), rect.width, std::max(1.0f, frame.px(1.5f))},
               gone ? t.late : t.action);
}

} // namespace

TextAppearance appearance(Frame& frame, TextStyle text_style, Color color) {
    static constexpr int weights[] = {400, 600};
    TextAppearance result;
    result.size = frame.px(text_style.size);
    result.line_height = frame.px(text_style.line_height);
    result.weight = weights[static_cast<std::size_t>(text_style.weight)];
    result.color = to_css(color);
    return result;
}

Rect text(Frame& frame, std::string_view content, const TextOptions& options) {
    return flow_text(frame, content, options, Role::text, 0);
}

Rect heading(Frame& frame, int level, std::string_view content, const TextOptions& options) {
    return flow_text(frame, content, options, Role::heading, level);
}

Rect marked_text(Frame& frame, std::string_view content, std::span<const TextRange> ranges, Mark mark,
                 std::string_view spoken) {
    const TextStyle text_style = style::body;
    const BrokenText& broken = broken_lines(frame, content, text_style, std::max(1.0f, frame.layout().available()));
    const float left = frame.layout().x(), line_height = frame.px(text_style.line_height);
    float y = frame.layout().y();
    if (!broken.native)
        for (const TextLine& line : broken.lines) {
            for (const TextRange& range : ranges) {
                const std::size_t begin = std::max<std::size_t>(range.begin, line.begin), end = std::min<std::size_t>(range.end, line.end);
                if (begin < end)
                    draw_mark(frame, {left + text_width(frame, content.substr(line.begin, begin - line.begin), text_style), y,
                                      text_width(frame, content.substr(begin, end - begin), text_style), line_height}, mark);
            }
            y += line_height;
        }
    const Rect rect = text(frame, content, {.style = text_style});
    if (spoken.empty())
        return rect;
    if (broken.native) {
        text(frame, spoken, {.style = style::meta, .color = frame.theme().ink_2});
        return rect;
    }
    Node node;
    node.id = frame.id(spoken);
    node.role = Role::text;
    node.name = spoken;
    frame.tree().add(std::move(node), {rect.x, rect.bottom() - 1, 1, 1});
    return rect;
}

bool link(Frame& frame, const LinkOptions& options) {
    const TextStyle text_style = style::meta_strong;
    const float icon = frame.px(15), gap = frame.px(4);
    const float icons = (options.icon.empty() ? 0 : icon + gap) + (options.trailing_icon.empty() ? 0 : icon + gap);
    const float one_line = std::ceil(text_width(frame, options.label, text_style));
    // A label that is wider than the room there is takes more lines.
    const float wrapped = std::min(one_line, std::max(frame.px(60), frame.layout().available() - icons));
    const float text_high = wrapped < one_line ? text_height(frame, options.label, text_style, wrapped) : frame.px(text_style.line_height);
    const float least = frame.px(frame.room() == Room::narrow ? 44 : 28);
    const Rect rect = frame.layout().place(wrapped + icons, std::max(least, text_high + frame.px(8)));
    const NodeId id = frame.id(options.key.empty() ? options.label : options.key);
    const Interaction interaction = frame.interact(id, rect);
    const Color color = interaction.hovered ? frame.theme().action_hover : frame.theme().action;
    // The text stands in line with what is above and below it; only what lights up around it reaches further.
    const Rect glow{rect.x - frame.px(4), rect.y, rect.width + 2 * frame.px(4), rect.height};
    if (interaction.hovered)
        draw::fill(frame, glow, frame.theme().hover, frame.px(6));
    float x = rect.x;
    const float middle = rect.y + rect.height / 2;
    if (!options.icon.empty()) {
        draw::icon(frame, x + icon / 2, middle, options.icon, 15, color);
        x += icon + gap;
    }
    place_text(frame, {x, std::round(middle - text_high / 2), wrapped + 1, text_high}, options.label, text_style, color);
    if (!options.trailing_icon.empty())
        draw::icon(frame, rect.right() - icon / 2, middle, options.trailing_icon, 15, color);
    if (interaction.focus_visible)
        frame.focus_ring(glow, frame.px(6), 0);
    Node node;
    node.id = id;
    node.role = options.address.empty() ? Role::button : Role::link;
    node.name = options.name.empty() ? options.label : options.name;
    node.address = options.address;
    frame.tree().add(std::move(node), rect);
    return interaction.clicked;
}

float text_width(Frame& frame, std::string_view content, TextStyle text_style) {
    return frame.text().width(content, text_style.weight, frame.px(text_style.size));
}

float text_height(Frame& frame, std::string_view content, TextStyle text_style, float width) {
    return height_of(frame, broken_lines(frame, content, text_style, width), text_style);
}

void place_text(Frame& frame, const Rect& rect, std::string_view content, TextStyle text_style, Color color,
                Alignment align) {
    show(frame, rect, content, broken_lines(frame, content, text_style, rect.width), text_style, color, align, nullptr);
}

void place_described_text(Frame& frame, const Rect& rect, std::string_view content, TextStyle text_style, Color color,
                          Alignment align) {
    Node described;
    described.id = frame.id(content);
    described.role = Role::text;
    described.name = content;
    Node& node = frame.tree().add(std::move(described), rect);
    show(frame, rect, content, broken_lines(frame, content, text_style, rect.width), text_style, color, align, &node);
}

} // namespace planner::kit
