#include "ui/kit/theme.h"

namespace planner::kit {

namespace {

constexpr Theme light = {
    .paper = rgb(0xF5F4F0), .surface = rgb(0xFFFFFF), .sunken = rgb(0xEDECE6), .row_head = rgb(0xFAF9F6),
    .difference = rgb(0xFFFBF1),
    .line = rgb(0xDAD8D0), .line_soft = rgb(0xE8E6DF), .line_strong = rgb(0x7F827B), .difference_line = rgb(0xDDBE7A),
    .ink = rgb(0x16211F), .ink_2 = rgb(0x46524F), .ink_3 = rgb(0x5A6562), .disabled = rgb(0x80827B),
    .disabled_icon = rgb(0xA3A59E), .placeholder = rgb(0x5A6562),
    .action = rgb(0x0B5F5C), .action_hover = rgb(0x084B49), .action_active = rgb(0x063A39), .on_action = rgb(0xFFFFFF),
    .accent_ink = rgb(0x0A4B49), .accent_mid = rgb(0x3F8880), .selected = rgb(0xD7EAE7), .hover = rgb(0xEDF5F3),
    .navigation = rgb(0x0C3333), .navigation_on = rgb(0x1A4F4C), .navigation_count = rgb(0x2A5F5C),
    .navigation_line = rgb(0x2A5654), .on_dark = rgb(0xFFFFFF), .on_dark_2 = rgb(0xBAD3CF),
    .sun = rgb(0xF2B63C), .sun_soft = rgb(0xFCEFCF), .now_line = rgb(0x8F5F00), .on_sun = rgb(0x16211F),
    .late = rgb(0xA8201A), .late_soft = rgb(0xFBE6E3), .late_solid = rgb(0xB3261E), .on_late_solid = rgb(0xFFFFFF),
    .warn = rgb(0x744700), .warn_soft = rgb(0xFCEFCF), .warn_line = rgb(0xB87A00),
    .ok = rgb(0x1C6137), .ok_soft = rgb(0xDFF0E3), .ok_solid = rgb(0x2B7A4B),
    .info = rgb(0x1B4F94), .info_soft = rgb(0xE2ECF8), .plum = rgb(0x65347F),
    .focus = rgb(0x1B57D1), .focus_on_dark = rgb(0xFFD166),
    .step_empty = rgb(0x8E9089), .track = rgb(0xEDECE6),
    .toast = rgb(0x16211F), .on_toast = rgb(0xFFFFFF), .toast_action = rgb(0xF7C65B), .toast_icon = rgb(0x8FD3A5),
    .scrim = rgb(0x2F3F3D, 120), .shadow = rgb(0x0C3333, 41),
};

constexpr Theme dark = {
    .paper = rgb(0x0F1A19), .surface = rgb(0x172524), .sunken = rgb(0x0B1413), .row_head = rgb(0x132020),
    .difference = rgb(0x2A2413),
    .line = rgb(0x2C3E3C), .line_soft = rgb(0x243533), .line_strong = rgb(0x7C918D), .difference_line = rgb(0x8A6F2C),
    .ink = rgb(0xF1F5F4), .ink_2 = rgb(0xC3D0CD), .ink_3 = rgb(0x9FB1AD), .disabled = rgb(0x7C8A87),
    .disabled_icon = rgb(0x5C6A67), .placeholder = rgb(0x9FB1AD),
    .action = rgb(0x5FB8AE), .action_hover = rgb(0x7CCAC1), .action_active = rgb(0x95D8D0), .on_action = rgb(0x06201F),
    .accent_ink = rgb(0xA9DAD3), .accent_mid = rgb(0x5FA69D), .selected = rgb(0x1D3B39), .hover = rgb(0x1B302E),
    .navigation = rgb(0x0A1F1F), .navigation_on = rgb(0x1A4F4C), .navigation_count = rgb(0x2A5F5C),
    .navigation_line = rgb(0x2A5654), .on_dark = rgb(0xFFFFFF), .on_dark_2 = rgb(0xBAD3CF),
    .sun = rgb(0xF2B63C), .sun_soft = rgb(0x382A0C), .now_line = rgb(0xF2B63C), .on_sun = rgb(0x16211F),
    .late = rgb(0xFF9D94), .late_soft = rgb(0x3B1B19), .late_solid = rgb(0xFF9D94), .on_late_solid = rgb(0x2A0907),
    .warn = rgb(0xF5C86A), .warn_soft = rgb(0x382A0C), .warn_line = rgb(0xC99A3A),
    .ok = rgb(0x86D3A0), .ok_soft = rgb(0x14301F), .ok_solid = rgb(0x86D3A0),
    .info = rgb(0x9CC4F5), .info_soft = rgb(0x16273D), .plum = rgb(0xD5AEE8),
    .focus = rgb(0x8FB4FF), .focus_on_dark = rgb(0xFFD166),
    .step_empty = rgb(0x7C918D), .track = rgb(0x24403D),
    .toast = rgb(0xF1F5F4), .on_toast = rgb(0x16211F), .toast_action = rgb(0x0B5F5C), .toast_icon = rgb(0x1C6137),
    .scrim = rgb(0x000000, 150), .shadow = rgb(0x000000, 120),
};

} // namespace

const Theme& theme(ThemeKind kind) {
    return kind == ThemeKind::dark ? dark : light;
}

} // namespace planner::kit
