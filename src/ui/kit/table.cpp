#include "ui/kit/table.h"

#include "ui/kit/draw.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace planner::kit {

namespace {

constexpr float gap_across = 10, gap_down = 6;

struct Span {
    float x, width;
};

/// Where the columns stand; nothing when they do not fit beside each other.
std::vector<Span> places_of(Frame& frame, const TableOptions& options) {
    float least = -frame.px(gap_across), shares = 0;
    for (const TableColumn& column : options.columns) {
        least += frame.px(column.least) + frame.px(gap_across);
        shares += column.share;
    }
    const float left = frame.layout().available() - least;
    if (left < 0) return {};
    std::vector<Span> places;
    float x = frame.layout().x();
    for (const TableColumn& column : options.columns) {
        const float width = std::floor(frame.px(column.least) + left * column.share / std::max(shares, 1.0f));
        places.push_back({x, width});
        x += width + frame.px(gap_across);
    }
    return places;
}

/// A semantic parent that becomes as high as what is drawn while it lives.
class Part {
public:
    Part(Frame& frame, Role role, std::string_view key, const Rect& rect)
        : frame_(frame), container_(frame, node_of(frame, role, key), rect) {}
    void reach(float height) {
        if (Node* added = frame_.tree().find_open(container_.id())) added->box.height = height;
    }
    NodeId id() const { return container_.id(); }

private:
    static Node node_of(Frame& frame, Role role, std::string_view key) {
        Node node;
        node.id = frame.id(key);
        node.role = role;
        return node;
    }

    Frame& frame_;
    Container container_;
};

template <class Draw>
float draw_cell(Frame& frame, Role role, std::string_view key, const Span& place, float y, const Draw& draw) {
    Part cell(frame, role, key, {place.x, y, place.width, 0});
    const Column column(frame.layout(), place.x, y, place.width, frame.px(4));
    draw();
    cell.reach(column.bottom() - y);
    return column.bottom();
}

/// One row of cells; `draw` draws the cell of one column.
template <class Draw>
void draw_row(Frame& frame, const std::vector<Span>& places, Role role, const Draw& draw) {
    const float top = frame.layout().y(), y = top + frame.px(gap_down);
    const float width = places.back().x + places.back().width - places.front().x;
    draw::fill(frame, {places.front().x, top, width, 1}, frame.theme().line_soft);
    Part row(frame, Role::row, "row", {places.front().x, top, width, 0});
    float bottom = y;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Role kind = i == 0 ? Role::row_header : Role::cell;
        bottom = std::max(bottom, draw_cell(frame, role == Role::column_header ? role : kind,
                                            "cell " + std::to_string(i), places[i], y, [&] { draw(i); }));
    }
    row.reach(bottom - top);
    frame.layout().place(width, bottom - top + frame.px(gap_down));
}

void draw_rows(Frame& frame, const TableOptions& options, const std::vector<Span>& places) {
    const Stack stack(frame.layout(), 0);
    const float top = frame.layout().y();
    Part table(frame, Role::table, "table", {frame.layout().x(), top, frame.layout().available(), 0});
    if (Node* added = frame.tree().find_open(table.id())) added->name = options.name;
    {
        const Scope head(frame, "head");
        draw_row(frame, places, Role::column_header, [&](std::size_t i) {
            text(frame, options.columns[i].name, {.style = style::meta_strong, .color = frame.theme().ink_2});
        });
    }
    for (std::size_t r = 0; r < options.rows.size(); ++r) {
        const Scope scope(frame, options.rows[r].key);
        draw_row(frame, places, Role::cell, [&](std::size_t i) {
            if (i == 0)
                text(frame, options.rows[r].name, {.style = style::body_strong});
            else
                options.draw_cell(r, i);
        });
    }
    table.reach(frame.layout().y() - top);
}

void draw_cards(Frame& frame, const TableOptions& options) {
    const Stack stack(frame.layout(), frame.px(10));
    for (std::size_t r = 0; r < options.rows.size(); ++r) {
        const Scope scope(frame, options.rows[r].key);
        // Other tables of the screen may have a row of this name.
        const std::string name = std::string(options.name) + " · " + std::string(options.rows[r].name);
        const Card card(frame, {.padding = 12, .gap = 8, .name = name, .radius = 8});
        heading(frame, options.level, options.rows[r].name, {.style = style::body_strong});
        Grid grid(frame.layout(), frame.layout().available() > frame.px(360) ? 2 : 1, frame.px(12), frame.px(8));
        for (std::size_t i = 1; i < options.columns.size(); ++i) {
            grid.next();
            const Stack cell(frame.layout(), frame.px(4));
            text(frame, options.columns[i].name, {.style = style::meta_strong});
            options.draw_cell(r, i);
        }
    }
}

} // namespace

void table(Frame& frame, const TableOptions& options) {
    const Scope scope(frame, options.key.empty() ? options.name : options.key);
    const std::vector<Span> places = places_of(frame, options);
    places.empty() ? draw_cards(frame, options) : draw_rows(frame, options, places);
}

} // namespace planner::kit
