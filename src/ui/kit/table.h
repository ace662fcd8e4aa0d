#pragma once

#include "ui/kit/callback.h"
#include "ui/kit/frame.h"

#include <span>
#include <string>
#include <string_view>

namespace planner::kit {

struct TableColumn {
    std::string name;
    float least = 96; ///< unscaled; where the columns do not fit beside each other, each row becomes a card
    float share = 1;  ///< of the room that is left
};

struct TableRow {
    std::string key;
    std::string name; ///< stands in the first column, or above the card
};

struct TableOptions {
    std::string_view name;
    std::string_view key = {};
    std::span<const TableColumn> columns; ///< the first is that of the names of the rows
    std::span<const TableRow> rows;
    /// Draws what stands in one cell, in the width that it has; `column` >= 1. Controls name their row and column
    /// themselves and hide their labels.
    Callback<void(std::size_t row, std::size_t column)> draw_cell;
    int level = 3; ///< of the heading of a card
};

/// Rows and columns, as high as what stands in them.
void table(Frame&, const TableOptions&);

} // namespace planner::kit
