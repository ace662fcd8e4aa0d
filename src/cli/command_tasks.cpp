#include "cli/commands.h"
#include "cli/open_review.h"
#include "cli/words.h"

#include "document/key.h"
#include "document/write.h"
#include "exchange/plain_text.h"
#include "planning/agreements.h"

#include <ostream>

namespace planner::cli {

namespace {

using document::Value;
using planning::Agreement;
using planning::AgreementState;
using planning::PlannedTask;
using planning::TaskState;

std::string name_of(TaskState state) {
    switch (state) {
    case TaskState::not_yet: return "not_yet";
    case TaskState::waiting: return "waiting";
    case TaskState::open: return "open";
    case TaskState::late: return "late";
    case TaskState::done: return "done";
    case TaskState::not_applicable: return "not_applicable";
    }
    return "";
}

Value as_json(const std::optional<planning::Day>& day) {
    return day ? Value(planning::format_day(*day)) : Value();
}

Value due_by(planning::DueBy by) {
    switch (by) {
    case planning::DueBy::nobody: return nullptr;
    case planning::DueBy::proposal: return "proposal";
    case planning::DueBy::rule: return "rule";
    case planning::DueBy::hand: return "hand";
    }
    return nullptr;
}

Value pointers(const planning::Plan& plan, const std::vector<std::size_t>& tasks) {
    Value list = Value::array();
    for (const std::size_t task : tasks) {
        list.push_back(document::to_pointer(plan.tasks[task].key));
    }
    return list;
}

Value as_json(const planning::Plan& plan, const PlannedTask& task, const Words& words) {
    return {{"pointer", document::to_pointer(task.key)},
            {"task", task.task->id},
            {"participant", task.subject},
            {"title", words.of(task.task->title)},
            {"step", task.task->step},
            {"role", task.task->role},
            {"optional", task.task->optional},
            {"state", name_of(task.state)},
            {"opens", as_json(task.opens)},
            {"due", as_json(task.due)},
            {"due_by", due_by(task.due_by)},
            {"squeezed", task.squeezed},
            {"depends_on", pointers(plan, task.depends_on)},
            {"waiting_for", pointers(plan, task.waiting_for)},
            {"followed_by", pointers(plan, task.followed_by)},
            {"done_by", task.done_by},
            {"done_on", as_json(task.done_on)},
            {"reason", task.reason},
            {"seems_done", task.seems_done}};
}

std::string name_of(AgreementState state) {
    switch (state) {
    case AgreementState::open: return "open";
    case AgreementState::late: return "late";
    case AgreementState::done: return "done";
    }
    return "";
}

/// Stands in the same list as the tasks: "card" tells it from those.
Value as_json(const Agreement& agreement) {
    return {{"pointer", document::to_pointer(agreement.row)},
            {"card", agreement.card->id},
            {"participant", agreement.whose},
            {"title", agreement.what},
            {"who", agreement.who},
            {"state", name_of(agreement.state)},
            {"due", as_json(agreement.due)},
            {"done_by", agreement.done_by},
            {"done_on", as_json(agreement.done_on)}};
}

std::string title_of(const review::Review& review, const PlannedTask& task, const Words& words) {
    const auto participant = review.participant(task.subject);
    return words.of(task.task->title) + (participant ? " (" + participant->name + ")" : "");
}

constexpr std::size_t state_width = 16;

void print_start(std::ostream& out, std::string state, const std::optional<planning::Day>& due) {
    state.resize(state_width, ' ');
    out << state << (due ? planning::format_day(*due) : "no date   ") << "  ";
}

void print(std::ostream& out, const review::Review& review, const Agreement& agreement) {
    print_start(out, name_of(agreement.state), agreement.due);
    const auto participant = review.participant(agreement.whose);
    // One line each, whatever people typed.
    out << exchange::one_line(agreement.what) << (participant ? " (" + participant->name + ")" : "")
        << (agreement.who.empty() ? "" : ": " + agreement.who) << "\n";
}

void print(std::ostream& out, const review::Review& review, const planning::Plan& plan, const Words& words) {
    for (const PlannedTask& task : plan.tasks) {
        print_start(out, name_of(task.state), task.due);
        out << title_of(review, task, words) << (task.due_by == planning::DueBy::proposal ? " (proposed)" : "") << "\n";
        if (task.state != TaskState::waiting) {
            continue;
        }
        for (const std::size_t other : task.waiting_for) {
            out << std::string(state_width, ' ') << "waits for   " << title_of(review, plan.tasks[other], words)
                << "\n";
        }
    }
}

} // namespace

Expected<void> run_tasks(const Surroundings& surroundings, const Arguments& arguments) {
    const auto opened = open_review(surroundings, arguments.files_and_values[0]);
    if (!opened) {
        return tl::unexpected<Problem>(opened.error());
    }
    const Words words(arguments);
    const planning::Day today = *planning::parse_day(*arguments.today);
    const planning::Plan plan = opened->plan(today);
    const review::Review review = opened->reading();
    const std::vector<Agreement> agreements = planning::agreements_of(review, today);
    if (!arguments.json) {
        print(surroundings.out, review, plan, words);
        for (const Agreement& agreement : agreements) {
            print(surroundings.out, review, agreement);
        }
        return {};
    }
    Value list = Value::array();
    for (const PlannedTask& task : plan.tasks) {
        list.push_back(as_json(plan, task, words));
    }
    for (const Agreement& agreement : agreements) {
        list.push_back(as_json(agreement));
    }
    surroundings.out << document::canonical_text(list) << "\n";
    return {};
}

} // namespace planner::cli
