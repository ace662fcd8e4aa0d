#include "ui/live_tools.h"

#include "ui/kit/surface.h"
#include "ui/kit/text.h"

namespace planner::ui {

void draw_live_overlap(Context& c, const LiveView& view) {
    kit::Frame& frame = c.frame;
    const auto& teams = c.planner.view().participants;
    kit::Grid grid(frame.layout(), frame.layout().available() > frame.px(520) ? static_cast<int>(std::min<std::size_t>(3, teams.size())) : 1,
                   frame.px(12), frame.px(12));
    for (const app::ParticipantView& team : teams) {
        grid.next();
        const kit::Scope scope(frame, team.participant.id);
        const bool now = view.line() && view.line()->line->participant == team.participant.id;
        const kit::Card card(frame, {.kind = now ? kit::CardKind::chosen : kit::CardKind::plain, .padding = 12, .gap = 4,
                                     .name = team.participant.name, .radius = 8});
        {
            const kit::Row row(frame.layout(), frame.px(8), frame.px(24));
            kit::badge(frame, team.badge, 24);
            kit::text(frame, team.participant.name, {.style = kit::style::body_strong});
        }
        kit::text(frame, team.learning_question.empty() ? c.tr("live.no_question") : team.learning_question);
    }
}

} // namespace planner::ui
