#include "app/refusal_text.h"
#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/screens.h"
#include "ui/shell.h"

namespace planner::ui {

namespace {

void draw_ways_on(Context& c) {
    const kit::Row row(c.frame.layout(), c.frame.px(12));
    if (kit::button(c.frame, {.label = c.tr("not_found.to_overview"), .icon = kit::icon::layers, .kind = kit::ButtonKind::primary}))
        c.frame.defer([&planner = c.planner] { planner.go(app::Route::overview()); });
}

void draw_unreadable(Context& c, const app::OpenReview& open) {
    kit::text(c.frame, app::refusal_text(c.planner.texts(), c.tr("file.unnamed"), open.problem()));
    const kit::Row row(c.frame.layout(), c.frame.px(12));
    if (!open.stored_bytes().empty() &&
        kit::button(c.frame, {.label = c.tr("unreadable.download"), .icon = kit::icon::download, .kind = kit::ButtonKind::primary}))
        c.frame.defer([&planner = c.planner] { planner.download(); });
    if (kit::button(c.frame, {.label = c.tr("action.retry"), .icon = kit::icon::refresh_cw}))
        c.frame.defer([&planner = c.planner] { planner.retry_load(); });
}

std::string title_of(Context& c, const app::OpenReview* open) {
    if (!open)
        return c.tr("not_found.title");
    switch (open->state()) {
    case app::OpenState::none:
    case app::OpenState::loading: return c.tr("loading.review");
    case app::OpenState::unreadable: return c.tr("unreadable.title");
    case app::OpenState::absent:
    case app::OpenState::ready: break;
    }
    return c.tr("not_found.title");
}

std::string sentence_of(Context& c, const app::OpenReview* open) {
    if (!open)
        return c.tr("not_found.page");
    return c.tr(open->ready() ? "not_found.card" : "not_found.review");
}

} // namespace

void draw_missing_screen(Context& c) {
    const app::OpenReview* open = c.planner.current();
    draw_shell(c, {.title = title_of(c, open), .header = HeaderKind::overview, .back = app::Route::overview(), .content_width = 860}, [&] {
        const bool waiting = open && (open->state() == app::OpenState::loading || open->state() == app::OpenState::none);
        const kit::Card card(c.frame, {.padding = 24, .gap = 16});
        if (waiting) {
            kit::text(c.frame, c.tr("app.loading"));
        } else if (open && open->state() == app::OpenState::unreadable) {
            draw_unreadable(c, *open);
        } else {
            kit::text(c.frame, sentence_of(c, open));
            draw_ways_on(c);
        }
    });
}

} // namespace planner::ui
