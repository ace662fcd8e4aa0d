#pragma once

#include "ui/kit/button.h"
#include "ui/kit/frame.h"

#include <optional>
#include <span>
#include <vector>

namespace planner::kit {

/// A button that opens a menu. The index of the item chosen in it.
std::optional<std::size_t> menu_button(Frame&, IconButtonOptions, std::vector<MenuItem> items);

/// The same for a control that the caller draws and describes itself, as a menu_button with `owner` as its id: `clicked` says
/// whether it was used in this frame, `anchor` where it stands.
std::optional<std::size_t> menu_of(Frame&, NodeId owner, const Rect& anchor, bool clicked, std::vector<MenuItem> items);

/// Whether the menu of this control is open.
bool menu_is_open(Frame&, NodeId owner);

/// Draws the open menu, if any, above everything else; the frame calls it.
void draw_menu(Frame&);

} // namespace planner::kit
