#include "planning/live.h"

#include <algorithm>

namespace planner::planning {
namespace {

std::int64_t ms(std::size_t minutes) {
    return static_cast<std::int64_t>(minutes) * ms_of_minute;
}

bool is_step(const Moment& moment) {
    return moment.kind == MomentKind::go || moment.kind == MomentKind::part || moment.kind == MomentKind::stop;
}

/// What counts of what was recorded: since the last start, without what was taken back.
std::vector<Moment> that_count(const std::vector<Moment>& moments) {
    std::vector<Moment> kept;
    for (const Moment& moment : moments) {
        if (moment.kind == MomentKind::start) {
            kept = {moment};
        } else if (moment.kind == MomentKind::back) {
            const auto taken_back = std::find_if(kept.rbegin(), kept.rend(), is_step);
            if (taken_back != kept.rend()) kept.erase(std::next(taken_back).base());
        } else if (!kept.empty()) {
            kept.push_back(moment);
        }
    }
    return kept;
}

/// Plays the moments of a meeting, each on the state that those before it left.
class Playback {
public:
    explicit Playback(Live& live) : live_(live) {}

    void play(const Moment& moment) {
        pass_until(moment.at);
        switch (moment.kind) {
        case MomentKind::start:
            live_.began = moment.at;
            live_.state = MeetingState::running;
            if (!live_.lines.empty()) enter(0, moment.at);
            break;
        case MomentKind::go: go(moment); break;
        case MomentKind::part: enter_part(moment); break;
        case MomentKind::pause: pause(moment); break;
        case MomentKind::resume: resume(moment.at); break;
        case MomentKind::give:
            if (LiveLine* line = find(moment.line))
                line->allotted = std::max<std::int64_t>(0, line->allotted + moment.minutes * ms_of_minute);
            break;
        case MomentKind::later: live_.agreed_later += moment.minutes * ms_of_minute; break;
        case MomentKind::stop: stop(moment.at); break;
        case MomentKind::back:
        case MomentKind::turn: break;
        }
    }

    /// The clock of the current line runs.
    void pass_until(std::int64_t time) {
        const std::int64_t passed = std::max<std::int64_t>(0, time - last_);
        last_ = std::max(last_, time);
        if (live_.state != MeetingState::running || !live_.current) return;
        LiveLine& line = live_.lines[*live_.current];
        line.spent += passed;
        if (line.part < line.spent_on_parts.size()) line.spent_on_parts[line.part] += passed;
    }

private:
    LiveLine* find(const std::string& id) {
        const auto found = std::find_if(live_.lines.begin(), live_.lines.end(),
                                        [&](const LiveLine& line) { return line.line->key.id == id; });
        return found == live_.lines.end() ? nullptr : &*found;
    }

    void enter(std::size_t index, std::int64_t at) {
        live_.current = index;
        LiveLine& line = live_.lines[index];
        line.state = LineState::running;
        if (!line.began) line.began = at;
        line.ended.reset();
    }

    void leave(std::int64_t at, LineState state) {
        if (!live_.current) return;
        LiveLine& line = live_.lines[*live_.current];
        line.ended = at;
        line.state = state;
    }

    void go(const Moment& moment) {
        const LiveLine* line = find(moment.line);
        if (line == nullptr || live_.state == MeetingState::over) return;
        const auto index = static_cast<std::size_t>(line - live_.lines.data());
        if (live_.current == index) return;
        resume(moment.at);
        // Who goes back to an earlier line leaves the later one for another time.
        leave(moment.at, live_.current && index < *live_.current ? LineState::ahead : LineState::done);
        enter(index, moment.at);
    }

    void enter_part(const Moment& moment) {
        LiveLine* line = find(moment.line);
        if (line == nullptr || line->line->item == nullptr) return;
        const auto& parts = line->line->item->parts;
        const auto found = std::find_if(parts.begin(), parts.end(),
                                        [&](const process::RunSheetPart& part) { return part.id == moment.part; });
        if (found == parts.end()) return;
        const auto part = static_cast<std::size_t>(found - parts.begin());
        if (part == line->part) line->spent_on_parts[part] = 0;
        line->part = part;
    }

    void pause(const Moment& moment) {
        // How long it lasts may come from a laptop that did not know that it was over.
        if (live_.state == MeetingState::running && moment.minutes == 0) {
            live_.state = MeetingState::paused;
            live_.paused_since = moment.at;
            live_.pauses.push_back({moment.at, std::nullopt, live_.current.value_or(0)});
        }
        if (live_.state == MeetingState::paused && moment.minutes > 0)
            live_.paused_until = moment.at + moment.minutes * ms_of_minute;
    }

    void resume(std::int64_t at) {
        if (live_.state != MeetingState::paused) return;
        live_.state = MeetingState::running;
        live_.paused_since.reset();
        live_.paused_until.reset();
        live_.pauses.back().until = at;
    }

    void stop(std::int64_t at) {
        if (live_.state == MeetingState::over) return;
        resume(at);
        leave(at, LineState::done);
        live_.current.reset();
        live_.state = MeetingState::over;
        live_.end = at;
    }

    Live& live_;
    std::int64_t last_ = 0;
};

/// When everything was to begin and end, from the moment at which the meeting was to start.
void place_plan(Live& live, const Agenda& agenda, std::int64_t start, std::int64_t midnight) {
    std::int64_t time = start;
    for (LiveLine& line : live.lines) {
        if (agenda.start && line.line->locked_at) time = midnight + *line.line->locked_at * ms_of_minute;
        line.planned_start = time;
        time += ms(line.line->minutes);
        line.planned_end = time;
    }
    live.planned_end = time;
}

std::optional<std::int64_t> locked_start(const Agenda& agenda, const AgendaItem& item, std::int64_t midnight) {
    if (!agenda.start || !item.locked_at) return std::nullopt;
    return midnight + *item.locked_at * ms_of_minute;
}

/// Expects what is to come, from `time` on.
void forecast(Live& live, const Agenda& agenda, std::size_t from, std::int64_t time, std::int64_t midnight) {
    std::optional<std::int64_t> arrival;
    live.anchor = live.lines.size();
    std::int64_t planned_arrival = live.planned_end;
    for (std::size_t i = from; i < live.lines.size(); ++i) {
        LiveLine& line = live.lines[i];
        if (line.state != LineState::ahead) continue;
        if (const auto locked = locked_start(agenda, *line.line, midnight)) {
            if (!arrival) {
                live.anchor = i;
                arrival = time;
                planned_arrival = i == 0 ? *locked : std::min(*locked, live.lines[i - 1].planned_end);
                // What is free before it makes up for being late.
                if (time > planned_arrival) planned_arrival = std::max(planned_arrival, std::min(time, *locked));
            }
            time = std::max(time, *locked);
        }
        line.start = time;
        time += std::max<std::int64_t>(0, line.allotted - line.spent);
        line.end = time;
    }
    live.end = time;
    live.planned_arrival = planned_arrival;
    live.behind = arrival.value_or(time) - planned_arrival;
}

void mark_skipped(Live& live) {
    const std::size_t until = live.current.value_or(live.state == MeetingState::over ? live.lines.size() : 0);
    for (std::size_t i = 0; i < until; ++i) {
        LiveLine& line = live.lines[i];
        if (line.state == LineState::ahead) line.state = line.began ? LineState::done : LineState::skipped;
    }
}

void expect(Live& live, const Agenda& agenda, std::int64_t midnight) {
    for (LiveLine& line : live.lines) {
        line.start = line.began.value_or(line.planned_start);
        line.end = line.ended.value_or(line.planned_end);
    }
    if (live.state == MeetingState::over) {
        live.planned_arrival = live.planned_end;
        live.behind = live.end - live.planned_end;
        return;
    }
    if (!live.current) {
        const std::int64_t planned = live.lines.empty() ? live.now : live.lines.front().planned_start;
        forecast(live, agenda, 0, agenda.start ? std::max(live.now, planned) : live.now, midnight);
        return;
    }
    LiveLine& line = live.lines[*live.current];
    line.end = live.goes_on_at().value_or(live.now) + std::max<std::int64_t>(0, line.remaining());
    forecast(live, agenda, *live.current + 1, line.end, midnight);
}

} // namespace

const LiveLine* Live::next_line() const {
    for (std::size_t i = current ? *current + 1 : 0; i < lines.size(); ++i) {
        if (lines[i].state == LineState::ahead) return &lines[i];
    }
    return nullptr;
}

std::optional<std::int64_t> Live::goes_on_at() const {
    return paused_until && *paused_until > now ? paused_until : std::nullopt;
}

const LiveLine* Live::next_locked() const {
    return anchor < lines.size() ? &lines[anchor] : nullptr;
}

std::int64_t Live::length() const {
    std::int64_t length = 0;
    for (const LiveLine& line : lines) {
        const bool open = line.state == LineState::ahead || line.state == LineState::running;
        length += open ? std::max(line.allotted, line.spent) : line.spent;
    }
    for (std::size_t i = 0; i < lines.size(); ++i) length += paused_in(i);
    return length;
}

std::int64_t Live::paused_in(std::size_t line) const {
    std::int64_t paused = 0;
    for (const TakenPause& pause : pauses) {
        if (pause.line == line) paused += pause.length(now);
    }
    return paused;
}

int Live::minutes_behind() const {
    return static_cast<int>((planned_arrival + behind) / ms_of_minute - planned_arrival / ms_of_minute);
}

Live make_live(const Agenda& agenda, const std::vector<Moment>& moments, std::int64_t now, std::int64_t midnight) {
    Live live;
    for (const AgendaItem& item : agenda.items) {
        LiveLine line;
        line.line = &item;
        line.allotted = ms(item.minutes);
        if (item.item != nullptr) line.spent_on_parts.resize(item.item->parts.size());
        live.lines.push_back(std::move(line));
    }
    const std::vector<Moment> counting = that_count(moments);
    live.now = counting.empty() ? now : std::max(now, counting.back().at);
    Playback playback(live);
    for (const Moment& moment : counting) playback.play(moment);
    playback.pass_until(live.now);
    const std::int64_t shift = counting.empty() ? 0 : counting.front().minutes * ms_of_minute;
    const std::int64_t start = agenda.start ? midnight + *agenda.start * ms_of_minute + shift
                                            : live.began.value_or(live.now);
    place_plan(live, agenda, start, midnight);
    live.planned_end += live.agreed_later;
    mark_skipped(live);
    expect(live, agenda, midnight);
    return live;
}

ClockState clock_state(std::int64_t remaining, std::int64_t allotted) {
    if (remaining < 0) return ClockState::over;
    if (remaining * 20 <= allotted) return ClockState::last;
    return remaining * 5 <= allotted ? ClockState::nearly : ClockState::plenty;
}

std::optional<Moment> last_step(const std::vector<Moment>& moments) {
    const std::vector<Moment> counting = that_count(moments);
    const auto found = std::find_if(counting.rbegin(), counting.rend(), is_step);
    return found == counting.rend() ? std::nullopt : std::optional(*found);
}

Moment next_moment(const Live& live) {
    const LiveLine* line = live.current_line();
    if (line != nullptr && line->part + 1 < line->spent_on_parts.size())
        return {MomentKind::part, live.now, line->line->key.id, line->line->item->parts[line->part + 1].id};
    if (const LiveLine* next = live.next_line()) return {MomentKind::go, live.now, next->line->key.id};
    return {MomentKind::stop, live.now};
}

std::map<std::string, std::size_t, std::less<>> turns_in(const std::vector<Moment>& moments) {
    std::map<std::string, std::size_t, std::less<>> turns;
    for (const Moment& moment : that_count(moments)) {
        if (moment.kind == MomentKind::turn) ++turns[moment.who];
    }
    return turns;
}

} // namespace planner::planning
