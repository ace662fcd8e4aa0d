#include "ui/dashboard_cards.h"

#include "ui/conflict_place.h"
#include "ui/kit/button.h"
#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"

#include "app/value_text.h"
#include "review/kept_process.h"

#include <algorithm>
#include <cmath>

namespace planner::ui {

namespace {

constexpr std::size_t lines_at_first = 6;

void draw_conflict_line(Context& c, const review::ConflictGroup& group, const review::Conflict& conflict) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, document::to_pointer(conflict.key));
    kit::divider(frame);
    const kit::Stack stack(frame.layout(), frame.px(2));
    const std::string label = app::label_text(c.planner.texts(), conflict.place);
    const std::string where = group.card.empty() ? group.participant
                              : group.participant.empty()
                                  ? group.card
                                  : c.tr("card.of", {{"card", group.card}, {"participant", group.participant}});
    if (kit::link(frame, {.label = label, .name = c.tr("conflict.in_field", {{"field", where.empty() ? label : label + " · " + where}})}))
        frame.defer([&planner = c.planner, &state = c.state, conflict] { show_conflict(planner, state, conflict); });
    if (!where.empty())
        kit::text(frame, where, {.style = kit::style::meta, .color = frame.theme().ink_2});
}

} // namespace

void draw_conflicts_card(Context& c, const app::ReviewView& view) {
    kit::Frame& frame = c.frame;
    const std::string title = c.tr("dashboard.conflicts");
    const bool any = view.conflict_count > 0;
    const kit::Card card(frame, {.kind = any ? kit::CardKind::difference : kit::CardKind::plain, .gap = 10, .name = title});
    if (!any) {
        draw_card_head(c, title, "", "");
        kit::text(frame, c.tr("dashboard.no_conflicts"),
                  {.style = kit::style::body_dense, .color = frame.theme().ink_2, .icon = kit::icon::circle_check});
        return;
    }
    {
        const kit::Row row(frame.layout(), frame.px(10), frame.px(26));
        const kit::Rect mark = frame.layout().place(frame.px(26), frame.px(26));
        kit::draw::fill(frame, mark, frame.theme().sun, frame.px(6));
        kit::draw::icon(frame, mark.x + mark.width / 2, mark.y + mark.height / 2, kit::icon::git_compare, 16,
                        frame.theme().on_sun);
        kit::heading(frame, 2, c.planner.texts().count("conflict.count", view.conflict_count), {.style = kit::style::card_title});
    }
    kit::text(frame, c.tr("dashboard.conflicts_text"), {.style = kit::style::body_dense, .color = frame.theme().ink_2});
    const std::size_t most = c.state.conflicts_unfolded ? view.conflict_count : lines_at_first;
    std::size_t shown = 0;
    const review::Conflict* first = nullptr;
    for (const review::ConflictGroup& group : view.conflicts)
        for (const review::Conflict& conflict : group.conflicts) {
            if (!first)
                first = &conflict;
            if (shown++ < most)
                draw_conflict_line(c, group, conflict);
        }
    if (most < view.conflict_count &&
        kit::button(frame, {.label = c.tr("dashboard.conflicts_all"), .kind = kit::ButtonKind::quiet, .size = kit::ButtonSize::small}))
        frame.defer([&state = c.state] { state.conflicts_unfolded = true; });
    const float width = frame.layout().available();
    if (first && kit::button(frame, {.label = c.tr("dashboard.conflicts_choose"), .width = width}))
        frame.defer([&planner = c.planner, &state = c.state, chosen = *first] { show_conflict(planner, state, chosen); });
}

} // namespace planner::ui
