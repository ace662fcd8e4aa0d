#include "ui/dashboard_cards.h"

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

void draw_conflict_line(Context& c, const review::ConflictGroup& group, const review::Conflict& conflict) {
    kit::Frame& frame = c.frame;
    kit::divider(frame);
    const kit::Stack stack(frame.layout(), frame.px(2));
    kit::text(frame, app::label_text(c.planner.texts(), conflict.place), {.style = kit::style::body_strong});
    const std::string where = group.card.empty() ? group.participant
                              : group.participant.empty()
                                  ? group.card
                                  : c.tr("card.of", {{"card", group.card}, {"participant", group.participant}});
    if (!where.empty())
        kit::text(frame, where, {.style = kit::style::meta, .color = frame.theme().ink_2});
}

} // namespace

bool draw_card_head(Context& c, std::string_view title, std::string_view action, std::string_view icon) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, title);
    const kit::ButtonOptions option{.label = action, .icon = icon, .kind = kit::ButtonKind::quiet, .size = kit::ButtonSize::small};
    const float button = action.empty() ? 0 : kit::button_width(frame, option);
    const float width = frame.layout().available(), x = frame.layout().x(), y = frame.layout().y();
    const float room = std::max(frame.px(80), width - button - frame.px(8));
    const float text = kit::text_height(frame, title, kit::style::card_title, room);
    const float height = std::max(button > 0 ? kit::button_height(frame, kit::ButtonSize::small) : 0, text);
    bool pressed = false;
    {
        const kit::Column column(frame.layout(), x, y + std::round((height - text) / 2), room, 0);
        kit::heading(frame, 2, title, {.style = kit::style::card_title});
    }
    if (button > 0) {
        const kit::Column column(frame.layout(), x + width - button + frame.px(8), y, button + 1, 0);
        pressed = kit::button(frame, option);
    }
    frame.layout().place(-1, height);
    return pressed;
}

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
    std::size_t shown = 0;
    const review::Conflict* first = nullptr;
    for (const review::ConflictGroup& group : view.conflicts)
        for (const review::Conflict& conflict : group.conflicts) {
            const kit::Scope scope(frame, document::to_pointer(conflict.key));
            if (shown++ < 6)
                draw_conflict_line(c, group, conflict);
            if (!first)
                first = &conflict;
        }
    const float width = frame.layout().available();
    if (first && kit::button(frame, {.label = c.tr("dashboard.conflicts_choose"), .width = width}))
        frame.defer([&planner = c.planner, &state = c.state, place = first->place, key = first->key] {
            if (!place.card_id.empty() && !place.participant_id.empty())
                planner.go(app::Route::card_of(planner.route().review, place.card_id, place.participant_id));
            else if (key.entity.collection == review::kept_process_key().entity.collection || key.entity.collection == "names")
                state.dialog = DialogKind::process;
            else
                state.dialog = place.participant_id.empty() || place.text_key.find("visit") != std::string::npos
                                   ? DialogKind::dates
                                   : DialogKind::participants;
        });
}

} // namespace planner::ui
