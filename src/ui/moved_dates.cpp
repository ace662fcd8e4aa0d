#include "ui/moved_dates.h"

#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/list_line.h"
#include "ui/task_words.h"

namespace planner::ui {

namespace {

constexpr std::size_t most_moves = 8; ///< the rest is counted: a dialog is no list

std::string moved_date(Context& c, const std::optional<app::Day>& day) {
    return day ? app::short_date(c.planner.texts(), *day, c.planner.today()) : c.tr("task.no_date");
}

} // namespace

void draw_moved_dates(Context& c) {
    const planning::Plan& plan = c.planner.plan();
    auto moves = planning::moves_between(c.state.plan_before, plan);
    if (moves.empty())
        return;
    kit::Frame& frame = c.frame;
    // What had no date yet does not move: how many there are says enough.
    const std::size_t dated = std::erase_if(moves, [](const planning::DateMove& move) { return !move.from; });
    const std::string given = dated == 0 ? "" : c.planner.texts().count("dates.given", dated);
    const std::string title = moves.empty() ? given : c.planner.texts().count("dates.moved", moves.size());
    const kit::Card card(frame, {.kind = kit::CardKind::difference, .padding = 12, .gap = 4, .name = title});
    kit::heading(frame, 3, title, {.style = kit::style::card_title, .icon = kit::icon::calendar_clock});
    for (std::size_t i = 0; i < moves.size() && i < most_moves; ++i) {
        const planning::PlannedTask* task = plan.find(moves[i].key);
        const std::string name = subject_name(c, task->subject);
        const std::string what = task->task->title.in(c.language()) + (name.empty() ? "" : ", " + name);
        kit::text(frame, c.tr("dates.move", {{"task", what}, {"from", moved_date(c, moves[i].from)}, {"to", moved_date(c, moves[i].to)}}),
                  {.style = kit::style::meta, .color = frame.theme().ink_2});
    }
    draw_more(c, moves.size(), most_moves, "dates.more_moves");
    if (!moves.empty() && dated > 0)
        kit::text(frame, given, {.style = kit::style::meta, .color = frame.theme().ink_2});
    kit::text(frame, c.tr("dates.hand_set_stay"), {.style = kit::style::meta, .color = frame.theme().ink_3});
}

} // namespace planner::ui
