// What stands around cards and tasks: rules, messages, hours, the coach and the dashboard.

#include "process/connect_parts.h"

namespace planner::process {

namespace {

void connect_column(const References& references, const Check& check, const Field& table, const std::string& pointer) {
    const Field* column = table.column(check.column);
    if (!column) return references.fail(pointer + "/column", "The table has no such column.");
    const bool counts_options = check.kind == CheckKind::rows_ratio;
    if (column->kind != (counts_options ? FieldKind::choice : FieldKind::checkbox))
        return references.fail(pointer + "/column", counts_options ? "Only a choice has options to count."
                                                                   : "Only a checkbox can be ticked.");
    if (!counts_options) return;
    if (!column->option(check.good)) references.fail(pointer + "/good", "The column has no such option.");
    if (!column->option(check.other)) references.fail(pointer + "/other", "The column has no such option.");
}

void connect_check(const References& references, const Check& check, const std::string& pointer) {
    if (!check.run_sheet.empty()) references.run_sheet(check.run_sheet, pointer + "/run_sheet");
    if (check.card.empty()) return;
    const Field* field = references.field({check.card, check.field}, pointer);
    if (!field) return;
    const FieldKind asked = check.kind == CheckKind::checked           ? FieldKind::checkbox
                            : check.kind == CheckKind::number_at_least ? FieldKind::number
                                                                       : FieldKind::table;
    if (field->kind != asked)
        return references.fail(pointer + "/field", asked == FieldKind::checkbox ? "Only a checkbox can be ticked."
                                                   : asked == FieldKind::number ? "This field is no number."
                                                                                : "Only a table has rows.");
    if (!check.column.empty()) connect_column(references, check, *field, pointer);
}

void connect_showing(const References& references, const Showing& showing, const std::string& pointer) {
    if (showing.on == ShownOn::card) references.card(showing.id, pointer);
    if (showing.on == ShownOn::task) references.task(showing.id, pointer);
    if (showing.on == ShownOn::run_sheet) references.run_sheet(showing.id, pointer);
}

/// What the room may not see is not mailed around either.
void connect_notes(const References& references, const std::string& id, const std::string& pointer) {
    references.run_sheet(id, pointer);
    const RunSheet* sheet = references.process().run_sheet(id);
    if (sheet && sheet->notes.empty()) references.fail(pointer, "No notes are made in this meeting.");
    if (sheet && sheet->notes_audience == Audience::panel) references.fail(pointer, "These notes are for the panel only.");
}

} // namespace

void connect_rules(const References& references) {
    const std::vector<Rule>& rules = references.process().rules;
    for (std::size_t index = 0; index < rules.size(); ++index) {
        connect_check(references, rules[index].check, at("rules", index) + "/check");
        for (std::size_t place = 0; place < rules[index].shown.size(); ++place) {
            connect_showing(references, rules[index].shown[place], at("rules", index) + at("shown", place));
        }
    }
}

void connect_messages(const References& references) {
    const std::vector<Message>& messages = references.process().messages;
    for (std::size_t index = 0; index < messages.size(); ++index) {
        const Message& message = messages[index];
        if (!message.task.empty()) references.task(message.task, at("messages", index) + "/task");
        if (!message.to_actor()) references.role(message.to, at("messages", index) + "/to");
        for (std::size_t card = 0; card < message.record.size(); ++card)
            references.card(message.record[card], at("messages", index) + at("record", card));
        if (!message.notes_of.empty()) connect_notes(references, message.notes_of, at("messages", index) + "/notes_of");
    }
}

void connect_hours(const References& references) {
    const Process& process = references.process();
    for (std::size_t index = 0; index < process.hours.size(); ++index) {
        references.role(process.hours[index].role, at("hours", index) + "/role");
    }
    for (std::size_t index = 0; index < process.hours_notes.size(); ++index) {
        references.role(process.hours_notes[index].role, at("hours_notes", index) + "/role");
    }
}

void connect_coach(const References& references) {
    const std::vector<CoachCheck>& checks = references.process().coach.checks;
    for (std::size_t index = 0; index < checks.size(); ++index) {
        for (std::size_t field = 0; field < checks[index].fields.size(); ++field) {
            references.field(checks[index].fields[field], "/coach" + at("checks", index) + at("fields", field));
        }
    }
}

void connect_gathered(const References& references) {
    const std::vector<Gathered>& gathered = references.process().gathered;
    for (std::size_t part = 0; part < gathered.size(); ++part) {
        for (std::size_t index = 0; index < gathered[part].fields.size(); ++index) {
            const GatheredField& shown = gathered[part].fields[index];
            const std::string pointer = at("dashboard", part) + at("fields", index);
            const Field* field = references.field({shown.card, shown.field}, pointer);
            if (!field) continue;
            if (shown.columns.empty() == (field->kind == FieldKind::table))
                references.fail(pointer, "Columns are shown of a table, and of a table only.");
            for (std::size_t column = 0; column < shown.columns.size(); ++column) {
                if (field->column(shown.columns[column])) continue;
                references.fail(pointer + at("columns", column), "The table has no such column.");
            }
        }
    }
}

} // namespace planner::process
