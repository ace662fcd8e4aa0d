#include "ui/kit/button.h"
#include "ui/kit/dialog.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/list_line.h"
#include "ui/screens.h"

#include <array>

#include "app/earlier_versions.h"

namespace planner::ui {

namespace {

/// Of which no file has the last changes.
std::vector<std::string> titles_at_risk(Context& c) {
    std::vector<std::string> titles;
    for (const app::Summary& summary : c.planner.overview().all())
        if (summary.removed == 0 && !app::in_file(c.planner, summary))
            titles.push_back(summary.title.empty() ? c.tr("review.untitled") : summary.title);
    return titles;
}

void draw_what_goes(Context& c) {
    const app::Texts& texts = c.planner.texts();
    kit::text(c.frame, c.tr("wipe.intro"));
    const std::array lines = {texts.count("wipe.reviews", c.planner.overview().all().size()),
                              texts.count("wipe.versions", c.planner.earlier_versions().size()), c.tr("wipe.settings")};
    for (const std::string& line : lines)
        kit::text(c.frame, line, {.icon = kit::icon::trash_2});
    constexpr std::size_t most = 10;
    const std::vector<std::string> titles = titles_at_risk(c);
    if (!titles.empty()) {
        kit::banner(c.frame, {.text = c.tr("wipe.at_risk"), .icon = kit::icon::triangle_alert, .tone = kit::Tone::late});
        for (std::size_t i = 0; i < titles.size() && i < most; ++i)
            kit::text(c.frame, titles[i], {.style = kit::style::body_strong});
        draw_more(c, titles.size(), most);
    }
    kit::text(c.frame, c.tr("wipe.stays"), {.color = c.frame.theme().ink_2});
}

} // namespace

void draw_wipe_dialog(Context& c) {
    if (c.state.dialog != DialogKind::wipe)
        return;
    const bool chosen = c.state.wipe_chosen;
    kit::Dialog dialog(c.frame, {.title = c.tr("wipe.title"), .key = chosen ? "wipe sure" : "wipe",
                                 .close_name = c.tr("action.close"), .width = 560});
    if (chosen)
        kit::text(c.frame, c.tr("wipe.sure"), {.style = kit::style::body_strong});
    else
        draw_what_goes(c);
    const std::string cancel = c.tr("wipe.cancel"), wipe = c.tr("wipe.choose"), sure = c.tr("wipe.confirm");
    // They change places, so that who presses twice at one spot has not wiped anything.
    const std::array ask = {kit::ButtonOptions{.label = cancel, .key = "cancel"},
                            kit::ButtonOptions{.label = wipe, .kind = kit::ButtonKind::danger, .key = "choose"}};
    const std::array confirm = {kit::ButtonOptions{.label = sure, .kind = kit::ButtonKind::danger, .key = "confirm"},
                                kit::ButtonOptions{.label = cancel, .key = "cancel"}};
    const auto pressed = dialog.buttons(chosen ? confirm : ask);
    if (dialog.opened())
        c.frame.request_focus(c.frame.id("cancel"));
    if (pressed == (chosen ? 1u : 0u) || dialog.dismissed())
        c.frame.defer([&state = c.state] { state.dialog = DialogKind::none; });
    else if (pressed)
        c.frame.defer([&planner = c.planner, &state = c.state, chosen] {
            if (chosen) {
                state.dialog = DialogKind::none;
                planner.wipe();
            }
            state.wipe_chosen = !chosen;
        });
}

void draw_unkept_dialog(Context& c) {
    if (!c.planner.keeping_failed())
        return;
    kit::Dialog dialog(c.frame, {.title = c.tr("unkept.title"), .key = "unkept", .close_name = c.tr("action.close"), .width = 560});
    kit::text(c.frame, c.tr("unkept.text"));
    const std::string leave = c.tr("unkept.leave"), go_on = c.tr("unkept.go_on"), download = c.tr("reminder.download");
    std::vector<kit::ButtonOptions> buttons = {{.label = go_on, .key = "go on"}, {.label = leave, .key = "leave"}};
    if (c.planner.can_download_unkept())
        buttons.push_back({.label = download, .kind = kit::ButtonKind::primary, .key = "download"});
    const auto pressed = dialog.buttons(buttons);
    if (dialog.opened())
        c.frame.request_focus(c.frame.id("leave"));
    if (pressed == 2)
        c.frame.defer([&planner = c.planner] { planner.download_unkept(); });
    else if (pressed || dialog.dismissed())
        c.frame.defer([&planner = c.planner, keep = pressed == 0 ? app::Keep::go_on : app::Keep::leave] {
            planner.settle_keeping(keep);
        });
}

} // namespace planner::ui
