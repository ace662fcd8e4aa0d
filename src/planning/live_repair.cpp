#include "planning/live_repair.h"

#include <algorithm>
#include <optional>

namespace planner::planning {
namespace {

int whole_minutes(std::int64_t duration) {
    return static_cast<int>(duration / ms_of_minute);
}

bool has_kind(const LiveLine& line, process::ItemKind kind) {
    return line.line->item != nullptr && line.line->item->kind == kind;
}

/// Minutes that a line which is to come can lose. Breaks are what people count on.
int to_spare(const LiveLine& line) {
    if (line.state != LineState::ahead || has_kind(line, process::ItemKind::pause)) return 0;
    return std::max(0, whole_minutes(line.allotted) - static_cast<int>(line.line->minimum));
}

/// The lines between the current one and the anchor.
std::vector<const LiveLine*> to_come(const Live& live) {
    std::vector<const LiveLine*> lines;
    for (std::size_t i = live.current ? *live.current + 1 : 0; i < live.anchor; ++i) lines.push_back(&live.lines[i]);
    return lines;
}

/// Takes at most `minutes` off these lines, in proportion to what each can spare.
Repair take_off(RepairKind kind, const std::vector<const LiveLine*>& lines, int minutes) {
    Repair repair{kind, {}, 0, 0};
    int spare = 0;
    for (const LiveLine* line : lines) spare += to_spare(*line);
    repair.minutes = std::min(minutes, spare);
    if (repair.minutes <= 0) return repair;
    int passed = 0, taken = 0;
    for (const LiveLine* line : lines) {
        passed += to_spare(*line);
        const int here = repair.minutes * passed / spare - taken;
        taken += here;
        const int before = whole_minutes(line->allotted);
        if (here > 0) repair.lines.push_back({line->line, before - here, before});
    }
    return repair;
}

} // namespace

std::vector<Repair> repairs_of(const Live& live) {
    const int behind = live.minutes_behind();
    const bool runs = live.state == MeetingState::running || live.state == MeetingState::paused;
    if (behind < 1 || !runs) return {};
    const std::vector<const LiveLine*> lines = to_come(live);
    std::vector<const LiveLine*> run_over;
    for (const LiveLine* line : lines) {
        if (has_kind(*line, process::ItemKind::run_over)) run_over.push_back(line);
    }
    const bool before_end = live.anchor == live.lines.size();
    std::vector<Repair> repairs = {take_off(RepairKind::shorten, lines, behind),
                                   take_off(RepairKind::run_over, run_over, behind),
                                   {RepairKind::later, {}, before_end ? behind : 0, live.end}};
    for (Repair& repair : repairs) {
        const bool moves_end = before_end && repair.kind != RepairKind::later;
        repair.end = live.end - (moves_end ? repair.minutes * ms_of_minute : 0);
    }
    return repairs;
}

std::vector<Moment> moments_for(const Live& live, const Repair& repair) {
    std::vector<Moment> moments;
    if (repair.minutes == 0) return moments;
    if (repair.kind == RepairKind::later) return {{MomentKind::later, live.now, "", "", repair.minutes}};
    for (const RepairedLine& each : repair.lines)
        moments.push_back({MomentKind::give, live.now, each.line->key.id, "", each.minutes - each.before});
    return moments;
}

} // namespace planner::planning
