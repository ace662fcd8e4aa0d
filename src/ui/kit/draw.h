#pragma once

#include "ui/kit/frame.h"

#include <string_view>

namespace planner::kit::draw {

void fill(Frame&, const Rect&, Color, float radius = 0);
/// A line of `thickness` px inside the edge of `rect`.
void outline(Frame&, const Rect&, Color, float radius = 0, float thickness = 1);
void dashed_outline(Frame&, const Rect&, Color, float radius, float thickness);
void line(Frame&, float x1, float y1, float x2, float y2, Color, float thickness = 1);
void circle(Frame&, float x, float y, float radius, Color);
void ring(Frame&, float x, float y, float radius, Color, float thickness);
/// A square on its corner, `radius` px from its centre to each of them.
void diamond(Frame&, float x, float y, float radius, Color fill, Color border);
/// The one shadow of the design, for what floats: dialog, menu, toast.
void shadow(Frame&, const Rect&, float radius);
/// Text on one line whose line box starts at (x, y).
void text(Frame&, float x, float y, std::string_view, TextStyle, Color);
/// An icon of `size` px at 100 %, its box centred on (x, y).
void icon(Frame&, float x, float y, std::string_view glyph, float size, Color);
/// The lines of a broken text from (x, y) down.
void lines(Frame&, float x, float y, float width, std::string_view, const BrokenText&, TextStyle, Color,
           Alignment = Alignment::start);
/// The two rings with the sun between them.
void logo(Frame&, const Rect&);

/// Cuts off what is drawn outside `rect` while it lives.
class Clip {
public:
    Clip(Frame&, const Rect&);
    ~Clip();
    Clip(const Clip&) = delete;
    Clip& operator=(const Clip&) = delete;

private:
    Frame& frame_;
};

/// Draws what follows below what comes after over() was called.
class Underlay {
public:
    explicit Underlay(Frame&);
    ~Underlay();
    Underlay(const Underlay&) = delete;
    Underlay& operator=(const Underlay&) = delete;
    /// From here on, drawing goes under what was drawn before.
    void under();

private:
    Frame& frame_;
    ImDrawListSplitter& layers_;
    ImDrawList* list_;
};

} // namespace planner::kit::draw
