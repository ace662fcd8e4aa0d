#include "ui/timeline.h"

#include "ui/kit/draw.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/task_words.h"

#include "assets/catalog.h"
#include "planning/school_holidays.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace planner::ui {

namespace {

using app::Day;
using planning::PlannedTask;
using planning::TaskState;

constexpr int fewest_days = 28; ///< a shorter strip would suggest more precision than it has
/// Beside what comes years later, the months of the reviews themselves would be a few pixels: a longer strip ends so many days
/// after the last review day.
constexpr int most_days = 500, days_after_visits = 180;

struct Deadline {
    Day day;
    bool late;
};

/// What one line shows: a step, or a participant.
struct Line {
    std::string key;
    std::string name;
    std::string badge;
    std::string remark = {}; ///< what else there is to say of it, "" for nothing
    std::optional<Day> first = {}, last = {}, visit = {};
    std::vector<Deadline> deadlines = {}; ///< of what is not finished
    std::size_t open = 0, late = 0;
};

void widen(std::optional<Day>& first, std::optional<Day>& last, Day day) {
    first = first ? std::min(*first, day) : day;
    last = last ? std::max(*last, day) : day;
}

void add_task(Line& line, const PlannedTask& task) {
    if (task.due)
        widen(line.first, line.last, *task.due);
    if (task.finished())
        return;
    ++line.open;
    line.late += task.state == TaskState::late ? 1 : 0;
    if (task.due)
        line.deadlines.push_back({*task.due, task.state == TaskState::late});
}

Line line_of(Context& c, const app::ParticipantView& participant) {
    Line line{participant.participant.id, subject_name(c, participant.participant.id), participant.badge};
    line.visit = app::parse_day(participant.visit.date);
    for (const PlannedTask& task : c.planner.plan().tasks)
        if (task.subject == participant.participant.id && task.due)
            add_task(line, task);
    if (line.visit)
        widen(line.first, line.last, *line.visit);
    return line;
}

/// A step with the tasks of everybody.
Line line_of(Context& c, std::size_t index) {
    const process::Step& step = c.planner.current()->process().steps[index];
    Line line{step.id, step.title.in(c.language()), std::to_string(index + 1), beside_text(c, index)};
    if (index == c.planner.view().current_step)
        line.remark = c.tr("step.current") + (line.remark.empty() ? "" : ", " + line.remark);
    for (const PlannedTask& task : c.planner.plan().tasks)
        if (task.task->step == step.id)
            add_task(line, task);
    return line;
}

std::string in_words(Context& c, const Line& line) {
    std::string text = c.planner.texts().count("timeline.open", line.open, {{"participant", line.name}});
    if (line.late > 0)
        text += ", " + c.planner.texts().count("tasks.late", line.late);
    if (line.visit)
        text += ", " + c.tr("timeline.visit", {{"date", app::short_date(c.planner.texts(), *line.visit, c.planner.today())}});
    return line.remark.empty() ? text : text + ", " + line.remark;
}

/// Days laid out across a strip, linearly; what lies outside it is drawn at its ends.
struct Scale {
    Day first;
    int days;
    float x, width;

    float at(Day day) const {
        const int from_first = std::clamp(app::days_between(first, day), 0, days);
        return x + std::round(width * static_cast<float>(from_first) / static_cast<float>(days));
    }
    Day last() const { return planning::add_days(first, days); }
};

/// Of a plan of years not every month can have its line.
unsigned months_apart(int days) {
    return days > 1500 ? 12 : days > 500 ? 3 : 1;
}

/// The little flag above the line of today.
kit::Rect today_flag(Context& c, const Scale& scale, float top) {
    const float width = kit::text_width(c.frame, c.tr("timeline.today"), kit::style::meta_strong) + c.frame.px(12);
    const float left = std::clamp(scale.at(c.planner.today()) - width / 2, scale.x, scale.x + scale.width - width);
    return {left, top, width, c.frame.px(20)};
}

void draw_months(Context& c, const Scale& scale, float top, float bottom) {
    kit::Frame& frame = c.frame;
    const kit::Theme& t = frame.theme();
    Day month{scale.first.year(), scale.first.month(), std::chrono::day{1}};
    const kit::Rect flag = today_flag(c, scale, top);
    float free_from = scale.x;
    for (int i = 0; i < scale.days / 28 + 2; ++i, month = planning::add_months(month, 1)) {
        const Day start = std::max(month, scale.first);
        const float x = scale.at(start);
        if (x > scale.x + scale.width - frame.px(24))
            break;
        const unsigned number = static_cast<unsigned>(start.month());
        if (x < free_from || (number - 1) % months_apart(scale.days) != 0)
            continue;
        kit::draw::fill(frame, {x, top, 1, bottom - top}, t.line_soft);
        const std::string label = number == 1 && months_apart(scale.days) > 1 ? std::to_string(static_cast<int>(start.year()))
                                                                              : c.tr("date.month.short." + std::to_string(number));
        const kit::Rect place{x + frame.px(4), top, kit::text_width(frame, label, kit::style::meta), flag.height};
        free_from = place.right() + frame.px(8);
        if (!place.intersects(flag))
            kit::draw::text(frame, place.x, top, label, kit::style::meta, t.ink_3);
    }
}

constexpr float name_room = 150; ///< beside the badge, where there is room for names
constexpr float bar_room = 24;   ///< for a bar alone, under a name for which there is no room beside it

/// Where the names are: in a column of their own, or above each bar on a narrow screen.
enum class Names { beside, above };

void draw_name(Context& c, const Line& line, const Scale& scale, const kit::Rect& rect, Names names) {
    kit::Frame& frame = c.frame;
    const float middle = rect.y + std::round(rect.height / 2);
    {
        const kit::Column column(frame.layout(), rect.x, middle - frame.px(12), frame.px(24), 0);
        kit::badge(frame, line.badge, 24);
    }
    const float left = names == Names::beside ? rect.x + frame.px(30) : scale.x + frame.px(4);
    const float room = names == Names::beside ? scale.x - rect.x - frame.px(36) : rect.right() - left;
    const float height = kit::text_height(frame, line.name, kit::style::meta, room);
    const float top = names == Names::beside ? middle - std::round(height / 2) : rect.y + frame.px(4);
    if (names == Names::above) {
        // The line of today does not run through the letters; the shade of free days stays whole beside it.
        const kit::Rect letters{left, top, std::min(room, kit::text_width(frame, line.name, kit::style::meta)), height};
        const kit::Rect gap{scale.at(c.planner.today()) - frame.px(2), top, frame.px(6), height};
        if (letters.intersects(gap))
            kit::draw::fill(frame, gap, frame.theme().surface);
    }
    kit::place_text(frame, {left, top, room, height}, line.name, kit::style::meta, frame.theme().ink_2);
}

void draw_line(Context& c, const Line& line, const Scale& scale, const kit::Rect& rect, Names names) {
    kit::Frame& frame = c.frame;
    const kit::Theme& t = frame.theme();
    const float bar = frame.px(14);
    const float middle = names == Names::beside ? rect.y + std::round(rect.height / 2) : rect.bottom() - frame.px(bar_room / 2);
    draw_name(c, line, scale, rect, names);
    const auto draw_bar = [&](Day from, Day to, kit::Color fill, kit::Color border) {
        const kit::Rect box{scale.at(from), middle - bar / 2, std::max(frame.px(4), scale.at(to) - scale.at(from)), bar};
        kit::draw::fill(frame, box, fill, frame.px(4));
        kit::draw::outline(frame, box, border, frame.px(4));
    };
    if (line.first && line.last) {
        const Day turn = line.visit.value_or(*line.last);
        draw_bar(*line.first, turn, t.selected, t.accent_mid);
        if (turn < *line.last)
            draw_bar(turn, *line.last, t.ok_soft, t.ok_solid);
    }
    for (const Deadline& deadline : line.deadlines)
        if (deadline.day <= scale.last())
            kit::draw::circle(frame, scale.at(deadline.day), middle, frame.px(4), deadline.late ? t.late : t.action);
    if (line.visit)
        kit::draw::diamond(frame, scale.at(*line.visit), middle, frame.px(8), t.sun, t.now_line);
    kit::Node node;
    node.id = frame.id("line " + line.key);
    node.role = kit::Role::list_item;
    node.name = in_words(c, line);
    frame.tree().add(std::move(node), rect);
}

/// The free days of the review behind everything else; whether there are any within the strip.
bool draw_free_days(Context& c, const Scale& scale, float top, float bottom) {
    bool any = false;
    for (const planning::ReviewPeriod& period : planning::periods_in(c.planner.reading(), assets::school_holidays())) {
        const std::optional<Day> last = period.last ? period.last : period.first;
        if (!period.first || period.left_out || *last < scale.first || *period.first > scale.last())
            continue;
        const float left = scale.at(*period.first), right = scale.at(planning::add_days(*last, 1));
        kit::draw::fill(c.frame, {left, top, std::max(2.0f, right - left), bottom - top}, c.frame.theme().sunken);
        any = true;
    }
    return any;
}

/// What the signs mean. A screen reader hears dates in the words of each line, and free days in the dialog that lists them.
void draw_legend(Context& c, bool visits, bool free_days) {
    kit::Frame& frame = c.frame;
    const kit::Theme& t = frame.theme();
    const kit::Row row(frame.layout(), frame.px(16), frame.px(24));
    const auto entry = [&](std::string_view key, auto draw_sign) {
        const std::string label = c.tr(key);
        const kit::Rect rect = frame.layout().place(frame.px(20) + std::ceil(kit::text_width(frame, label, kit::style::meta)), frame.px(24));
        draw_sign(rect.x + frame.px(7), rect.y + rect.height / 2);
        kit::draw::text(frame, rect.x + frame.px(18), rect.y + frame.px(3), label, kit::style::meta, t.ink_2);
    };
    entry("timeline.legend.due", [&](float x, float y) { kit::draw::circle(frame, x, y, frame.px(4), t.action); });
    if (visits)
        entry("timeline.legend.visit", [&](float x, float y) { kit::draw::diamond(frame, x, y, frame.px(7), t.sun, t.now_line); });
    if (free_days)
        entry("timeline.legend.free", [&](float x, float y) {
            kit::draw::fill(frame, {x - frame.px(7), y - frame.px(7), frame.px(14), frame.px(14)}, t.sunken);
            kit::draw::outline(frame, {x - frame.px(7), y - frame.px(7), frame.px(14), frame.px(14)}, t.line);
        });
}

/// What comes after the end of the strip, in words.
void draw_later(Context& c, Day last) {
    const auto& tasks = c.planner.plan().tasks;
    const auto later = std::count_if(tasks.begin(), tasks.end(), [&](const PlannedTask& task) {
        return !task.finished() && task.due && *task.due > last;
    });
    if (later > 0)
        kit::text(c.frame, c.planner.texts().count("timeline.later", static_cast<std::size_t>(later),
                                                   {{"date", app::short_date(c.planner.texts(), last, c.planner.today())}}),
                  {.style = kit::style::meta, .color = c.frame.theme().ink_2});
}

void draw_today(Context& c, const Scale& scale, float top, float bottom) {
    kit::Frame& frame = c.frame;
    const float x = scale.at(c.planner.today());
    kit::draw::fill(frame, {x, top + frame.px(18), 2, bottom - top - frame.px(18)}, frame.theme().ink);
    const kit::Rect flag = today_flag(c, scale, top);
    kit::draw::fill(frame, flag, frame.theme().ink, frame.px(4));
    kit::draw::text(frame, flag.x + frame.px(6), top + frame.px(1), c.tr("timeline.today"), kit::style::meta_strong, frame.theme().surface);
}

/// Every step above every participant.
std::vector<Line> all_lines(Context& c) {
    std::vector<Line> lines;
    for (std::size_t i = 0; i < c.planner.current()->process().steps.size(); ++i)
        lines.push_back(line_of(c, i));
    for (const app::ParticipantView& participant : c.planner.view().participants)
        lines.push_back(line_of(c, participant));
    return lines;
}

/// The rows of the lines below each other, as high as their names ask for.
std::vector<float> heights_of(Context& c, const std::vector<Line>& lines, Names names, float room) {
    std::vector<float> heights;
    for (const Line& line : lines) {
        const float name = kit::text_height(c.frame, line.name, kit::style::meta, room) + c.frame.px(4);
        heights.push_back(names == Names::beside ? std::max(c.frame.px(28), name) : name + c.frame.px(bar_room));
    }
    return heights;
}

struct Period {
    Day first, last;
};

/// The days of the strip: from the first day of the work to its last, and today. Nothing without any day.
std::optional<Period> period_of(Context& c, const std::vector<Line>& lines) {
    std::optional<Day> first, last, last_visit;
    for (const Line& line : lines) {
        if (line.first)
            widen(first, last, *line.first);
        if (line.last)
            widen(first, last, *line.last);
        if (line.visit)
            last_visit = last_visit ? std::max(*last_visit, *line.visit) : line.visit;
    }
    if (!first)
        return std::nullopt;
    widen(first, last, c.planner.today());
    if (app::days_between(*first, *last) > most_days) {
        const Day turn = std::max(last_visit.value_or(c.planner.today()), c.planner.today());
        last = std::min(*last, planning::add_days(turn, days_after_visits));
    }
    return Period{*first, *last};
}

} // namespace

void draw_timeline(Context& c) {
    kit::Frame& frame = c.frame;
    const std::vector<Line> lines = all_lines(c);
    const std::optional<Period> period = period_of(c, lines);
    if (!period)
        return;
    const kit::Scope scope(frame, "timeline");
    const kit::Card card(frame, {.padding = 12, .gap = 0, .name = c.tr("timeline.title")});
    const float width = frame.layout().available();
    const Names names = width > frame.px(620) ? Names::beside : Names::above;
    const float head = frame.px(26), label = frame.px(names == Names::beside ? name_room + 36 : 34);
    const std::vector<float> heights = heights_of(c, lines, names, names == Names::beside ? frame.px(name_room) : width - label);
    const kit::Rect area = frame.layout().place(-1, std::accumulate(heights.begin(), heights.end(), head));
    const int days = std::max(fewest_days, app::days_between(period->first, period->last) + 1);
    const Scale scale{period->first, days, area.x + label, width - label - frame.px(10)};
    const bool free_days = draw_free_days(c, scale, area.y + frame.px(20), area.bottom());
    draw_months(c, scale, area.y, area.bottom());
    draw_today(c, scale, area.y, area.bottom());
    {
        kit::Node node;
        node.id = frame.id("lines");
        node.role = kit::Role::list;
        node.name = c.tr("timeline.title");
        const kit::Container list(frame, std::move(node), area);
        float y = area.y + head;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            draw_line(c, lines[i], scale, {area.x, y, width, heights[i]}, names);
            y += heights[i];
        }
    }
    const bool visits = std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.visit.has_value(); });
    draw_legend(c, visits, free_days);
    draw_later(c, scale.last());
}

} // namespace planner::ui
