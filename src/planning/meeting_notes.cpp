#include "planning/meeting_notes.h"

#include <algorithm>

#include "planning/moments.h"
#include "review/values.h"

namespace planner::planning {
namespace {

using review::FieldWrite;

const AgendaItem* line_of(const Agenda& agenda, std::string_view id) {
    for (const auto* items : {&agenda.items, &agenda.left_out}) {
        for (const AgendaItem& item : *items) {
            if (item.key.id == id) return &item;
        }
    }
    return nullptr;
}

template <class Item>
const Item* find_id(const std::vector<Item>& items, std::string_view id) {
    const auto found = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

/// The table or long text of a place, of who it is in a line of a meeting.
struct Spot {
    const process::Card* card = nullptr;
    const process::Field* field = nullptr; ///< null when the process has no such place
    std::string participant;
};

Spot spot_of(const review::Review& review, const Agenda& agenda, const AgendaItem* line,
             const process::NotePlace& place) {
    Spot spot{review.process().card(place.card), nullptr, ""};
    if (spot.card == nullptr) return spot;
    spot.field = spot.card->field(place.field);
    spot.participant = card_subject(*spot.card, agenda, line);
    return spot;
}

/// A new row with a text in one column, behind the others.
review::NewRow row_with(const review::Review& review, const Spot& spot, const process::NotePlace& place,
                        const std::string& text, const review::RandomBits& random) {
    review::NewRow row = review::new_row(
        review.document(), review.table_of(spot.card->id, spot.participant, *spot.field), random);
    row.writes.push_back({{row.row, place.column}, text});
    return row;
}

/// Where the text of a note is kept.
document::FieldKey text_key_of(const review::Review& review, const document::EntityKey& note,
                               const process::NoteKind* kind) {
    const std::string row = review::text_of(review.document().value({note, std::string(note_field::row)}));
    if (row.empty() || kind == nullptr || !kind->row) return {note, std::string(note_field::text)};
    return {{"rows", row}, kind->row->column};
}

} // namespace

std::string card_subject(const process::Card& card, const Agenda& agenda, const AgendaItem* line) {
    if (card.scope == process::Scope::review) return "";
    return line != nullptr && !line->participant.empty() ? line->participant : agenda.subject;
}

std::vector<MeetingNote> notes_of(const review::Review& review, const process::RunSheet& sheet,
                                  std::string_view subject) {
    std::vector<MeetingNote> notes;
    for (const std::string& id : review::sorted_ids(review.document(), notes_collection)) {
        MeetingNote note;
        note.key = {std::string(notes_collection), id};
        const auto text = [&](std::string_view field) {
            return review::text_of(review.document().value({note.key, std::string(field)}));
        };
        if (text(note_field::sheet) != sheet.id || text(note_field::subject) != subject) continue;
        note.kind = find_id(sheet.notes, text(note_field::kind));
        note.used = find_id(sheet.targets, text(note_field::used));
        note.line = text(note_field::line);
        note.by = text(note_field::by);
        note.at = parse_moment(text(note_field::at)).value_or(0);
        note.text_key = text_key_of(review, note.key, note.kind);
        if (review.document().is_deleted(note.text_key.entity)) continue;
        note.text = review::text_of(review.document().value(note.text_key));
        notes.push_back(std::move(note));
    }
    return notes;
}

std::vector<FieldWrite> new_note(const review::Review& review, const Agenda& agenda, const AgendaItem* line,
                                 const NewNote& note, const review::RandomBits& random) {
    std::vector<FieldWrite> writes;
    std::vector<std::pair<std::string, document::Value>> fields = {{std::string(note_field::sheet), agenda.sheet->id}};
    const auto add = [&](std::string_view field, const std::string& text) {
        if (!text.empty()) fields.emplace_back(field, text);
    };
    add(note_field::subject, agenda.subject);
    add(note_field::line, line == nullptr ? "" : line->key.id);
    add(note_field::kind, note.kind == nullptr ? "" : note.kind->id);
    add(note_field::by, note.by);
    add(note_field::at, format_moment(note.at));
    Spot spot;
    if (note.kind != nullptr && note.kind->row) spot = spot_of(review, agenda, line, *note.kind->row);
    if (spot.field != nullptr && spot.field->binding.empty()) {
        review::NewRow row = row_with(review, spot, *note.kind->row, note.text, random);
        add(note_field::row, row.row.id);
        writes = std::move(row.writes);
    } else {
        add(note_field::text, note.text);
    }
    review::NewRow made = review::new_in_list(review.document(), notes_collection, fields, random);
    std::move(made.writes.begin(), made.writes.end(), std::back_inserter(writes));
    return writes;
}

std::vector<FieldWrite> work_out(const review::Review& review, const Agenda& agenda, const MeetingNote& note,
                                 const process::NoteTarget& target, const review::RandomBits& random) {
    const Spot spot = spot_of(review, agenda, line_of(agenda, note.line), target.place);
    if (spot.field == nullptr) return {};
    std::vector<FieldWrite> writes;
    if (spot.field->kind == process::FieldKind::table) {
        review::NewRow row = row_with(review, spot, target.place, note.text, random);
        writes = std::move(row.writes);
        for (const auto& [column, option] : target.options) writes.push_back({{row.row, column}, option});
    } else {
        const document::FieldKey key = review.key_of(spot.card->id, spot.participant, *spot.field);
        std::string text = review::text_of(review.document().value(key));
        if (!text.empty() && text.back() != '\n') text += '\n';
        writes.push_back({key, text + note.text});
    }
    writes.push_back({{note.key, std::string(note_field::used)}, target.id});
    return writes;
}

} // namespace planner::planning
