#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/overlay_window.h"
#include "ui/kit/text.h"
#include "ui/kit/toast.h"
#include "ui/menu_bar.h"
#include "ui/screens.h"

#include <cmath>

namespace planner::ui {

void draw_toasts(Context& c) {
    // A dialog comes first: messages wait until it is closed, and do not expire meanwhile.
    const bool waiting = c.state.dialog != DialogKind::none || c.planner.import_state() == app::ImportState::ready;
    std::vector<kit::ToastOptions> list;
    for (const app::Toast& toast : c.planner.toasts().all())
        list.push_back({toast.id, toast.text, toast.action_label,
                        toast.kind == app::ToastKind::done ? kit::ToastTone::done : kit::ToastTone::problem});
    const float bottom = c.frame.input().height - bottom_bar_height(c.frame) - c.frame.px(16);
    const kit::ToastResult result =
        kit::toasts(c.frame, list, c.tr("toast.close"), bottom, waiting ? kit::ToastPresence::spoken : kit::ToastPresence::shown);
    c.planner.set_toast_hold(result.held || (waiting && !list.empty()));
    if (result.acted)
        c.frame.defer([&planner = c.planner, id = *result.acted] { planner.act_on_toast(id); });
    if (result.dismissed)
        c.frame.defer([&planner = c.planner, id = *result.dismissed] { planner.dismiss_toast(id); });
}

void draw_drop_notice(Context& c) {
    if (!c.state.file_over_page)
        return;
    kit::Frame& frame = c.frame;
    const kit::Rect page{0, 0, frame.input().width, frame.input().height};
    const kit::OverlayWindow window(frame, "drop", page);
    kit::draw::fill(frame, page, frame.theme().scrim);
    const std::string text = c.tr("file.drop");
    const float width = std::min(page.width - frame.px(32), kit::text_width(frame, text, kit::style::lead) + frame.px(120));
    const float height = frame.px(120);
    const kit::Rect box{std::round((page.width - width) / 2), std::round((page.height - height) / 2), width, height};
    kit::draw::fill(frame, box, frame.theme().surface, frame.px(16));
    kit::draw::dashed_outline(frame, box.inset(8), frame.theme().accent_mid, frame.px(10), 2);
    kit::draw::icon(frame, box.x + width / 2, box.y + frame.px(42), kit::icon::upload, 28, frame.theme().action);
    kit::place_text(frame, {box.x + frame.px(12), box.y + frame.px(66), width - frame.px(24), frame.px(24)}, text,
                    kit::style::lead, frame.theme().ink, kit::Alignment::center);
}

} // namespace planner::ui
