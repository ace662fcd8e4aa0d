#include "process/connect_parts.h"

#include <algorithm>

namespace planner::process {

namespace {

/// Where in a run sheet a card is used: that says whose copy is meant.
struct Use {
    Scope sheet = Scope::review;
    Repeat repeat = Repeat::once;
};

/// Whether it is clear there which copy of a card with this scope is meant.
bool has_copy(Scope card, const Use& use, Hosting hosting) {
    const bool of_participant = use.sheet == Scope::host || use.repeat == Repeat::participant;
    switch (card) {
    case Scope::review: return true;
    case Scope::participant: return of_participant;
    case Scope::host: return of_participant || hosting == Hosting::one;
    case Scope::visitor: return of_participant && hosting == Hosting::every;
    }
    return false;
}

std::string_view name_of(Scope scope) {
    return scope == Scope::host ? "host" : scope == Scope::visitor ? "visitor" : "participant";
}

/// The pointer is of an object with the member "card".
const Card* used_card(const References& references, const std::string& id, const Use& use, const std::string& pointer) {
    const Card* card = references.card(id, pointer + "/card");
    if (card && !has_copy(card->scope, use, references.process().participants.hosting))
        references.fail(pointer + "/card", "The card \"" + id + "\" is of a " + std::string(name_of(card->scope)) +
                                               ", and this does not say of which one.");
    return card;
}

void connect_table_part(const References& references, const RunSheetPart& part, const Field& field,
                        const std::string& pointer) {
    const auto is_date = [](const Field& column) { return column.kind == FieldKind::date; };
    if (field.kind != FieldKind::table) return references.fail(pointer, "Only a table has rows.");
    if (part.kind == PartKind::overlap || std::any_of(field.columns.begin(), field.columns.end(), is_date)) return;
    references.fail(pointer, "No column of this table is a date.");
}

void connect_fields(const References& references, const RunSheetPart& part, const Card& card,
                    const std::string& pointer) {
    const bool has_rows = part.kind == PartKind::overlap || part.kind == PartKind::visit_dates;
    for (std::size_t index = 0; index < part.fields.size(); ++index) {
        const std::string place = pointer + at("fields", index);
        const Field* field = card.field(part.fields[index]);
        if (!field) {
            references.fail(place, "The card \"" + card.id + "\" has no field \"" + part.fields[index] + "\".");
        } else if (has_rows) {
            connect_table_part(references, part, *field, place);
        }
    }
}

/// Where everybody hosts, a card of the whole review belongs to no visit.
void connect_visit_days(const References& references, const Card& card, const std::string& pointer) {
    if (card.scope == Scope::review && references.process().participants.hosting == Hosting::every)
        references.fail(pointer + "/card", "The card \"" + card.id + "\" is of the whole review, and this does not " +
                                               "say for which visit a day is chosen.");
}

void connect_part(const References& references, const RunSheet& sheet, const RunSheetPart& part, const Use& use,
                  const std::string& pointer) {
    const bool takes_notes = part.kind == PartKind::impressions || part.kind == PartKind::findings;
    if (takes_notes && sheet.notes.empty())
        references.fail(pointer + "/kind", "This run sheet does not say what a note can be.");
    if (part.kind == PartKind::findings && sheet.targets.empty())
        references.fail(pointer + "/kind", "This run sheet does not say where notes go.");
    if (part.card.empty()) return;
    const Card* card = used_card(references, part.card, use, pointer);
    if (!card) return;
    connect_fields(references, part, *card, pointer);
    if (part.kind == PartKind::visit_dates) connect_visit_days(references, *card, pointer);
}

void connect_item(const References& references, const RunSheet& sheet, const RunSheetItem& item,
                  const std::string& pointer) {
    for (std::size_t card = 0; card < item.cards.size(); ++card)
        references.card(item.cards[card], pointer + at("cards", card));
    for (std::size_t part = 0; part < item.parts.size(); ++part)
        connect_part(references, sheet, item.parts[part], {sheet.scope, item.repeat}, pointer + at("parts", part));
}

void connect_note_column(const References& references, const NotePlace& place, const Field& table,
                         const std::string& pointer) {
    const Field* column = table.column(place.column);
    if (!column) return references.fail(pointer + "/column", "The table has no such column.");
    if (column->kind != FieldKind::text && column->kind != FieldKind::long_text)
        references.fail(pointer + "/column", "A note goes in a text or a long text.");
}

/// The table of the place; null when it is a long text, and after an error.
const Field* connect_place(const References& references, const NotePlace& place, const Use& use,
                           const std::string& pointer) {
    if (!used_card(references, place.card, use, pointer)) return nullptr;
    const Field* field = references.field({place.card, place.field}, pointer);
    if (!field) return nullptr;
    if (place.column.empty()) {
        if (field->kind != FieldKind::long_text)
            references.fail(pointer + "/field", "Without a column a note goes in a long text.");
        return nullptr;
    }
    if (field->kind != FieldKind::table) {
        references.fail(pointer + "/field", "Only a table has columns.");
        return nullptr;
    }
    connect_note_column(references, place, *field, pointer);
    return field;
}

void connect_target(const References& references, const NoteTarget& target, const Use& use,
                    const std::string& pointer) {
    const Field* table = connect_place(references, target.place, use, pointer);
    if (!table) return;
    for (const auto& [column_id, option] : target.options) {
        const Field* column = table->column(column_id);
        if (!column || column->kind != FieldKind::choice)
            references.fail(pointer + "/options", "The table has no choice \"" + column_id + "\".");
        else if (!column->option(option))
            references.fail(pointer + "/options/" + column_id, "The column has no such option.");
    }
}

} // namespace

void connect_run_sheets(const References& references) {
    const std::vector<RunSheet>& sheets = references.process().run_sheets;
    for (std::size_t index = 0; index < sheets.size(); ++index) {
        const RunSheet& sheet = sheets[index];
        const std::string pointer = at("run_sheets", index);
        references.expect_owner(sheet.scope, sheet.start, pointer + "/start");
        for (std::size_t item = 0; item < sheet.items.size(); ++item)
            connect_item(references, sheet, sheet.items[item], pointer + at("items", item));
        for (std::size_t note = 0; note < sheet.notes.size(); ++note) {
            if (sheet.notes[note].row)
                connect_place(references, *sheet.notes[note].row, {sheet.scope}, pointer + at("notes", note) + "/row");
        }
        for (std::size_t target = 0; target < sheet.targets.size(); ++target)
            connect_target(references, sheet.targets[target], {sheet.scope}, pointer + at("targets", target));
    }
}

} // namespace planner::process
