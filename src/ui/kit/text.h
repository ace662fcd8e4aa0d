#pragma once

#include "ui/kit/frame.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace planner::kit {

/// Whether a drawn text is also a node of its own, or already part of a control's name or help.
enum class Exposure { described, decoration };

struct TextOptions {
    TextStyle style = style::body;
    Color color = 0; ///< 0: the theme's ink
    Alignment align = Alignment::start;
    Exposure exposure = Exposure::described;
    std::string_view icon = {}; ///< before the text
    float icon_size = 16;
};

/// A paragraph; wraps at the room there is, or takes only its own width in a row.
Rect text(Frame&, std::string_view, const TextOptions& = {});

/// What a marked stretch of a text is: in this text alone, or about to go. Each is underlaid and has a line of its own, below
/// or through the words, so that no colour says it alone.
enum class Mark { own, gone };

/// Bytes [begin, end) of a text.
struct TextRange {
    std::size_t begin, end;
};

/// A paragraph in which stretches, in order, are marked. `spoken` says which for who does not see the marks; it is shown
/// where the page shows the text itself.
Rect marked_text(Frame&, std::string_view, std::span<const TextRange>, Mark, std::string_view spoken);

/// A heading of `level` 1..6. Each screen has one of level 1.
Rect heading(Frame&, int level, std::string_view, const TextOptions& = {.style = style::lead});

struct LinkOptions {
    std::string_view label;
    std::string_view address = {}; ///< "#/..."
    std::string_view icon = {};
    std::string_view trailing_icon = {};
    std::string_view key = {};
    std::string_view name = {}; ///< accessible name when the label alone does not say where it goes
};

/// Text in the accent colour that leads to another screen. True when followed.
bool link(Frame&, const LinkOptions&);

/// Width that `text` takes on one line, CSS px.
float text_width(Frame&, std::string_view, TextStyle);
/// Height of `text` wrapped at `width`, CSS px.
float text_height(Frame&, std::string_view, TextStyle, float width);

/// Draws a text at an explicit place without taking room in the flow; for the insides of widgets.
void place_text(Frame&, const Rect&, std::string_view, TextStyle, Color, Alignment = Alignment::start);
/// The same, and described as a text of its own.
void place_described_text(Frame&, const Rect&, std::string_view, TextStyle, Color, Alignment = Alignment::start);

TextAppearance appearance(Frame&, TextStyle, Color);

} // namespace planner::kit
