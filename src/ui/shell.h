#pragma once

#include "ui/header_frame.h"
#include "ui/kit/button.h"
#include "ui/screen_state.h"

#include <string>

namespace planner::ui {

enum class HeaderKind { overview, review };

struct Shell {
    std::string title;
    std::string subtitle = {};
    HeaderKind header = HeaderKind::review;
    app::Route back = {}; ///< on a phone: where the arrow in the header leads
    float content_width = 1440; ///< widest content, unscaled
    kit::Draw side = {}; ///< on a wide screen: what stands still at the left of the content; lives as long as this
};

/// What every screen has around it: menu, header with the state of saving, notices; `content` fills the rest.
void draw_shell(Context&, const Shell&, kit::Draw content);

/// Notices that hold for every screen: work that is not kept, a newer version that waits.
void draw_notices(Context&);

/// Says in words whether everything written is durable.
void draw_save_state(Context&, kit::Ground ground);

} // namespace planner::ui
