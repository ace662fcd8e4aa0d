#pragma once

#include "ui/kit/button.h"
#include "ui/kit/frame.h"
#include "ui/kit/overlay_window.h"
#include "ui/kit/scroll.h"

#include <optional>
#include <span>
#include <string_view>

namespace planner::kit {

struct DialogOptions {
    std::string_view title;
    std::string_view key = {};
    std::string_view close_name; ///< accessible name of the cross
    float width = 480;           ///< unscaled
};

/// A question that must be answered first. What is drawn while it lives stands in it; buttons() ends the content.
class Dialog {
public:
    Dialog(Frame&, const DialogOptions&);
    ~Dialog();
    Dialog(const Dialog&) = delete;
    Dialog& operator=(const Dialog&) = delete;

    /// The row of buttons under the content, the main one last. The index of the one pressed.
    std::optional<std::size_t> buttons(std::span<const ButtonOptions>);
    /// Closed by the cross or by Escape.
    bool dismissed() const { return dismissed_; }
    /// True in the first frame: time to give a control the focus.
    bool opened() const { return opened_; }

private:
    Rect panel_rect(const DialogOptions&) const;
    void draw_header(const DialogOptions&, const Rect& panel);
    void open_content(const DialogOptions&);
    std::optional<std::size_t> draw_buttons(std::span<const ButtonOptions>, float top, float total, bool stacked);

    Frame& frame_;
    NodeId id_;
    OverlayWindow window_;
    Rect panel_;
    std::optional<Container> container_;
    std::optional<ScrollArea> content_;
    bool dismissed_ = false;
    bool opened_ = false;
    bool all_scrolls_ = false; ///< so little height is left that title and buttons scroll along
};

} // namespace planner::kit
