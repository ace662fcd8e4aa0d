#include "ui/live_parts.h"

#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"

namespace planner::ui {

void draw_live_laptops(Context& c) {
    kit::Frame& frame = c.frame;
    const kit::Card card(frame, {.gap = 8, .name = c.tr("live.laptops")});
    kit::heading(frame, 2, c.tr("live.laptops"), {.style = kit::style::card_title});
    kit::text(frame, c.tr("live.laptops_help"), {.style = kit::style::meta, .color = frame.theme().ink_2});
    const kit::Row row(frame.layout(), frame.px(8), frame.px(32));
    const auto button = [&](std::string_view label, std::string_view icon, auto command) {
        if (kit::button(frame, {.label = c.tr(label), .icon = icon, .size = kit::ButtonSize::small}))
            frame.defer(command);
    };
    button("share.open", kit::icon::share_2, [&state = c.state] { state.dialog = DialogKind::share; });
    button("review.open_file", kit::icon::folder_open, [&planner = c.planner] { planner.pick_files(); });
    button("codes.read", kit::icon::qr_code, [&planner = c.planner] { planner.read_codes(); });
}

} // namespace planner::ui
