#pragma once

#include "ui/kit/frame.h"

#include <optional>
#include <string_view>

namespace planner::kit {

/// The kinds of the design: one primary per region at most; danger removes something; quiet is text only.
enum class ButtonKind { primary, secondary, quiet, danger };
enum class ButtonSize { small, regular, hero };
enum class Ground { light, dark };

struct ButtonOptions {
    std::string_view label;
    std::string_view icon = {};
    std::string_view trailing_icon = {};
    ButtonKind kind = ButtonKind::secondary;
    ButtonSize size = ButtonSize::regular;
    Enabled enabled = Enabled::yes;
    std::string_view key = {};  ///< when the label alone does not name it in its scope
    std::string_view name = {}; ///< accessible name, when the label leaves out what it acts on
    std::string_view help = {}; ///< why it is disabled, what it does
    float width = -1;           ///< CSS px; negative: as wide as its label
    std::optional<bool> expanded = std::nullopt;
    Ground ground = Ground::light; ///< of a secondary button
    std::string_view detail = {};  ///< a smaller second line, such as where it leads; `help` says it to who listens
};

/// True when pressed by pointer, keyboard, screen reader or script.
bool button(Frame&, const ButtonOptions&);
float button_width(Frame&, const ButtonOptions&);
float button_height(Frame&, ButtonSize);
NodeId button_id(Frame&, const ButtonOptions&);

struct IconButtonOptions {
    std::string_view icon;
    std::string_view name; ///< accessible name and tooltip
    std::string_view key = {};
    Enabled enabled = Enabled::yes;
    Ground ground = Ground::light;
    float size = 36;
    float icon_size = 20;
    std::optional<bool> expanded = std::nullopt; ///< set when it opens a menu
};

bool icon_button(Frame&, const IconButtonOptions&);
float icon_button_size(Frame&, const IconButtonOptions&);

} // namespace planner::kit
