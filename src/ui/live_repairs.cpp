#include "ui/live_parts.h"

#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"

#include <algorithm>

namespace planner::ui {

namespace {

using planning::Repair;
using planning::RepairKind;

std::string_view icon_of(RepairKind kind) {
    switch (kind) {
    case RepairKind::shorten: return kit::icon::minimize_2;
    case RepairKind::run_over: return kit::icon::timer;
    case RepairKind::later: return kit::icon::arrow_right;
    case RepairKind::spread: return kit::icon::timer;
    case RepairKind::earlier: return kit::icon::check;
    }
    return {};
}

/// What it does to which line, or why it cannot be done.
std::string effect_text(Context& c, const Repair& repair, int wanted) {
    if (repair.minutes == 0)
        return c.tr("live.repair_impossible");
    if (repair.kind == RepairKind::later)
        return c.tr("live.repair_ask");
    if (repair.kind == RepairKind::earlier)
        return c.tr("live.gain_tell");
    std::string lines;
    for (const planning::RepairedLine& line : repair.lines)
        lines += (lines.empty() ? "" : ", ") + c.tr("live.repair_line", {{"title", live_title(c, *line.line)}, {"minutes", std::to_string(line.minutes)}});
    if (repair.kind != RepairKind::spread && repair.minutes < wanted)
        lines += ". " + c.tr("live.repair_partly", {{"minutes", std::to_string(repair.minutes)}});
    return lines;
}

void draw_repair(Context& c, const Repair& repair, const std::string& label, int wanted) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, "repair " + std::to_string(static_cast<int>(repair.kind)));
    const kit::Stack stack(frame.layout(), frame.px(4));
    const std::string end = clock_at(c, repair.end);
    if (kit::button(frame, {.label = label, .icon = icon_of(repair.kind), .enabled = repair.minutes > 0 ? kit::Enabled::yes : kit::Enabled::no,
                            .name = repair.minutes > 0 ? c.tr("live.repair_named", {{"repair", label}, {"end", end}}) : label,
                            .width = frame.layout().available()}))
        frame.defer([c, kind = repair.kind]() mutable { app::repair(c.planner, live_view(c).meeting, kind); });
    kit::text(frame, effect_text(c, repair, wanted), {.style = kit::style::meta, .color = frame.theme().ink_2});
    if (repair.minutes > 0)
        kit::text(frame, c.tr("live.end_at", {{"time", end}}), {.style = kit::style::meta_strong});
}

void draw_repair_head(Context& c, const LiveView& view, const std::string& help) {
    kit::heading(c.frame, 2, drift_text(c, view.live().minutes_behind()), {.style = kit::style::lead, .icon = kit::icon::clock});
    kit::text(c.frame, help, {.color = c.frame.theme().ink_2});
}

int columns_beside(Context& c, int count) {
    return c.frame.layout().available() > c.frame.px(520) ? count : 1;
}

} // namespace

void draw_time_behind(Context& c, const LiveView& view) {
    // Less than that a meeting makes up for by itself; the keys work anyway.
    constexpr int worth_saying = 3;
    const int behind = view.live().minutes_behind();
    const std::vector<Repair> repairs = planning::repairs_of(view.live());
    if (repairs.empty() || behind < worth_saying)
        return;
    kit::Frame& frame = c.frame;
    const kit::Card card(frame, {.kind = kit::CardKind::difference, .gap = 10, .name = c.tr("live.repair_title")});
    draw_repair_head(c, view, c.tr("live.repair_choose"));
    kit::Grid grid(frame.layout(), columns_beside(c, 3), frame.px(12), frame.px(8));
    static constexpr std::string_view keys[] = {"live.repair_shorten", "live.repair_run_over", "live.repair_later"};
    for (std::size_t i = 0; i < repairs.size(); ++i) {
        if (i > 0 && planning::same_effect(repairs[i], repairs[i - 1]))
            continue;
        grid.next();
        draw_repair(c, repairs[i], std::to_string(i + 1) + ": " + c.tr(keys[i]), behind);
    }
}

void draw_time_left(Context& c, const LiveView& view) {
    // A team that is a little quick is no news.
    constexpr int worth_saying = 5;
    const int ahead = -view.live().minutes_behind();
    const std::vector<Repair> gains = planning::gains_of(view.live());
    const bool possible = std::any_of(gains.begin(), gains.end(), [](const Repair& gain) { return gain.minutes > 0; });
    if (!possible || ahead < worth_saying)
        return;
    kit::Frame& frame = c.frame;
    const kit::Card card(frame, {.gap = 10, .name = c.tr("live.gain_title")});
    draw_repair_head(c, view, c.tr("live.gain_choose"));
    kit::Grid grid(frame.layout(), columns_beside(c, 2), frame.px(12), frame.px(8));
    for (const Repair& gain : gains) {
        // At the last line there is nothing to spread it over.
        if (gain.minutes <= 0)
            continue;
        grid.next();
        const bool spreads = gain.kind == RepairKind::spread;
        draw_repair(c, gain, spreads ? c.tr("live.gain_spread", {{"minutes", std::to_string(gain.minutes)}}) : c.tr("live.gain_earlier"), ahead);
    }
}

} // namespace planner::ui
