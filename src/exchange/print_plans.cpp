#include <string>

#include "exchange/print_review.h"
#include "planning/identity.h"
#include "planning/run_sheet.h"
#include "process/role_titles.h"

namespace planner::exchange {
namespace {

using planning::Agenda;
using planning::AgendaItem;
using planning::PlannedTask;
using planning::TaskState;

Sheet sheet_of(const review::Review& review, std::string title, std::string of_whom, const PrintWords& words) {
    Sheet sheet;
    sheet.title = std::move(title);
    sheet.subtitle = joined({std::move(of_whom), review.title()});
    sheet.note = printed_on(words);
    sheet.language = words.language;
    return sheet;
}

std::vector<std::string> agenda_row(const review::Review& review, const Agenda& agenda, const AgendaItem& item,
                                    const PrintWords& words) {
    std::string what = joined({item.title(words.language), name_of(review, item.participant)}, ": ");
    std::string needs = item.needs(words.language);
    if (item.item != nullptr) {
        for (const process::Text& point : item.item->points) what += "\n– " + words.of(point);
        for (const std::string& id : item.item->cards) {
            const process::Card* card = review.process().card(id);
            if (card != nullptr) needs = joined({needs, words.of(card->title)}, "\n");
        }
    }
    return {agenda.clock(item.start) + "–" + agenda.clock(item.end), what, item.who(words.language), needs};
}

std::string state_text(const PlannedTask& task, const PrintWords& words) {
    switch (task.state) {
    case TaskState::not_yet: return words("task.state.not_yet");
    case TaskState::waiting: return words.count("task.state.waiting", task.waiting_for.size());
    case TaskState::open: return words("task.state.open");
    case TaskState::late: return words("task.state.late");
    case TaskState::done:
        return task.done_on ? words("task.done_on", {{"date", words.short_date(*task.done_on)}})
                            : words("task.state.done");
    case TaskState::not_applicable: return joined({words("task.state.not_applicable"), task.reason}, ": ");
    }
    return "";
}

/// Whose task it is, and below that who helps.
std::string who_text(const process::Process& process, const process::Task& task, const PrintWords& words) {
    const process::Role* role = process.role(task.role);
    std::string helpers = process::titles_of_helpers(process, task, words.language);
    if (!helpers.empty()) helpers = words("task.with", {{"roles", helpers}});
    return joined({role == nullptr ? "" : words.of(role->title), helpers}, "\n");
}

std::vector<std::string> task_row(const review::Review& review, const PlannedTask& task, const PrintWords& words) {
    return {(task.finished() ? "\u2612 " : "\u2610 ") +
                joined({words.of(task.task->title), name_of(review, task.subject)}) + "\n" + words.of(task.task->what),
            who_text(review.process(), *task.task, words),
            task.due ? words.short_date(*task.due) : words("task.no_date"), state_text(task, words)};
}

std::string agreement_state_text(const planning::Agreement& agreement, const PrintWords& words) {
    if (agreement.state == planning::AgreementState::open) return "";
    if (agreement.state == planning::AgreementState::late) return words("task.state.late");
    return agreement.done_on ? words("task.done_on", {{"date", words.short_date(*agreement.done_on)}})
                             : words("task.state.done");
}

Section agreements_section(const review::Review& review, const std::vector<planning::Agreement>& agreements,
                           const PrintWords& words) {
    Table table{{{words("print.agreement"), Share::wide}, {words("card.who")}, {words("task.due")}, {words("print.state")}},
                {}};
    for (const planning::Agreement& agreement : agreements) {
        const bool done = agreement.state == planning::AgreementState::done;
        table.rows.push_back(
            {(done ? "\u2612 " : "\u2610 ") + joined({agreement.what, name_of(review, agreement.whose)}), agreement.who,
             agreement.due ? words.short_date(*agreement.due) : "", agreement_state_text(agreement, words)});
    }
    return {words("agreements.title"), {std::move(table)}};
}

} // namespace

std::string printed_on(const PrintWords& words) {
    return words("print.made", {{"date", words.long_date(words.today)}});
}

Sheet agenda_sheet(const review::Review& review, const process::RunSheet& sheet, std::string_view subject,
                   const PrintWords& words) {
    const Agenda agenda = planning::make_agenda(review, sheet, subject);
    Sheet made = sheet_of(review, words.of(sheet.title), name_of(review, subject), words);
    const review::Kickoff kickoff = review.kickoff();
    const review::Visit visit = review.visit_of(subject);
    const std::string when = sheet.scope == process::Scope::review
                                 ? words.moment(kickoff.date, kickoff.time, kickoff.place)
                                 : words.moment(visit.date, visit.time, visit.place);
    Section about;
    about.parts.push_back(Paragraph{when.empty() ? words("dashboard.no_date") : when});
    about.parts.push_back(Paragraph{words.of(sheet.purpose), Emphasis::quiet});
    if (agenda.too_long)
        about.parts.push_back(Paragraph{words.count("print.too_long", agenda.too_long->minutes_later)});
    made.sections.push_back(std::move(about));
    for (const AgendaItem& item : agenda.items) {
        const std::string phase = item.item == nullptr ? made.sections.back().heading : words.of(item.item->phase);
        if (made.sections.size() == 1 || phase != made.sections.back().heading) {
            Table table{{{words("print.time"), Share::narrow},
                         {words("print.what"), Share::wide},
                         {words("card.who")},
                         {words("print.needs")}},
                        {}};
            made.sections.push_back({phase, {std::move(table)}});
        }
        std::get_if<Table>(&made.sections.back().parts[0])->rows.push_back(agenda_row(review, agenda, item, words));
    }
    return made;
}

Sheet hours_sheet(const review::Review& review, const PrintWords& words) {
    Sheet sheet = sheet_of(review, words("print.hours"), "", words);
    const auto hours = [&](const planning::HoursRange& range) { return planning::to_text(range, words.language); };
    for (const planning::RoleHours& role : planning::make_hours(review, planning::number_of_visits(review))) {
        Table table{{{words("print.work"), Share::wide},
                     {words("print.each_time")},
                     {words("print.times")},
                     {words("print.persons")},
                     {words("print.person_hours")}},
                    {}};
        for (const planning::HoursRow& row : role.rows)
            table.rows.push_back({words.of(row.work->title), hours(row.each_time), std::to_string(row.times),
                                  std::to_string(row.persons), hours(row.person_hours())});
        table.rows.push_back({words("print.total"), "–", "–", "–", hours(role.person_hours)});
        Section section{words.of(role.role->title), {std::move(table)}};
        section.parts.push_back(Paragraph{words("print.hours_each", {{"hours", hours(role.hours)}})});
        for (const process::Text* note : role.notes)
            section.parts.push_back(Paragraph{words.of(*note), Emphasis::quiet});
        sheet.sections.push_back(std::move(section));
    }
    return sheet;
}

Sheet tasks_sheet(const review::Review& review, const planning::Plan& plan, const ToDo& to_do, const std::string& whose,
                  const PrintWords& words) {
    Sheet sheet = sheet_of(review, joined({words("tasks.title"), whose}), "", words);
    std::size_t number = 0;
    for (const process::Step& step : review.process().steps) {
        ++number;
        Table table{
            {{words("print.task"), Share::wide}, {words("card.who")}, {words("task.due")}, {words("print.state")}}, {}};
        for (const std::size_t index : to_do.tasks) {
            const PlannedTask& task = plan.tasks[index];
            if (task.task->step == step.id) table.rows.push_back(task_row(review, task, words));
        }
        if (table.rows.empty()) continue;
        sheet.sections.push_back(
            {words("step.label", {{"number", std::to_string(number)}, {"name", words.of(step.title)}}),
             {std::move(table)}});
    }
    if (!to_do.agreements.empty()) sheet.sections.push_back(agreements_section(review, to_do.agreements, words));
    if (sheet.sections.empty()) sheet.sections.push_back({"", {Paragraph{words("print.no_tasks")}}});
    return sheet;
}

ToDo to_do_of(const review::Review& review, const planning::Plan& plan, const planning::Identity& owner,
              planning::Day today) {
    const planning::Part part = planning::part_of(review, owner);
    ToDo to_do;
    for (std::size_t i = 0; i < plan.tasks.size(); ++i) {
        if (part.acts_in(plan.tasks[i], review)) to_do.tasks.push_back(i);
    }
    for (planning::Agreement& agreement : planning::agreements_of(review, today)) {
        if (planning::concerns(agreement, part, review)) to_do.agreements.push_back(std::move(agreement));
    }
    return to_do;
}

std::string owner_name(const review::Review& review, const planning::Identity& owner, const PrintWords& words) {
    if (owner.kind == planning::IdentityKind::facilitator) return facilitator_title(review, words);
    if (owner.kind != planning::IdentityKind::person) return name_of(review, owner.id);
    for (const planning::KnownPerson& person : planning::known_persons(review)) {
        if (person.id == owner.id) return person.name;
    }
    return "";
}

Sheet about_sheet(const process::Process& process, const PrintWords& words) {
    Sheet sheet;
    sheet.title = words.of(process.title);
    sheet.subtitle = words.of(process.summary);
    sheet.note = printed_on(words);
    sheet.language = words.language;
    for (const process::AboutSection& about : process.about) {
        Section section;
        section.heading = words.of(about.title);
        for (const process::Text& paragraph : about.paragraphs) section.parts.push_back(Paragraph{words.of(paragraph)});
        List points;
        for (const process::Text& point : about.points) points.items.push_back(words.of(point));
        if (!points.items.empty()) section.parts.push_back(std::move(points));
        sheet.sections.push_back(std::move(section));
    }
    return sheet;
}

} // namespace planner::exchange
