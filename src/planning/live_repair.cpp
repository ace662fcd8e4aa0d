#include "planning/live_repair.h"

#include <algorithm>
#include <numeric>

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

/// Minutes that a line which is to come may get at most: as many as it has. Time that is kept free needs no more of it.
int to_receive(const LiveLine& line) {
    const bool works = !has_kind(line, process::ItemKind::pause) && !has_kind(line, process::ItemKind::run_over);
    return line.state == LineState::ahead && works ? whole_minutes(line.allotted) : 0;
}

/// The lines between the current one and the anchor.
std::vector<const LiveLine*> to_come(const Live& live) {
    std::vector<const LiveLine*> lines;
    for (std::size_t i = live.current ? *live.current + 1 : 0; i < live.anchor; ++i) lines.push_back(&live.lines[i]);
    return lines;
}

/// What participants who take turns in one item get differs for none of them.
bool take_turns(const LiveLine& a, const LiveLine& b) {
    return a.line->item != nullptr && a.line->item == b.line->item && !a.line->participant.empty() &&
           !b.line->participant.empty();
}

/// Places of lines that get equally much, or of one line alone.
using Equals = std::vector<std::size_t>;

std::vector<Equals> equals_in(const std::vector<const LiveLine*>& lines) {
    std::vector<Equals> groups;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto same = std::find_if(groups.begin(), groups.end(),
                                       [&](const Equals& group) { return take_turns(*lines[group.front()], *lines[i]); });
        if (same == groups.end())
            groups.push_back({i});
        else
            same->push_back(i);
    }
    return groups;
}

enum class Rounding { down, up };

/// Minutes shared out among lines, in proportion to the most that each can have. Equals get equally much: what does not
/// come out even goes to the lines that stand alone, and where they have no room it is rounded.
class Sharing {
public:
    Sharing(const std::vector<Equals>& groups, const std::vector<int>& most, int minutes, Rounding rounding)
        : most_(most), shares_(most.size()), minutes_(std::min(minutes, sum_of(most))) {
        if (minutes_ <= 0) return;
        std::vector<Equals> several;
        Equals alone;
        for (const Equals& group : groups) {
            if (group.size() > 1)
                several.push_back(group);
            else
                alone.push_back(group.front());
        }
        for (const Equals& group : several) share_equally(group);
        if (rounding == Rounding::up) round_up(several, most_of(alone));
        share_in_proportion(alone, minutes_ - sum_of(shares_));
    }

    const std::vector<int>& shares() const { return shares_; }

private:
    static int sum_of(const std::vector<int>& numbers) { return std::accumulate(numbers.begin(), numbers.end(), 0); }

    int most_of(const Equals& group) const {
        int most = 0;
        for (const std::size_t line : group) most += most_[line];
        return most;
    }

    int given(const Equals& group, int each) const {
        int given = 0;
        for (const std::size_t line : group) given += std::min(each, most_[line]);
        return given;
    }

    void give(const Equals& group, int each) {
        for (const std::size_t line : group) shares_[line] = std::min(each, most_[line]);
    }

    void share_equally(const Equals& group) {
        const int share = minutes_ * most_of(group) / sum_of(most_);
        int each = 0;
        while (given(group, each) < given(group, each + 1) && given(group, each + 1) <= share) ++each;
        give(group, each);
    }

    void round_up(const std::vector<Equals>& groups, int room_alone) {
        for (int each = 1; each <= minutes_; ++each) {
            for (const Equals& group : groups) {
                const int missing = minutes_ - room_alone - sum_of(shares_), more = given(group, each) - shared(group);
                // As many minutes too many as would be missing otherwise are the most.
                if (missing > 0 && more > 0 && more <= 2 * missing) give(group, each);
            }
        }
    }

    int shared(const Equals& group) const {
        int shared = 0;
        for (const std::size_t line : group) shared += shares_[line];
        return shared;
    }

    void share_in_proportion(const Equals& lines, int rest) {
        const int room = most_of(lines);
        rest = std::min(rest, room);
        int passed = 0, taken = 0;
        for (const std::size_t line : lines) {
            passed += most_[line];
            shares_[line] = rest <= 0 ? 0 : rest * passed / room - taken;
            taken += shares_[line];
        }
    }

    const std::vector<int>& most_;
    std::vector<int> shares_;
    int minutes_;
};

/// What could not be shared out equally stays as time that is kept free.
void keep_free(const std::vector<const LiveLine*>& lines, int minutes, std::vector<int>& shares) {
    const auto free = std::find_if(lines.rbegin(), lines.rend(), [](const LiveLine* line) {
        return line->state == LineState::ahead && has_kind(*line, process::ItemKind::run_over);
    });
    if (free == lines.rend()) return;
    const int rest = minutes - std::accumulate(shares.begin(), shares.end(), 0);
    shares[static_cast<std::size_t>(lines.rend() - free) - 1] += std::min(rest, whole_minutes((*free)->allotted));
}

/// Gives these lines at most `minutes` less, or more for `spread`.
Repair share_out(RepairKind kind, const std::vector<const LiveLine*>& lines, int minutes) {
    const bool more = kind == RepairKind::spread;
    Repair repair{kind, {}, 0, 0};
    std::vector<int> most;
    for (const LiveLine* line : lines) most.push_back(more ? to_receive(*line) : to_spare(*line));
    const std::vector<Equals> groups = equals_in(lines);
    const Sharing sharing(groups, most, minutes, more ? Rounding::down : Rounding::up);
    std::vector<int> shares = sharing.shares();
    if (more) keep_free(lines, minutes, shares);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const int here = shares[i];
        const int before = whole_minutes(lines[i]->allotted);
        repair.minutes += here;
        if (here > 0) repair.lines.push_back({lines[i]->line, before + (more ? here : -here), before});
    }
    return repair;
}

bool is_on(const Live& live) {
    return live.state == MeetingState::running || live.state == MeetingState::paused;
}

/// Nothing with a locked time comes before the end.
bool leads_to_end(const Live& live) {
    return live.anchor == live.lines.size();
}

} // namespace

std::vector<Repair> repairs_of(const Live& live) {
    const int behind = live.minutes_behind();
    if (behind < 1 || !is_on(live)) return {};
    const std::vector<const LiveLine*> lines = to_come(live);
    std::vector<const LiveLine*> run_over;
    for (const LiveLine* line : lines) {
        if (has_kind(*line, process::ItemKind::run_over)) run_over.push_back(line);
    }
    const bool before_end = leads_to_end(live);
    std::vector<Repair> repairs = {share_out(RepairKind::shorten, lines, behind),
                                   share_out(RepairKind::run_over, run_over, behind),
                                   {RepairKind::later, {}, before_end ? behind : 0, live.end}};
    for (Repair& repair : repairs) {
        const bool moves_end = before_end && repair.kind != RepairKind::later;
        repair.end = live.end - (moves_end ? repair.minutes * ms_of_minute : 0);
    }
    return repairs;
}

bool same_effect(const Repair& one, const Repair& other) {
    return one.minutes == other.minutes && one.end == other.end && one.lines == other.lines;
}

std::vector<Repair> gains_of(const Live& live) {
    const int ahead = -live.minutes_behind();
    if (ahead < 1 || !is_on(live)) return {};
    const bool before_end = leads_to_end(live);
    Repair spread = share_out(RepairKind::spread, to_come(live), ahead);
    spread.end = live.end + (before_end ? spread.minutes * ms_of_minute : 0);
    return {spread, {RepairKind::earlier, {}, before_end ? ahead : 0, live.end}};
}

std::vector<Moment> moments_for(const Live& live, const Repair& repair) {
    std::vector<Moment> moments;
    if (repair.minutes == 0) return moments;
    if (repair.kind == RepairKind::later) return {{MomentKind::later, live.now, "", "", repair.minutes}};
    if (repair.kind == RepairKind::earlier) return {{MomentKind::later, live.now, "", "", -repair.minutes}};
    for (const RepairedLine& each : repair.lines)
        moments.push_back({MomentKind::give, live.now, each.line->key.id, "", each.minutes - each.before});
    return moments;
}

} // namespace planner::planning
