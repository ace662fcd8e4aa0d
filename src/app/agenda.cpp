#include "app/agenda.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <utility>

#include "assets/catalog.h"
#include "planning/agreements.h"
#include "planning/planned_state.h"
#include "planning/school_holidays.h"

namespace planner::app {
namespace {

using planning::Day;
using planning::PlannedTask;
using planning::TaskState;

/// The first line; an agenda that begins otherwise was written by another version of the planner.
constexpr std::string_view mark = "1\n";
constexpr char own_task = 'o', others_task = '-';
/// Between what a task waits for and its title: whether it must be done, and whether it opens on a day.
constexpr std::string_view must = "m", may = "-", on_a_day = "d", at_once = "-";

/// Before the id of an agreement, which is that of its card, of its row and of whose card it is. A planner that knows no
/// agreements takes it for a task that its process does not have.
constexpr char agreement_mark = '*', row_mark = '/', subject_mark = '.';
constexpr std::size_t longest_words = 200; ///< bytes that are kept of an agreement

/// Ids come from files: one with white space in it cannot stand in a line.
bool fits(const std::string& id) {
    return std::all_of(id.begin(), id.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; });
}

std::string number_of(const std::optional<Day>& day) {
    return day ? std::to_string(std::chrono::sys_days{*day}.time_since_epoch().count()) : "-";
}

std::optional<int> number_in(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::optional<Day> day_in(std::string_view text) {
    constexpr int furthest = 400'000; // Beyond the year 3000.
    const std::optional<int> number = number_in(text);
    if (!number || *number < 0 || *number > furthest) return std::nullopt;
    return Day{std::chrono::sys_days{std::chrono::days{*number}}};
}

/// Cuts the part before `separator` off the front of `text`.
std::string_view cut(std::string_view& text, char separator) {
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

struct Line {
    std::string_view id, opens, due, owner, waits, needed, opening, title;
};

std::vector<Line> lines_of(std::string_view agenda) {
    std::vector<Line> lines;
    if (!agenda.starts_with(mark)) return lines;
    agenda.remove_prefix(mark.size());
    while (!agenda.empty()) {
        std::string_view text = cut(agenda, '\n');
        Line line;
        for (std::string_view Line::*part : {&Line::id, &Line::opens, &Line::due, &Line::owner, &Line::waits,
                                             &Line::needed, &Line::opening})
            line.*part = cut(text, ' ');
        line.title = text;
        lines.push_back(line);
    }
    return lines;
}

std::string_view task_in(std::string_view id) {
    return id.substr(0, id.find('.'));
}

std::string subject_in(std::string_view id) {
    const std::size_t dot = id.find('.');
    return dot == std::string_view::npos ? "" : std::string(id.substr(dot + 1));
}

/// The task of a line: that of the process, or what the line itself says of it.
std::optional<process::Task> task_of(const Line& line, const process::Process* process) {
    if (process != nullptr) {
        const process::Task* known = process->task(task_in(line.id));
        return known == nullptr ? std::nullopt : std::optional(*known);
    }
    if (line.title.empty()) return std::nullopt;
    process::Task task;
    task.id = task_in(line.id);
    task.title = {std::string(line.title), ""};
    task.optional = line.needed == may;
    if (line.opening == on_a_day) task.opens.emplace();
    return task;
}

/// A text comes from a file.
std::string on_one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

std::string title_part(const process::Task& task) {
    const std::string title = on_one_line(task.title.nl);
    std::string part(" ");
    return part.append(task.optional ? may : must).append(" ").append(task.opens ? on_a_day : at_once) + " " + title;
}

/// The beginning of a text that is too long, in whole characters.
std::string shortened(std::string text) {
    if (text.size() <= longest_words) return text;
    std::size_t end = longest_words;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end) + "…";
}

void write_agreements(std::string& text, const review::Review& review, const planning::Part& own) {
    for (const planning::Agreement& agreement : planning::agreements_of(review, std::nullopt)) {
        std::string id = agreement_mark + agreement.card->id + row_mark + agreement.row.id;
        if (!agreement.whose.empty()) id += subject_mark + agreement.whose;
        const bool is_done = agreement.state == planning::AgreementState::done;
        const bool is_odd = agreement.row.id.find(subject_mark) != std::string::npos || !fits(id);
        if (is_done || !agreement.due || is_odd) continue;
        text.append(id).append(" - ").append(number_of(agreement.due)).append(" ");
        text += planning::concerns(agreement, own, review) ? own_task : others_task;
        text.append("  ").append(must).append(" ").append(at_once).append(" ");
        text.append(on_one_line(shortened(agreement.what))).append("\n");
    }
}

/// None when it asks for no attention.
std::optional<AgendaTask> agreement_in(const Line& line, Day today) {
    const std::optional<Day> due = day_in(line.due);
    const bool own = line.owner == std::string_view(&own_task, 1);
    if (line.title.empty() || !due || *due >= (own ? planning::add_days(today, soon_days + 1) : today)) return std::nullopt;
    std::string_view id = line.id.substr(1);
    AgendaTask task;
    task.card = cut(id, row_mark);
    task.key = {"rows", std::string(cut(id, subject_mark))};
    task.subject = id;
    task.title = {std::string(line.title), ""};
    task.due = due;
    task.own = own;
    task.state = *due < today ? TaskState::late : TaskState::open;
    return task;
}

bool asks_attention(const AgendaTask& task, Day today) {
    if (task.state == TaskState::late) return true;
    if (!task.own) return false;
    if (task.state == TaskState::open) return true;
    return task.state == TaskState::waiting && task.due && *task.due <= planning::add_days(today, soon_days);
}

} // namespace

planning::Plan plan_on(const review::Review& review, Day today) {
    const planning::ReviewDays days(review, assets::school_holidays());
    return planning::make_plan(
        review, today, [&](std::string_view subject) -> const planning::WorkingDays& { return days.of(subject); });
}

planning::Part own_part(const review::Review& review, const planning::Identity& identity) {
    const bool said = identity.kind != planning::IdentityKind::everybody;
    return said ? planning::part_of(review, identity) : planning::Part{};
}

std::string write_agenda(const planning::Plan& plan, const review::Review& review, const planning::Part& own,
                         Titles titles) {
    std::vector<std::size_t> places(plan.tasks.size(), plan.tasks.size());
    std::size_t count = 0;
    const auto listed = [](const PlannedTask& task) { return !task.finished() && fits(task.key.id); };
    for (std::size_t index = 0; index < plan.tasks.size(); ++index) {
        if (listed(plan.tasks[index])) places[index] = count++;
    }
    std::string text(mark);
    for (const PlannedTask& task : plan.tasks) {
        if (!listed(task)) continue;
        text.append(task.key.id).append(" ").append(number_of(task.opens)).append(" ").append(number_of(task.due));
        text.append(" ") += own.acts_in(task, review) ? own_task : others_task;
        char separator = ' ';
        for (const std::size_t other : task.waiting_for) {
            if (places[other] == plan.tasks.size()) continue;
            text += std::exchange(separator, ',');
            text += std::to_string(places[other]);
        }
        if (titles == Titles::written) {
            if (separator == ' ') text += ' ';
            text += title_part(*task.task);
        }
        text += '\n';
    }
    write_agreements(text, review, own);
    return text;
}

std::vector<AgendaTask> read_agenda(std::string_view agenda, const process::Process* process, Day today) {
    const std::vector<Line> lines = lines_of(agenda);
    std::vector<AgendaTask> found;
    for (const Line& line : lines) {
        if (line.id.starts_with(agreement_mark)) {
            if (auto agreement = agreement_in(line, today)) found.push_back(std::move(*agreement));
            continue;
        }
        const std::optional<Day> due = day_in(line.due);
        const bool own = line.owner == std::string_view(&own_task, 1);
        if (!own && (!due || *due >= today)) continue;
        const std::optional<process::Task> known = task_of(line, process);
        if (!known) continue;
        AgendaTask task;
        task.title = known->title;
        task.due = due;
        task.own = own;
        task.state = planning::state_on(*known, {day_in(line.opens), due, !line.waits.empty()}, today);
        if (!asks_attention(task, today)) continue;
        task.subject = subject_in(line.id);
        task.key = planning::task_key(known->id, task.subject);
        std::string_view waits = line.waits;
        const std::optional<int> first = number_in(cut(waits, ','));
        if (first && *first >= 0 && static_cast<std::size_t>(*first) < lines.size()) {
            const Line& other = lines[static_cast<std::size_t>(*first)];
            if (const auto waits_for = task_of(other, process)) task.waits_for = waits_for->title;
            task.waits_for_subject = subject_in(other.id);
        }
        found.push_back(std::move(task));
    }
    return found;
}

} // namespace planner::app
