#pragma once

#include <cstdint>

namespace planner::kit {

/// A colour as Dear ImGui packs it: alpha, blue, green, red from the highest byte down.
using Color = std::uint32_t;

constexpr Color rgb(std::uint32_t hex, std::uint32_t alpha = 255) {
    return (alpha << 24) | ((hex & 0xFF) << 16) | (hex & 0xFF00) | ((hex >> 16) & 0xFF);
}

/// 0xRRGGBB, as style sheets write it.
constexpr std::uint32_t to_css(Color color) {
    return ((color & 0xFF) << 16) | (color & 0xFF00) | ((color >> 16) & 0xFF);
}

enum class ThemeKind { light, dark };

/// Colours by role; every text pair keeps at least 4.5:1 and every control edge 3:1 (WCAG 2.2, 1.4.3 and 1.4.11), which
/// tests/ui checks.
struct Theme {
    Color paper, surface, sunken, row_head, difference;
    Color line, line_soft, line_strong, difference_line;
    Color ink, ink_2, ink_3, disabled, disabled_icon, placeholder;
    Color action, action_hover, action_active, on_action, accent_ink, accent_mid, selected, hover;
    Color navigation, navigation_on, navigation_count, navigation_line, on_dark, on_dark_2;
    Color sun, sun_soft, now_line, on_sun;
    Color late, late_soft, late_solid, on_late_solid;
    Color warn, warn_soft, warn_line;
    Color ok, ok_soft, ok_solid;
    Color info, info_soft, plum;
    Color focus, focus_on_dark;
    Color step_empty, track;
    Color toast, on_toast, toast_action, toast_icon;
    Color scrim, shadow;
};

const Theme& theme(ThemeKind);

} // namespace planner::kit
