#include "ui/points.h"

#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"

#include <algorithm>
#include <optional>

namespace planner::ui {

namespace {

/// A list that is as high as what is drawn while it lives.
class List {
public:
    List(kit::Frame& frame, std::string_view name)
        : frame_(frame), top_(frame.layout().y()),
          container_(frame, node_of(frame, name), {frame.layout().x(), top_, frame.layout().available(), 0}),
          stack_(frame.layout(), frame.px(6)) {}
    ~List() {
        if (kit::Node* added = frame_.tree().find_open(container_.id()))
            added->box.height = frame_.layout().flow().bottom - top_;
    }
    List(const List&) = delete;
    List& operator=(const List&) = delete;

    void describe(std::size_t index, std::string text, const kit::Rect& rect) {
        kit::Node item;
        item.id = frame_.id("point " + std::to_string(index));
        item.role = kit::Role::list_item;
        item.name = std::move(text);
        frame_.tree().add(std::move(item), rect);
    }

private:
    static kit::Node node_of(kit::Frame& frame, std::string_view name) {
        kit::Node node;
        node.id = frame.id("points");
        node.role = kit::Role::list;
        node.name = name;
        return node;
    }

    kit::Frame& frame_;
    float top_;
    kit::Container container_;
    kit::Stack stack_;
};

constexpr std::string_view between = ": ";

/// An address in a text: where it starts and how long it is, without the stop that ends its sentence.
struct WebAddress {
    std::size_t start, length;
};

std::optional<WebAddress> address_in(const std::string& text) {
    const std::size_t start = text.find("https://");
    if (start == std::string::npos)
        return std::nullopt;
    std::size_t end = std::min(text.find_first_of(" \n", start), text.size());
    while (end > start && std::string_view(".,;:!?)").find(text[end - 1]) != std::string_view::npos)
        --end;
    return WebAddress{start, end - start};
}

} // namespace

void draw_paragraph(Context& c, const std::string& text) {
    const kit::Color ink = c.frame.theme().ink_2;
    const auto address = address_in(text);
    if (!address)
        return void(kit::text(c.frame, text, {.color = ink}));
    const kit::Stack stack(c.frame.layout(), 0);
    const std::string link = text.substr(address->start, address->length);
    const std::string before = text.substr(0, text.find_last_not_of(' ', address->start - 1) + 1);
    if (address->start > 0)
        kit::text(c.frame, before, {.color = ink});
    // Browsers follow an address of the web by themselves.
    kit::link(c.frame, {.label = link, .address = link, .trailing_icon = kit::icon::external_link});
    const std::size_t after = text.find_first_not_of(" .", address->start + address->length);
    if (after != std::string::npos)
        draw_paragraph(c, text.substr(after));
}

PointMark mark_of(Context& c, process::Tone tone) {
    const kit::Theme& t = c.frame.theme();
    switch (tone) {
    case process::Tone::good: return {kit::icon::check, t.ok};
    case process::Tone::bad: return {kit::icon::x, t.late};
    case process::Tone::plain: break;
    }
    return {kit::icon::circle_dot, t.ink_3};
}

void draw_points(Context& c, std::string_view name, const std::vector<process::Text>& points, const PointMark& mark) {
    kit::Frame& frame = c.frame;
    List list(frame, name);
    const float indent = frame.px(26), room = frame.layout().available() - indent;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::string& text = points[i].in(c.language());
        const float height = kit::text_height(frame, text, kit::style::body, room);
        const kit::Rect rect = frame.layout().place(-1, height);
        kit::draw::icon(frame, rect.x + frame.px(9), rect.y + frame.px(11), mark.icon, 16, mark.color);
        kit::place_text(frame, {rect.x + indent, rect.y, room, height}, text, kit::style::body, frame.theme().ink);
        list.describe(i, text, rect);
    }
}

bool draw_words(Context& c, std::string_view name, const std::vector<process::Text>& points) {
    const auto colon = [&](const process::Text& point) { return point.in(c.language()).find(between); };
    if (!std::all_of(points.begin(), points.end(), [&](const process::Text& point) { return colon(point) != std::string::npos; }))
        return false;
    kit::Frame& frame = c.frame;
    const kit::Theme& t = frame.theme();
    List list(frame, name);
    const float width = frame.layout().available();
    const bool beside = width > frame.px(480);
    const float left = beside ? frame.px(180) : width, gap = beside ? frame.px(16) : 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::string& text = points[i].in(c.language());
        const std::string word = text.substr(0, colon(points[i])), meaning = text.substr(word.size() + between.size());
        const float room = beside ? width - left - gap : width;
        const float word_height = kit::text_height(frame, word, kit::style::body_strong, left);
        const float height = kit::text_height(frame, meaning, kit::style::body, room);
        const kit::Rect rect = frame.layout().place(-1, beside ? std::max(word_height, height) : word_height + height);
        kit::place_text(frame, {rect.x, rect.y, left, word_height}, word, kit::style::body_strong, t.ink);
        const float x = beside ? rect.x + left + gap : rect.x, y = beside ? rect.y : rect.y + word_height;
        kit::place_text(frame, {x, y, room, height}, meaning, kit::style::body, t.ink_2);
        list.describe(i, text, rect);
    }
    return true;
}

} // namespace planner::ui
