#pragma once

#include "app/planner.h"
#include "ui/kit/frame.h"
#include "ui/print_screen.h"
#include "ui/screen_state.h"

#include <optional>
#include <string>
#include <string_view>

namespace planner::ui {

/// The page as it is now, in CSS pixels.
struct Page {
    float width = 1366;
    float height = 768;
    float pixel_ratio = 1;     ///< device px per CSS px
    double time = 0;           ///< seconds, never decreasing
    float scrollbar_width = 0; ///< CSS px
    bool system_dark = false;
    bool reduced_motion = false;
    bool file_over_page = false; ///< somebody is dragging a file over it
    std::string opening_file;    ///< name of a large file that is being opened; "" when none is
    float opening_progress = 0;  ///< 0..1, over all files of one go
};

struct KeyPress {
    std::string_view key; ///< as KeyboardEvent.key
    bool control = false; ///< Ctrl, or Command on a Mac
    bool shift = false;
    bool alt = false;
};

/// What people see: draws the planner's state and turns what they do into its commands.
class Ui {
public:
    Ui(app::Planner&, const kit::FontFiles&, kit::TextMeasurer*);

    kit::FrameOutput draw(const Page&);
    /// Deals with what was typed and pressed since the last frame, without anybody seeing it; nothing when that was nothing.
    /// To be repeated until then, before anything happens that must not overtake it: undo, another screen, saving on the way out.
    std::optional<kit::FrameOutput> catch_up();
    /// A shortcut that works everywhere. True when it was one of ours.
    bool key(const KeyPress&);
    /// What the screen looks like on paper, as HTML.
    std::string sheet() { return exchange::to_html(sheet_of_screen(planner_, state_)); }
    /// What happens to the page is told to the frame.
    kit::Frame& frame() { return frame_; }

private:
    app::Planner& planner_;
    kit::Frame frame_;
    ScreenState state_;
    Page page_;
};

} // namespace planner::ui
