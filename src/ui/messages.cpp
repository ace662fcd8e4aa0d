#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/overlay_window.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/kit/toast.h"
#include "ui/menu_bar.h"
#include "ui/screens.h"

#include <cmath>

namespace planner::ui {

namespace {

/// A box in the middle of the page, which is dimmed; `text` is read in it. What it covers of the page is the result.
kit::Rect draw_notice(Context& c, std::string_view icon, std::string_view text) {
    kit::Frame& frame = c.frame;
    const kit::Rect page{0, 0, frame.input().width, frame.input().height};
    kit::draw::fill(frame, page, frame.theme().scrim);
    const float width = std::min(page.width - frame.px(32), kit::text_width(frame, text, kit::style::lead) + frame.px(120));
    const float height = frame.px(120);
    const kit::Rect box{std::round((page.width - width) / 2), std::round((page.height - height) / 2), width, height};
    kit::draw::fill(frame, box, frame.theme().surface, frame.px(16));
    kit::draw::icon(frame, box.x + width / 2, box.y + frame.px(38), icon, 28, frame.theme().action);
    kit::place_text(frame, {box.x + frame.px(12), box.y + frame.px(62), width - frame.px(24), frame.px(24)}, text,
                    kit::style::lead, frame.theme().ink, kit::Alignment::center);
    return box;
}

} // namespace

void draw_toasts(Context& c) {
    // A dialog or a menu comes first: messages wait until it is closed, and do not expire meanwhile.
    const bool waiting = c.state.dialog != DialogKind::none || c.planner.import_state() != app::ImportState::none ||
                         c.frame.menu().has_value();
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
    const kit::OverlayWindow window(c.frame, "drop", {0, 0, c.frame.input().width, c.frame.input().height});
    const kit::Rect box = draw_notice(c, kit::icon::upload, c.tr("file.drop"));
    kit::draw::dashed_outline(c.frame, box.inset(8), c.frame.theme().accent_mid, c.frame.px(10), 2);
}

void draw_opening_notice(Context& c) {
    if (c.state.opening_file.empty())
        return;
    const kit::OverlayWindow window(c.frame, "opening", {0, 0, c.frame.input().width, c.frame.input().height});
    const std::string text = c.tr("file.opening", {{"name", c.state.opening_file}});
    const kit::Rect box = draw_notice(c, kit::icon::upload, text);
    const float margin = c.frame.px(24);
    c.frame.layout().open(kit::Direction::down, box.x + margin, box.bottom() - margin, box.width - 2 * margin, 0);
    kit::progress_bar(c.frame, {.fraction = c.state.opening_progress, .name = text});
    c.frame.layout().close_detached();
}

} // namespace planner::ui
