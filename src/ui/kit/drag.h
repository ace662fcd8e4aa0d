#pragma once

#include "ui/kit/frame.h"

#include <string_view>

// Dragging with mouse, pen or finger. It is a second way only: whatever a target does, a button does too, for who cannot drag.
// Escape takes it back, and so does letting go beside every target.

namespace planner::kit {

struct DragHandleOptions {
    std::string_view label; ///< what hangs on the pointer while it is dragged
    std::string_view hint;  ///< tooltip
    std::string_view key;
};

/// The grip by which something is dragged; gives its id. It is no control for the keyboard.
NodeId drag_handle(Frame&, const DragHandleOptions&);

/// The grip of what hangs on the pointer now, up to and including the frame in which a target takes it; none when nothing does.
NodeId dragged(Frame&);

enum class DropResult { none, over, dropped };

/// Whether what is dragged hangs over `rect`, or was let go there. Of targets that overlap the last one counts. The caller
/// draws it, as long as something is dragged.
DropResult drop_target(Frame&, NodeId, const Rect&);

/// Lets go of what is dragged without a target. True when something was.
bool cancel_drag(Frame&);

// The frame calls these, at its begin and at its end.
void follow_drag(Frame&);
/// Draws what hangs on the pointer, above everything else.
void draw_drag(Frame&);

} // namespace planner::kit
