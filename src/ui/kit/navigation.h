#pragma once

#include "ui/kit/frame.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace planner::kit {

enum class NavigationShape { full, rail, bar };

struct NavigationItem {
    std::string_view icon;
    std::string_view label;
    std::string_view address;
    bool active = false;
    std::string_view count = {};  ///< "" for none
    bool alert = false;           ///< the count asks for attention
    NavigationShape shape = NavigationShape::full;
};

/// An entry of the dark menu: full with its label, as an icon with a tooltip, or in the bar at the bottom of a phone.
bool navigation_item(Frame&, const NavigationItem&);

/// An entry of the bar that opens a menu with what does not fit in it. The index of the item chosen.
std::optional<std::size_t> navigation_menu(Frame&, const NavigationItem&, std::vector<MenuItem> items);

struct NavigationStep {
    std::string_view number;
    std::string_view label;
    std::string_view count;
    std::string_view address;
    bool active = false;
};

/// A smaller entry under another one.
bool navigation_step(Frame&, const NavigationStep&);

struct TabItem {
    std::string label;
    std::string address;
    bool active = false;
};

/// Tabs over a region; each is a link to an address of its own. The index chosen.
std::optional<std::size_t> tabs(Frame&, std::string_view name, std::span<const TabItem>);

} // namespace planner::kit
