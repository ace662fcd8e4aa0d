#include "ui/timeline.h"

#include "ui/kit/draw.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/task_words.h"

#include <algorithm>
#include <cmath>

namespace planner::ui {

namespace {

using app::Day;
using planning::PlannedTask;
using planning::TaskState;

constexpr int fewest_days = 28; ///< a shorter strip would suggest more precision than it has

struct Deadline {
    Day day;
    bool late;
};

/// What one line shows.
struct Line {
    std::string name;
    std::string badge;
    std::optional<Day> first, last, visit;
    std::vector<Deadline> deadlines;
    std::size_t open = 0, late = 0;
};

void widen(std::optional<Day>& first, std::optional<Day>& last, Day day) {
    first = first ? std::min(*first, day) : day;
    last = last ? std::max(*last, day) : day;
}

Line line_of(Context& c, const app::ParticipantView& participant) {
    Line line;
    line.name = subject_name(c, participant.participant.id);
    line.badge = participant.badge;
    line.visit = app::parse_day(participant.visit.date);
    for (const PlannedTask& task : c.planner.plan().tasks) {
        if (task.subject != participant.participant.id || !task.due)
            continue;
        widen(line.first, line.last, *task.due);
        if (task.finished())
            continue;
        ++line.open;
        line.late += task.state == TaskState::late ? 1 : 0;
        line.deadlines.push_back({*task.due, task.state == TaskState::late});
    }
    if (line.visit)
        widen(line.first, line.last, *line.visit);
    return line;
}

std::string in_words(Context& c, const Line& line) {
    std::string text = c.planner.texts().count("timeline.open", line.open, {{"participant", line.name}});
    if (line.late > 0)
        text += ", " + c.planner.texts().count("tasks.late", line.late);
    if (line.visit)
        text += ", " + c.tr("timeline.visit", {{"date", app::short_date(c.planner.texts(), *line.visit, c.planner.today())}});
    return text;
}

/// Days laid out across a strip, linearly.
struct Scale {
    Day first;
    int days;
    float x, width;

    float at(Day day) const {
        return x + std::round(width * static_cast<float>(app::days_between(first, day)) / static_cast<float>(days));
    }
};

/// Of a plan of years not every month can have its line.
unsigned months_apart(int days) {
    return days > 1500 ? 12 : days > 500 ? 3 : 1;
}

void draw_months(Context& c, const Scale& scale, float top, float bottom) {
    kit::Frame& frame = c.frame;
    const kit::Theme& t = frame.theme();
    Day month{scale.first.year(), scale.first.month(), std::chrono::day{1}};
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
        kit::draw::text(frame, x + frame.px(4), top, label, kit::style::meta, t.ink_3);
        free_from = x + kit::text_width(frame, label, kit::style::meta) + frame.px(12);
    }
}

void draw_line(Context& c, const Line& line, const Scale& scale, const kit::Rect& rect) {
    kit::Frame& frame = c.frame;
    const kit::Theme& t = frame.theme();
    const float middle = rect.y + std::round(rect.height / 2), bar = frame.px(14);
    {
        const kit::Column column(frame.layout(), rect.x, middle - frame.px(12), frame.px(24), 0);
        kit::badge(frame, line.badge, 24);
    }
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
        kit::draw::circle(frame, scale.at(deadline.day), middle, frame.px(4), deadline.late ? t.late : t.action);
    if (line.visit)
        kit::draw::diamond(frame, scale.at(*line.visit), middle, frame.px(8), t.sun, t.now_line);
    kit::Node node;
    node.id = frame.id("line " + line.badge);
    node.role = kit::Role::list_item;
    node.name = in_words(c, line);
    frame.tree().add(std::move(node), rect);
}

void draw_today(Context& c, const Scale& scale, float top, float bottom) {
    kit::Frame& frame = c.frame;
    const float x = scale.at(c.planner.today());
    kit::draw::fill(frame, {x, top + frame.px(18), 2, bottom - top - frame.px(18)}, frame.theme().ink);
    const std::string label = c.tr("timeline.today");
    const float width = kit::text_width(frame, label, kit::style::meta_strong) + frame.px(12);
    const float left = std::clamp(x - width / 2, scale.x, scale.x + scale.width - width);
    kit::draw::fill(frame, {left, top, width, frame.px(20)}, frame.theme().ink, frame.px(4));
    kit::draw::text(frame, left + frame.px(6), top + frame.px(1), label, kit::style::meta_strong, frame.theme().surface);
}

} // namespace

void draw_timeline(Context& c) {
    kit::Frame& frame = c.frame;
    std::vector<Line> lines;
    std::optional<Day> first, last;
    for (const app::ParticipantView& participant : c.planner.view().participants) {
        lines.push_back(line_of(c, participant));
        if (!lines.back().first)
            continue;
        widen(first, last, *lines.back().first);
        widen(first, last, *lines.back().last);
    }
    if (!first)
        return;
    widen(first, last, c.planner.today());
    const kit::Scope scope(frame, "timeline");
    const kit::Card card(frame, {.padding = 12, .gap = 0, .name = c.tr("timeline.title")});
    const float head = frame.px(26), row = frame.px(28), label = frame.px(34), width = frame.layout().available();
    const kit::Rect area = frame.layout().place(-1, head + row * static_cast<float>(lines.size()));
    const int days = std::max(fewest_days, app::days_between(*first, *last) + 1);
    const Scale scale{*first, days, area.x + label, width - label - frame.px(10)};
    draw_months(c, scale, area.y, area.bottom());
    kit::Node node;
    node.id = frame.id("lines");
    node.role = kit::Role::list;
    node.name = c.tr("timeline.title");
    const kit::Container list(frame, std::move(node), area);
    for (std::size_t i = 0; i < lines.size(); ++i)
        draw_line(c, lines[i], scale, {area.x, area.y + head + row * static_cast<float>(i), width, row});
    draw_today(c, scale, area.y, area.bottom());
}

} // namespace planner::ui
