#include "ui/today_card.h"

#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/list_line.h"

#include <algorithm>

namespace planner::ui {

namespace {

using planning::TaskState;
using app::TodayTask;

constexpr std::size_t lines_at_first = 5;

struct Group {
    std::string_view key; ///< of its title
    std::string_view icon;
    kit::Color color;
    bool (*holds)(const app::AgendaTask&);
};

std::string joined(const std::string& left, const std::string& right) {
    return left.empty() || right.empty() ? left + right : left + " · " + right;
}

std::string due_text(Context& c, const app::AgendaTask& task) {
    const app::Day today = c.planner.today();
    if (!task.due)
        return "";
    const std::string date = app::short_date(c.planner.texts(), *task.due, today);
    return date + " · " + app::distance(c.planner.texts(), *task.due, today);
}

std::string waits_text(Context& c, const TodayTask& line) {
    if (line.task.waits_for.nl.empty())
        return "";
    const std::string name = line.review->name_of(line.task.waits_for_subject);
    return c.tr("today.waits_for", {{"task", joined(line.task.waits_for.in(c.language()), name)}});
}

/// The card on which an agreement stands; a task itself.
app::Route target_of(const TodayTask& line) {
    if (!line.task.card.empty())
        return app::Route::card_of(line.review->id, line.task.card, line.task.subject);
    return app::Route::tasks(line.review->id, line.task.key.id);
}

void draw_line(Context& c, const Group& group, const TodayTask& line) {
    const std::string review = line.review->title.empty() ? c.tr("overview.untitled") : line.review->title;
    const std::string title = line.task.title.in(c.language());
    const std::string where = joined(line.review->name_of(line.task.subject), review);
    const std::string kind = line.task.card.empty() ? "" : c.tr("today.agreement");
    const std::string note = joined(joined(kind, due_text(c, line.task)), waits_text(c, line));
    const kit::Theme& t = c.frame.theme();
    const bool late = line.task.state == TaskState::late;
    draw_list_line(c, {.key = line.review->id + " " + line.task.key.id,
                       .icon = late ? kit::icon::triangle_alert : group.icon, .icon_color = late ? t.late : group.color,
                       .title = title, .under = where, .note = note,
                       .target = target_of(line),
                       .name = title + " · " + where});
}

void draw_group(Context& c, const Group& group) {
    kit::Frame& frame = c.frame;
    std::vector<const TodayTask*> lines;
    for (const TodayTask& task : c.planner.today_tasks())
        if (group.holds(task.task))
            lines.push_back(&task);
    if (lines.empty())
        return;
    const kit::Scope scope(frame, group.key);
    const kit::Stack stack(frame.layout(), 0);
    const std::string title = c.tr(group.key, {{"count", std::to_string(lines.size())}});
    kit::heading(frame, 3, title, {.style = kit::style::meta_strong, .color = group.color, .icon = group.icon});
    const bool all = c.state.today_unfolded.contains(std::string(group.key));
    const std::size_t shown = all ? lines.size() : std::min(lines.size(), lines_at_first);
    for (std::size_t i = 0; i < shown; ++i)
        draw_line(c, group, *lines[i]);
    if (shown < lines.size() &&
        kit::button(frame, {.label = c.tr("today.show_all", {{"group", title}}), .kind = kit::ButtonKind::quiet,
                            .size = kit::ButtonSize::small}))
        frame.defer([&state = c.state, key = std::string(group.key)] { state.today_unfolded.insert(key); });
}

/// The reviews in which something is to be chosen, each with how much. False when there are none.
bool draw_differences(Context& c) {
    const auto& texts = c.planner.texts();
    const kit::Theme& t = c.frame.theme();
    std::vector<const app::Summary*> open;
    for (const app::Summary* summary : c.planner.overview().matching(""))
        if (summary->conflicts > 0)
            open.push_back(summary);
    if (open.empty())
        return false;
    const kit::Scope scope(c.frame, "differences");
    const kit::Stack stack(c.frame.layout(), 0);
    kit::heading(c.frame, 3, c.tr("today.differences"), {.style = kit::style::meta_strong, .color = t.warn, .icon = kit::icon::git_compare});
    for (const app::Summary* summary : open) {
        const std::string title = summary->title.empty() ? c.tr("overview.untitled") : summary->title;
        const std::string count = texts.count("overview.conflicts", summary->conflicts);
        draw_list_line(c, {.key = summary->id, .icon = kit::icon::git_compare, .icon_color = t.warn, .title = title,
                           .under = {}, .note = count,
                           .target = app::Route::dashboard(summary->id), .name = title + " · " + count});
    }
    return true;
}

bool nobody_chosen(Context& c) {
    const auto& said = c.planner.settings().identities;
    const auto& all = c.planner.overview().all();
    return std::none_of(all.begin(), all.end(), [&](const app::Summary& summary) { return said.contains(summary.id); });
}

} // namespace

void draw_today_card(Context& c) {
    kit::Frame& frame = c.frame;
    const kit::Theme& t = frame.theme();
    const std::string title = c.tr("today.title");
    const kit::Card card(frame, {.gap = 10, .name = title, .key = "today"});
    kit::heading(frame, 2, title, {.style = kit::style::lead});
    const bool differs = draw_differences(c);
    const auto& all = c.planner.overview().all();
    const std::ptrdiff_t unknown = std::count_if(all.begin(), all.end(), [](const app::Summary& summary) {
        return summary.removed == 0 && summary.agenda.empty();
    });
    const bool nobody = nobody_chosen(c);
    if (nobody)
        kit::text(frame, c.tr("today.who"), {.style = kit::style::meta, .color = t.ink_2, .icon = kit::icon::user_round});
    else if (c.planner.today_tasks().empty() && unknown == 0 && !differs)
        kit::text(frame, c.tr("today.nothing"), {.color = t.ink_2, .icon = kit::icon::circle_check});
    const Group groups[] = {
        {"today.mine", kit::icon::circle_dot, t.action,
         [](const app::AgendaTask& task) { return task.own && task.state != TaskState::waiting; }},
        {nobody ? "today.late" : "today.late_others", kit::icon::triangle_alert, t.late,
         [](const app::AgendaTask& task) { return !task.own; }},
        {"today.waiting", kit::icon::hourglass, t.ink_2,
         [](const app::AgendaTask& task) { return task.own && task.state == TaskState::waiting; }}};
    for (const Group& group : groups)
        draw_group(c, group);
    if (unknown > 0)
        kit::text(frame, c.planner.texts().count("today.unknown", static_cast<std::size_t>(unknown)),
                  {.style = kit::style::meta, .color = t.ink_3, .icon = kit::icon::info});
}

} // namespace planner::ui
