#pragma once

#include "ui/kit/semantics.h"

#include <cstddef>
#include <vector>

namespace planner::kit {

enum class Direction { down, across };

/// Where the next widget goes: a stack of flows, each placing things downwards or across (and then wrapping).
class Layout {
public:
    struct Flow {
        Direction direction = Direction::down;
        float x = 0, y = 0, width = 0;
        float top = 0;
        float gap = 0;
        float line_gap = 0; ///< across: between the lines when it wraps
        float cursor_x = 0;
        float line_top = 0, line_height = 0;
        float row_height = 0; ///< across: things are centred in at least this height
        float bottom = 0;     ///< lowest edge reached
        float right = 0;      ///< rightmost edge reached
        bool wraps = true;
        bool placed = false;
    };

    void reset(const Rect& area);
    /// Takes room for a widget. `width` < 0 means all the width there is.
    Rect place(float width, float height);
    /// Width that the next widget may take.
    float available() const;
    /// Position of the next widget.
    float x() const;
    float y() const;
    /// Leaves `height` px free beyond the gap.
    void space(float height);

    /// Starts a flow at an explicit place.
    void open(Direction, float x, float y, float width, float gap, float row_height = 0);
    /// Ends the innermost flow and moves the one around it past what it held; answers the room it took.
    Rect close();
    /// Ends the innermost flow without moving the one around it.
    Rect close_detached();
    Flow& flow() { return flows_.back(); }
    const Flow& flow() const { return flows_.back(); }

private:
    void advance(const Rect&);

    std::vector<Flow> flows_;
};

/// A vertical flow at an explicit place, detached from the flow around it. bottom() tells how far it came.
class Column {
public:
    Column(Layout& layout, float x, float y, float width, float gap);
    ~Column();
    Column(const Column&) = delete;
    Column& operator=(const Column&) = delete;
    float bottom() const;

private:
    Layout& layout_;
};

/// A vertical flow inside the current one, with another gap.
class Stack {
public:
    Stack(Layout& layout, float gap);
    ~Stack();
    Stack(const Stack&) = delete;
    Stack& operator=(const Stack&) = delete;

private:
    Layout& layout_;
};

/// A horizontal flow inside the current one; wraps when full.
class Row {
public:
    Row(Layout& layout, float gap, float row_height = 0);
    ~Row();
    Row(const Row&) = delete;
    Row& operator=(const Row&) = delete;

private:
    Layout& layout_;
};

/// Cells of equal width beside each other; the next row starts below the highest cell.
class Grid {
public:
    /// `columns` >= 1.
    Grid(Layout& layout, int columns, float gap_across, float gap_down);
    ~Grid();
    Grid(const Grid&) = delete;
    Grid& operator=(const Grid&) = delete;
    /// Starts the next cell; `span` columns wide.
    void next(int span = 1);

private:
    void end_cell();

    Layout& layout_;
    int columns_;
    float gap_across_, gap_down_;
    float x_, y_, width_;
    int column_ = 0;
    float row_bottom_;
    bool open_ = false;
};

} // namespace planner::kit
