#include "app/sheets.h"

#include "app/addressees.h"
#include "app/known_processes.h"
#include "app/planner.h"
#include "exchange/print_review.h"

namespace planner::app {

exchange::PrintWords print_words(Planner& planner) {
    const Day today = planner.today();
    const Texts& texts = planner.texts();
    return {planner.language(), today,
            [&texts](std::string_view key, exchange::PrintArguments arguments) { return texts.tr(key, arguments); },
            [&texts](Day each) { return long_date(texts, each); },
            [&texts, today](Day each) { return short_date(texts, each, today); }};
}

exchange::Sheet message_sheet(Planner& planner, const planning::PlannedMessage& message) {
    const planning::MessageText text = planner.message_text(message);
    std::vector<std::string> names;
    for (const planning::Recipient& each : recipients(planner, message))
        names.push_back(exchange::joined({each.name, each.contact}));
    exchange::Sheet sheet = plain_sheet(planner, text.subject);
    if (!names.empty()) sheet.subtitle = planner.tr("message.to") + ": " + exchange::joined(names, ", ");
    sheet.sections.push_back({"", {exchange::Paragraph{text.body}}});
    return sheet;
}

exchange::Sheet overview_sheet(Planner& planner, std::string_view search) {
    exchange::Table table{{{planner.tr("overview.column.review"), exchange::Share::wide},
                           {planner.tr("overview.column.kind")},
                           {planner.tr("overview.column.participants")}},
                          {}};
    for (const Summary* summary : planner.overview().matching(search)) {
        const process::Process* process = summary->kind.empty() ? known_process(summary->process) : nullptr;
        table.rows.push_back({summary->title.empty() ? planner.tr("overview.untitled") : summary->title,
                              process == nullptr ? summary->kind : process->title.in(planner.language()),
                              exchange::joined(summary->participants, ", ")});
    }
    exchange::Sheet sheet = plain_sheet(planner, planner.tr("overview.title"));
    sheet.sections.push_back({"", {std::move(table)}});
    return sheet;
}

exchange::Sheet plain_sheet(Planner& planner, std::string title) {
    exchange::Sheet sheet;
    sheet.title = std::move(title);
    sheet.note = exchange::printed_on(print_words(planner));
    sheet.language = planner.language();
    return sheet;
}

} // namespace planner::app
