#pragma once

#include "ui/kit/frame.h"

#include <string_view>

namespace planner::kit {

enum class ScrollBars { shown, hidden };
/// Where content stands that is narrower than its area.
enum class Placing { start, centered };

struct ScrollOptions {
    std::string_view key;
    Rect area;                 ///< on the screen, CSS px
    float padding_across = 0;  ///< unscaled
    float padding_top = 0;     ///< unscaled
    float padding_bottom = 0;  ///< unscaled
    float widest = 0;          ///< unscaled; content is kept to this width, 0: as wide as the area
    float gap = 0;             ///< between what stands in it, unscaled
    std::string_view name = {};
    ScrollBars bars = ScrollBars::shown;
    Placing placing = Placing::start;
};

/// A part of the screen that the page itself scrolls; the canvas follows.
class ScrollArea {
public:
    ScrollArea(Frame&, const ScrollOptions&);
    ~ScrollArea();
    ScrollArea(const ScrollArea&) = delete;
    ScrollArea& operator=(const ScrollArea&) = delete;
    NodeId id() const { return id_; }
    /// Height of the content so far, CSS px.
    float content_height() const;

private:
    Frame& frame_;
    NodeId id_;
    float top_ = 0;
    float bottom_padding_ = 0;
};

} // namespace planner::kit
