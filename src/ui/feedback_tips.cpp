#include "ui/feedback_tips.h"

#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/points.h"

#include <algorithm>

namespace planner::ui {

namespace {

/// Whether each row of a table holds a finding and of which sort it is.
bool holds_findings(const process::Field& table) {
    const auto has = [&](process::FieldKind kind) {
        return std::any_of(table.columns.begin(), table.columns.end(), [kind](const process::Field& column) { return column.kind == kind; });
    };
    return table.binding.empty() && has(process::FieldKind::choice) && has(process::FieldKind::long_text);
}

/// Parts with what to do or what not to do.
std::vector<const process::Block*> tips_for(const process::Process& process, std::string_view card) {
    std::vector<const process::Block*> tips;
    for (const std::string& id : process.card(card)->see_also)
        for (const process::Block& block : process.card(id)->blocks)
            if (block.tone != process::Tone::plain && !block.points.empty())
                tips.push_back(&block);
    return tips;
}

} // namespace

void draw_feedback_tips(Context& c, const CardPlace& place, const process::Field& table) {
    if (!holds_findings(table))
        return;
    const std::vector<const process::Block*> tips = tips_for(c.planner.current()->process(), place.card);
    if (tips.empty())
        return;
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, "tips " + table.id);
    const std::string title = c.tr("card.tips");
    const kit::Card card(frame, {.padding = 12, .gap = 6, .name = title, .radius = 8});
    bool& open = c.state.tips_open;
    if (kit::button(frame, {.label = title, .icon = open ? kit::icon::chevron_up : kit::icon::chevron_down,
                            .kind = kit::ButtonKind::quiet, .size = kit::ButtonSize::small, .key = "show", .expanded = open}))
        frame.defer([&open] { open = !open; });
    if (!open)
        return;
    kit::Grid grid(frame.layout(), frame.layout().available() > frame.px(620) ? 2 : 1, frame.px(16), frame.px(12));
    for (const process::Block* block : tips) {
        grid.next();
        const kit::Scope part(frame, block->id);
        const std::string name = block->title.in(c.language());
        kit::heading(frame, 4, name, {.style = kit::style::meta_strong});
        draw_points(c, name, block->points, mark_of(c, block->tone));
    }
}

} // namespace planner::ui
