#pragma once

#include "ui/kit/semantics.h"

#include <vector>

namespace planner::ui {

/// Takes what the user interface draws and shows it to nobody: for tests and measurements without a graphics context. A
/// Ui must exist, and must outlive this.
class NullRenderer {
public:
    NullRenderer();
    ~NullRenderer();
    NullRenderer(const NullRenderer&) = delete;
    NullRenderer& operator=(const NullRenderer&) = delete;

    /// After Ui::draw: accepts every texture as a graphics card would.
    void end();
    /// Letters and icons of the last frame that an edge of the area they were drawn in cuts off at its left or right
    /// side, CSS px.
    std::vector<kit::Rect> cut_sideways() const;
    /// Vertices of the last frame.
    std::size_t vertices() const;
};

} // namespace planner::ui
