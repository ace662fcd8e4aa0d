#include "ui/kit/layout.h"

#include <algorithm>
#include <cmath>

namespace planner::kit {

void Layout::reset(const Rect& area) {
    flows_.clear();
    open(Direction::down, area.x, area.y, area.width, 0);
}

Rect Layout::place(float width, float height) {
    Flow& flow = flows_.back();
    if (width < 0)
        width = available();
    Rect rect;
    if (flow.direction == Direction::down) {
        if (flow.placed)
            flow.y += flow.gap;
        rect = {flow.x, flow.y, width, height};
    } else {
        const bool first = flow.cursor_x <= flow.x;
        if (!first && flow.wraps && flow.cursor_x + flow.gap + width > flow.x + flow.width + 0.5f) {
            flow.line_top += flow.line_height + flow.line_gap;
            flow.line_height = flow.row_height;
            flow.cursor_x = flow.x;
        } else if (!first) {
            flow.cursor_x += flow.gap;
        }
        const float room = std::max(flow.row_height, height);
        rect = {flow.cursor_x, flow.line_top + std::floor((room - height) / 2), width, height};
    }
    advance(rect);
    return rect;
}

void Layout::advance(const Rect& rect) {
    Flow& flow = flows_.back();
    flow.placed = true;
    flow.bottom = std::max(flow.bottom, rect.bottom());
    flow.right = std::max(flow.right, rect.right());
    if (flow.direction == Direction::down) {
        flow.y = rect.bottom();
        return;
    }
    flow.cursor_x = rect.right();
    flow.line_height = std::max({flow.line_height, flow.row_height, rect.bottom() - flow.line_top});
    flow.bottom = std::max(flow.bottom, flow.line_top + flow.line_height);
}

float Layout::available() const {
    const Flow& flow = flows_.back();
    if (flow.direction == Direction::down)
        return flow.width;
    const bool first = flow.cursor_x <= flow.x;
    return std::max(0.0f, flow.x + flow.width - flow.cursor_x - (first ? 0 : flow.gap));
}

float Layout::x() const {
    const Flow& flow = flows_.back();
    if (flow.direction == Direction::down)
        return flow.x;
    return flow.cursor_x <= flow.x ? flow.x : flow.cursor_x + flow.gap;
}

float Layout::y() const {
    const Flow& flow = flows_.back();
    if (flow.direction == Direction::across)
        return flow.line_top;
    return flow.y + (flow.placed ? flow.gap : 0);
}

void Layout::space(float height) {
    Flow& flow = flows_.back();
    if (flow.direction == Direction::down) {
        flow.y += height;
        flow.bottom = std::max(flow.bottom, flow.y);
    } else {
        flow.cursor_x += height;
    }
}

void Layout::open(Direction direction, float x, float y, float width, float gap, float row_height) {
    Flow flow;
    flow.direction = direction;
    flow.x = flow.cursor_x = flow.right = x;
    flow.y = flow.top = flow.line_top = flow.bottom = y;
    flow.width = width;
    flow.gap = flow.line_gap = gap;
    flow.row_height = flow.line_height = row_height;
    flows_.push_back(flow);
}

Rect Layout::close() {
    const bool placed = flows_.back().placed;
    const Rect rect = close_detached();
    if (placed)
        advance(rect);
    return rect;
}

Rect Layout::close_detached() {
    const Flow flow = flows_.back();
    flows_.pop_back();
    return {flow.x, flow.top, flow.right - flow.x, flow.bottom - flow.top};
}

Column::Column(Layout& layout, float x, float y, float width, float gap) : layout_(layout) {
    layout_.open(Direction::down, x, y, width, gap);
}

Column::~Column() {
    layout_.close_detached();
}

float Column::bottom() const {
    return layout_.flow().bottom;
}

Stack::Stack(Layout& layout, float gap) : layout_(layout) {
    layout_.open(Direction::down, layout.x(), layout.y(), layout.available(), gap);
}

Stack::~Stack() {
    layout_.close();
}

Row::Row(Layout& layout, float gap, float row_height) : layout_(layout) {
    layout_.open(Direction::across, layout.x(), layout.y(), layout.available(), gap, row_height);
}

Row::~Row() {
    layout_.close();
}

Grid::Grid(Layout& layout, int columns, float gap_across, float gap_down)
    : layout_(layout), columns_(std::max(1, columns)), gap_across_(gap_across), gap_down_(gap_down), x_(layout.x()),
      y_(layout.y()), width_(layout.available()), row_bottom_(y_) {}

void Grid::end_cell() {
    if (!open_)
        return;
    row_bottom_ = std::max(row_bottom_, layout_.flow().bottom);
    layout_.close_detached();
    open_ = false;
}

void Grid::next(int span) {
    end_cell();
    span = std::min(span, columns_);
    if (column_ + span > columns_) {
        y_ = row_bottom_ + gap_down_;
        column_ = 0;
    }
    const float cell = (width_ - gap_across_ * static_cast<float>(columns_ - 1)) / static_cast<float>(columns_);
    const float left = std::round(x_ + static_cast<float>(column_) * (cell + gap_across_));
    const float right = std::round(x_ + static_cast<float>(column_ + span) * (cell + gap_across_) - gap_across_);
    layout_.open(Direction::down, left, y_, right - left, layout_.flow().gap);
    column_ += span;
    open_ = true;
}

Grid::~Grid() {
    end_cell();
    layout_.place(width_, row_bottom_ - layout_.y());
}

} // namespace planner::kit
