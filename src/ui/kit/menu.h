#pragma once

#include "ui/kit/button.h"
#include "ui/kit/frame.h"

#include <optional>
#include <span>
#include <vector>

namespace planner::kit {

/// A button that opens a menu. The index of the item chosen in it.
std::optional<std::size_t> menu_button(Frame&, IconButtonOptions, std::vector<MenuItem> items);

/// Draws the open menu, if any, above everything else; the frame calls it.
void draw_menu(Frame&);

} // namespace planner::kit
