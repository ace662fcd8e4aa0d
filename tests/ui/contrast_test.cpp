#include <doctest/doctest.h>

#include "ui/kit/surface.h"
#include "ui/kit/theme.h"
#include "ui/room_view.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using namespace planner::kit;

namespace {

double channel(Color color, int shift) {
    const double c = ((color >> shift) & 0xFF) / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

/// Relative luminance, WCAG 2.2.
double luminance(Color color) {
    return 0.2126 * channel(color, 0) + 0.7152 * channel(color, 8) + 0.0722 * channel(color, 16);
}

double contrast(Color a, Color b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

/// `over` on `under` as they look together.
Color blended(Color over, Color under) {
    const double alpha = (over >> 24) / 255.0;
    Color result = 0xFF000000;
    for (int shift = 0; shift <= 16; shift += 8)
        result |=
            static_cast<Color>(std::lround(alpha * ((over >> shift) & 0xFF) + (1 - alpha) * ((under >> shift) & 0xFF)))
            << shift;
    return result;
}

std::string name_of(ThemeKind kind) {
    return kind == ThemeKind::dark ? "dark: " : "light: ";
}

struct Pair {
    std::string name;
    Color front, back;
};

/// Text on what it stands on: all that widgets and screens combine.
std::vector<Pair> text_pairs(const Theme& t) {
    return {
        {"ink on sun", t.on_sun, t.sun},
        {"ink on selected", t.ink, t.selected},
        {"ink on late soft", t.ink, t.late_soft},
        {"ink on sunken", t.ink, t.sunken},
        {"ink on sun soft", t.ink, t.sun_soft},
        {"ink on hover", t.ink, t.hover},
        {"ink on paper", t.ink, t.paper},
        {"ink on row head", t.ink, t.row_head},
        {"ink on difference", t.ink, t.difference},
        {"ink on surface", t.ink, t.surface},
        {"ink 2 on selected", t.ink_2, t.selected},
        {"ink 2 on sunken", t.ink_2, t.sunken},
        {"ink 2 on sun soft", t.ink_2, t.sun_soft},
        {"ink 2 on hover", t.ink_2, t.hover},
        {"ink 2 on paper", t.ink_2, t.paper},
        {"ink 2 on row head", t.ink_2, t.row_head},
        {"ink 2 on difference", t.ink_2, t.difference},
        {"ink 2 on surface", t.ink_2, t.surface},
        {"ink 3 on sunken", t.ink_3, t.sunken},
        {"ink 3 on sun soft", t.ink_3, t.sun_soft},
        {"ink 3 on hover", t.ink_3, t.hover},
        {"ink 3 on paper", t.ink_3, t.paper},
        {"ink 3 on row head", t.ink_3, t.row_head},
        {"ink 3 on difference", t.ink_3, t.difference},
        {"ink 3 on surface", t.ink_3, t.surface},
        {"ink 3 on selected", t.ink_3, t.selected},
        {"placeholder on surface", t.placeholder, t.surface},
        {"action on selected", t.action, t.selected},
        {"action on hover", t.action, t.hover},
        {"action on paper", t.action, t.paper},
        {"action on surface", t.action, t.surface},
        {"action on difference", t.action, t.difference},
        {"action hover on surface", t.action_hover, t.surface},
        {"action hover on hover", t.action_hover, t.hover},
        {"on action", t.on_action, t.action},
        {"on action, hover", t.on_action, t.action_hover},
        {"on action, active", t.on_action, t.action_active},
        {"accent ink on selected", t.accent_ink, t.selected},
        {"accent ink on surface", t.accent_ink, t.surface},
        {"accent ink on sunken", t.accent_ink, t.sunken},
        {"late on late soft", t.late, t.late_soft},
        {"late on paper", t.late, t.paper},
        {"late on surface", t.late, t.surface},
        {"late on hover", t.late, t.hover},
        {"late on selected", t.late, t.selected},
        {"on late solid", t.on_late_solid, t.late_solid},
        {"warn on warn soft", t.warn, t.warn_soft},
        {"warn on difference", t.warn, t.difference},
        {"warn on surface", t.warn, t.surface},
        {"warn on selected", t.warn, t.selected},
        {"warn on hover", t.warn, t.hover},
        {"warn on sun soft", t.warn, t.sun_soft},
        {"ok on ok soft", t.ok, t.ok_soft},
        {"ok on surface", t.ok, t.surface},
        {"ok on hover", t.ok, t.hover},
        {"info on info soft", t.info, t.info_soft},
        {"info on surface", t.info, t.surface},
        {"plum on surface", t.plum, t.surface},
        {"on dark on navigation", t.on_dark, t.navigation},
        {"on dark on navigation on", t.on_dark, t.navigation_on},
        {"on dark on navigation count", t.on_dark, t.navigation_count},
        {"on dark 2 on navigation", t.on_dark_2, t.navigation},
        {"on dark 2 on navigation on", t.on_dark_2, t.navigation_on},
        {"sun on navigation on", t.sun, t.navigation_on},
        {"on toast", t.on_toast, t.toast},
        {"toast action", t.toast_action, t.toast},
    };
}

/// Edges and signs that a control needs to be seen, and graphics.
std::vector<Pair> control_pairs(const Theme& t) {
    return {
        {"control edge on surface", t.line_strong, t.surface},
        {"control edge on hover", t.line_strong, t.hover},
        {"control edge on paper", t.line_strong, t.paper},
        {"control edge on difference", t.line_strong, t.difference},
        {"action edge on surface", t.action, t.surface},
        {"error edge on surface", t.late, t.surface},
        {"difference edge on surface", t.warn_line, t.surface},
        {"difference edge on paper", t.warn_line, t.paper},
        {"focus on surface", t.focus, t.surface},
        {"focus on paper", t.focus, t.paper},
        {"focus on sunken", t.focus, t.sunken},
        {"focus on difference", t.focus, t.difference},
        {"focus on hover", t.focus, t.hover},
        {"focus on dark", t.focus_on_dark, t.navigation},
        {"focus on dark, chosen", t.focus_on_dark, t.navigation_on},
        {"focus in toast", t.toast_action, t.toast},
        {"toast icon", t.toast_icon, t.toast},
        {"progress on track", t.action, t.track},
        {"ok progress on track", t.ok_solid, t.track},
        {"drop zone edge on hover", t.accent_mid, t.hover},
        {"drop zone edge on paper", t.accent_mid, t.paper},
        {"empty step on surface", t.step_empty, t.surface},
        {"current step edge on surface", t.now_line, t.surface},
        {"ok solid on surface", t.ok_solid, t.surface},
        {"chosen mark on navigation", t.sun, t.navigation},
        {"icon on dark 2", t.on_dark_2, t.navigation},
    };
}

} // namespace

TEST_CASE("the contrast formula gives what WCAG says") {
    CHECK(contrast(rgb(0x000000), rgb(0xFFFFFF)) == doctest::Approx(21));
    CHECK(contrast(rgb(0x777777), rgb(0xFFFFFF)) == doctest::Approx(4.48).epsilon(0.01));
    // Measured values of the design.
    const Theme& t = theme(ThemeKind::light);
    CHECK(contrast(t.ink, t.paper) == doctest::Approx(15.01).epsilon(0.005));
    CHECK(contrast(t.ink_3, t.sunken) == doctest::Approx(5.11).epsilon(0.005));
    CHECK(contrast(t.line_strong, t.surface) == doctest::Approx(3.90).epsilon(0.005));
    CHECK(contrast(t.on_dark_2, t.navigation) == doctest::Approx(8.66).epsilon(0.005));
}

TEST_CASE("every text stands out from what it stands on, in both themes") {
    for (const ThemeKind kind : {ThemeKind::light, ThemeKind::dark})
        for (const Pair& pair : text_pairs(theme(kind)))
            CHECK_MESSAGE(contrast(pair.front, pair.back) >= 4.5, name_of(kind), pair.name, " ",
                          contrast(pair.front, pair.back));
}

TEST_CASE("every text for a room stands out seven times from what it stands on, and every graphic three times") {
    using planner::app::RoomTheme;
    for (const RoomTheme theme : {RoomTheme::light, RoomTheme::dark, RoomTheme::contrast}) {
        const planner::ui::RoomColors& t = planner::ui::room_colors(theme);
        CAPTURE(static_cast<int>(theme));
        const std::vector<Pair> texts = {{"ink", t.ink, t.ground},           {"ink in field", t.ink, t.field},
                                         {"ink in strip", t.ink, t.strip},   {"ink 2", t.ink_2, t.ground},
                                         {"ink 2 in field", t.ink_2, t.field}, {"ink 2 in strip", t.ink_2, t.strip},
                                         {"label", t.label, t.field},        {"over", t.over, t.ground},
                                         {"nearly", t.nearly, t.ground},
                                         {"badge", t.tile_ink, t.tile},      {"arrow", t.label, t.strip}};
        for (const Pair& pair : texts)
            CHECK_MESSAGE(contrast(pair.front, pair.back) >= 7.0, pair.name, " ", contrast(pair.front, pair.back));
        const std::vector<Pair> graphics = {{"bar", t.bar, t.track},          {"bar over", t.over, t.track},
                                            {"bar nearly", t.nearly, t.track},
                                            {"field edge", t.field_line, t.ground}, {"open part", t.open_line, t.ground},
                                            {"part now", t.now_line, t.ground}, {"part done", t.bar, t.ground}};
        for (const Pair& pair : graphics)
            CHECK_MESSAGE(contrast(pair.front, pair.back) >= 3.0, pair.name, " ", contrast(pair.front, pair.back));
    }
}

TEST_CASE("a wall on which there is nothing gives no light, in each theme, and what stands on another is on its ground") {
    using planner::app::RoomKind;
    using planner::app::RoomTheme;
    for (const RoomTheme theme : {RoomTheme::light, RoomTheme::dark, RoomTheme::contrast}) {
        CHECK(planner::ui::room_ground({.kind = RoomKind::blank, .theme = theme}) == rgb(0x000000));
        for (const RoomKind kind : {RoomKind::clock, RoomKind::field, RoomKind::agenda, RoomKind::message, RoomKind::beginning, RoomKind::ending, RoomKind::pause})
            CHECK(planner::ui::room_ground({.kind = kind, .theme = theme}) == planner::ui::room_colors(theme).ground);
    }
}

TEST_CASE("every control, focus ring and graphic stands out from what it stands on, in both themes") {
    for (const ThemeKind kind : {ThemeKind::light, ThemeKind::dark})
        for (const Pair& pair : control_pairs(theme(kind)))
            CHECK_MESSAGE(contrast(pair.front, pair.back) >= 3.0, name_of(kind), pair.name, " ",
                          contrast(pair.front, pair.back));
}

TEST_CASE("a progress bar of each tone has a colour of its own that stands out from what is not done yet, in both themes") {
    for (const ThemeKind kind : {ThemeKind::light, ThemeKind::dark}) {
        const Theme& t = theme(kind);
        std::vector<Color> seen;
        for (const Tone tone : {Tone::neutral, Tone::accent, Tone::info, Tone::warn, Tone::late, Tone::ok}) {
            CAPTURE(static_cast<int>(tone));
            const Color color = progress_color(t, tone);
            CHECK_MESSAGE(contrast(color, t.track) >= 3.0, name_of(kind), contrast(color, t.track));
            CHECK(std::find(seen.begin(), seen.end(), color) == seen.end());
            seen.push_back(color);
        }
    }
}

TEST_CASE("a dialog stands out from the dimmed page behind it") {
    for (const ThemeKind kind : {ThemeKind::light, ThemeKind::dark}) {
        const Theme& t = theme(kind);
        CHECK((t.scrim >> 24) < 255);
        CHECK((t.scrim >> 24) > 100);
        CHECK(contrast(blended(t.scrim, t.paper), t.paper) > (kind == ThemeKind::light ? 1.5 : 1.1));
    }
}

TEST_CASE("a colour goes to style sheets as it came") {
    CHECK(to_css(rgb(0x0B5F5C)) == 0x0B5F5C);
    CHECK(to_css(rgb(0x123456, 0)) == 0x123456);
}
