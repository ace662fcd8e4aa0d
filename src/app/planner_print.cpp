#include "app/known_processes.h"
#include "app/planner.h"
#include "exchange/print_review.h"

namespace planner::app {

exchange::PrintWords Planner::print_words() {
    const Day day = today();
    return {language(), day,
            [this](std::string_view key, exchange::PrintArguments arguments) { return texts_.tr(key, arguments); },
            [this](Day each) { return long_date(texts_, each); },
            [this, day](Day each) { return short_date(texts_, each, day); }};
}

exchange::Sheet Planner::dashboard_sheet() {
    return exchange::dashboard_sheet(reading(), plan(), print_words());
}

exchange::Sheet Planner::card_sheet(const process::Card& card, std::string_view participant, exchange::Paper paper) {
    return exchange::card_sheet(reading(), card, participant, paper, print_words());
}

exchange::Sheet Planner::tasks_sheet(const std::vector<std::size_t>& tasks, const std::string& whose) {
    return exchange::tasks_sheet(reading(), plan(), tasks, whose, print_words());
}

exchange::Sheet Planner::agenda_sheet(const process::RunSheet& sheet, std::string_view subject) {
    return exchange::agenda_sheet(reading(), sheet, subject, print_words());
}

exchange::Sheet Planner::hours_sheet() {
    return exchange::hours_sheet(reading(), print_words());
}

exchange::Sheet Planner::about_sheet(const process::Process& process) {
    return exchange::about_sheet(process, print_words());
}

exchange::Sheet Planner::message_sheet(const planning::PlannedMessage& message) {
    const planning::MessageText text = message_text(message);
    std::vector<std::string> names;
    for (const planning::Recipient& each : recipients(message))
        names.push_back(exchange::joined({each.name, each.contact}));
    exchange::Sheet sheet = plain_sheet(text.subject);
    if (!names.empty()) sheet.subtitle = texts_.tr("message.to") + ": " + exchange::joined(names, ", ");
    sheet.sections.push_back({"", {exchange::Paragraph{text.body}}});
    return sheet;
}

exchange::Sheet Planner::overview_sheet(std::string_view search) {
    exchange::Table table{{{texts_.tr("overview.column.review"), exchange::Share::wide},
                           {texts_.tr("overview.column.kind")},
                           {texts_.tr("overview.column.participants")}},
                          {}};
    for (const Summary* summary : overview_.matching(search)) {
        const process::Process* process = summary->kind.empty() ? known_process(summary->process) : nullptr;
        table.rows.push_back({summary->title.empty() ? texts_.tr("overview.untitled") : summary->title,
                              process == nullptr ? summary->kind : process->title.in(language()),
                              exchange::joined(summary->participants, ", ")});
    }
    exchange::Sheet sheet = plain_sheet(texts_.tr("overview.title"));
    sheet.sections.push_back({"", {std::move(table)}});
    return sheet;
}

exchange::Sheet Planner::plain_sheet(std::string title) {
    exchange::Sheet sheet;
    sheet.title = std::move(title);
    sheet.note = exchange::printed_on(print_words());
    sheet.language = language();
    return sheet;
}

void Planner::print(const exchange::Sheet& sheet) {
    platform_.print(sheet.title, exchange::to_html(sheet));
}

void Planner::on_print_impossible() {
    toasts_.add(ToastKind::problem, texts_.tr("print.impossible"), platform_.now());
    touch();
}

} // namespace planner::app
