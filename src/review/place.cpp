#include "review/place.h"

#include <algorithm>
#include <array>

#include "document/fractional_index.h"
#include "review/bound_tables.h"
#include "review/ids.h"
#include "review/kept_process.h"
#include "review/replacing.h"
#include "review/values.h"
#include "review/visit_days.h"

namespace planner::review {
namespace {

using process::Block;
using process::Card;
using process::Field;
using process::Language;

struct Definition {
    const Card* card = nullptr;
    const Block* block = nullptr;
    const Field* field = nullptr;
};

template <class Wanted>
Definition find_on(const Card& card, const Wanted& wanted) {
    for (const Block& block : card.blocks) {
        for (const Field& field : block.fields) {
            if (wanted(field)) return {&card, &block, &field};
        }
    }
    return {&card, nullptr, nullptr};
}

Definition find_binding(const process::Process& process, std::string_view binding) {
    for (const Card& card : process.cards) {
        const Definition found = find_on(card, [&](const Field& field) { return field.binding == binding; });
        if (found.field != nullptr) return found;
    }
    return {};
}

void describe(Place& place, const Definition& found, Language language) {
    if (found.card != nullptr) {
        if (found.card->scope == process::Scope::review) place.participant_id = place.participant = "";
        place.card_id = found.card->id;
        place.card = found.card->title.in(language);
    }
    if (found.block != nullptr) place.block = found.block->title.in(language);
    if (found.field != nullptr) place.field = found.field->label.in(language);
    place.definition = found.field;
}

void describe_participant(Place& place, const Review& review, const std::string& id) {
    place.participant_id = id;
    place.participant = text_of(review.document().value({participant_key(id), "name"}));
}

/// What people say about a task or a message is kept under the id of the task and of whom it is asked.
void describe_task(Place& place, const Review& review, std::string_view task_id, std::string_view participant,
                   Language language) {
    if (!participant.empty()) describe_participant(place, review, std::string(participant));
    const process::Task* task = review.process().task(task_id);
    place.task = task == nullptr ? std::string(task_id) : task->title.in(language);
}

/// Texts of fields that the planner itself knows; a process may show the same value on a card with a label of its own.
std::string text_key_of(std::string_view owner, std::string_view field) {
    struct Known {
        std::string_view owner, field, key;
    };
    static constexpr std::array<Known, 66> known{{
        {"task", "", "task.place"},
        {"task", "state", "task.place.state"},
        {"task", "due", "task.place.due"},
        {"task", "done_by", "task.place.done_by"},
        {"task", "done_on", "task.place.done_on"},
        {"task", "reason", "task.place.reason"},
        {"message", "", "message.place"},
        {"message", "state", "message.place.state"},
        {"message", "sent_on", "message.place.sent_on"},
        {"message", "sent_by", "message.place.sent_by"},
        {"message", "subject", "message.place.subject"},
        {"message", "body", "message.place.body"},
        {"agenda", "", "agenda.place"},
        {"agenda", "title", "agenda.place.title"},
        {"agenda", "minutes", "agenda.place.minutes"},
        {"agenda", "who", "agenda.place.who"},
        {"agenda", "needs", "agenda.place.needs"},
        {"agenda", "start", "agenda.place.start"},
        {"agenda", "comment", "agenda.place.comment"},
        {"agenda", "left_out", "agenda.place.left_out"},
        {"moments", "", "live.moment_place"},
        {"meeting_notes", "", "live.note_place"},
        {"meeting_notes", "text", "live.note_place"},
        {"run_sheet", "", "run_sheet.place"},
        {"run_sheet", "state", "run_sheet.place.state"},
        {"run_sheet", "comment", "run_sheet.place.comment"},
        {"review", "title", "review.title_field"},
        {"review", "goal", "review.goal"},
        {"review", "facilitator_name", "review.facilitator_name"},
        {"review", "facilitator_contact", "review.facilitator_contact"},
        {"review", "kickoff_date", "review.kickoff_date"},
        {"review", "kickoff_time", "review.kickoff_time"},
        {"review", "kickoff_place", "review.kickoff_place"},
        {"review", "period", "review.period"},
        {"review", "cycle_date", "review.cycle_date"},
        {"participant", "name", "participant.name"},
        {"participant", "institution", "participant.institution"},
        {"participant", "sector", "participant.sector"},
        {"participant", "region", "participant.region"},
        {"participant", "holiday_region", "participant.holiday_region"},
        {"participant", "side", "participant.side"},
        {"visit", "date", "review.visit_date"},
        {"visit", "time", "review.visit_time"},
        {"visit", "place", "review.visit_place"},
        {"visit", "length", "review.visit_length"},
        {"visit", "chair", "review.visit_chair"},
        {"review", "hours_visits", "review.hours_visits"},
        {"review", "hours_length", "review.hours_length"},
        {"availability", "", "availability.place"},
        {"availability", "answer", "availability.place"},
        {"availability", "note", "availability.place.note"},
        {"hours", "", "hours.place"},
        {"hours", "minimum", "hours.place.minimum"},
        {"hours", "maximum", "hours.place.maximum"},
        {"hours", "persons", "hours.place.persons"},
        {"hours", "title", "hours.place.title"},
        {"hours", "times", "hours.place.times"},
        {"free_periods", "", "free_period.place"},
        {"free_periods", "first", "free_period.place.first"},
        {"free_periods", "last", "free_period.place.last"},
        {"free_periods", "title", "free_period.place.title"},
        {"redactions", "", "redaction.place"},
        {"review", "keep_until", "review.keep_until"},
        {"agreement", process::agreement_field::done, "agreement.place.done"},
        {"seat", "replaced_on", "seat.replaced_on_at"},
        {"seat", "replaced_why", "seat.replaced_why_at"},
    }};
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const Known& entry) { return entry.owner == owner && entry.field == field; });
    return found == known.end() ? "" : std::string(found->key);
}

void describe_run_sheet(Place& place, const Review& review, const std::string& sheet, const std::string& subject,
                        Language language) {
    if (!subject.empty()) describe_participant(place, review, subject);
    const process::RunSheet* known = review.process().run_sheet(sheet);
    place.run_sheet = sheet;
    place.task = known == nullptr ? sheet : known->title.in(language);
}

/// People's own title of the line, else that of the process, with whose turn it is.
void describe_agenda_item(Place& place, const Review& review, const document::EntityKey& key, Language language) {
    const AgendaLineId line = split_agenda_id(key.id);
    describe_run_sheet(place, review, line.sheet, line.subject, language);
    const process::RunSheet* sheet = review.process().run_sheet(line.sheet);
    const process::RunSheetItem* item = sheet == nullptr ? nullptr : sheet->item(line.item);
    const std::string own = text_of(review.document().value({key, "title"}));
    place.task = own.empty() && item != nullptr ? item->title.in(language) : own;
    const auto participant = review.participant(line.participant);
    if (participant) place.task += ", " + participant->name;
}

/// How the texts of a collection are called whose entities the planner itself knows; "" for others.
std::string_view text_owner(std::string_view collection) {
    if (collection == "tasks") return "task";
    if (collection == "messages") return "message";
    if (collection == "agenda_items") return "agenda";
    return collection == "run_sheets" ? "run_sheet" : "";
}

void describe_shared(Place& place, const Review& review, std::string_view owner, const std::string& field,
                     Language language) {
    describe(place, find_binding(review.process(), std::string(owner) + "." + field), language);
    place.text_key = text_key_of(owner, field);
}

void describe_row(Place& place, const Review& review, const document::EntityKey& row, Language language) {
    const document::Document& document = review.document();
    Definition table;
    if (const BoundTable* bound = bound_table_of_collection(row.collection)) {
        const std::string owner = text_of(document.value({row, std::string(owner_field(*bound))}));
        if (!owner.empty()) describe_participant(place, review, participant_of_owner(*bound, owner));
        table = find_binding(review.process(), bound->binding);
    } else {
        const CardOfParticipant owner = split_card_id(text_of(document.value({row, "card"})));
        if (!owner.participant.empty()) describe_participant(place, review, owner.participant);
        const std::string id = text_of(document.value({row, "table"}));
        if (const Card* card = review.process().card(owner.card)) {
            table = find_on(*card, [&](const Field& field) { return field.id == id; });
        }
    }
    describe(place, table, language);
    if (table.field != nullptr) place.row_name = table.field->row_name.in(language);
}

void describe_column(Place& place, const std::string& id, Language language) {
    place.text_key = text_key_of("seat", id);
    if (!place.text_key.empty()) return;
    const Field* column = place.definition == nullptr ? nullptr : place.definition->column(id);
    place.column = column == nullptr ? id : column->label.in(language);
    place.definition = column;
}

/// Whether an agreement was kept stands in no column: it is called after what was agreed. False for another value.
bool describe_agreement(Place& place, const Review& review, const document::FieldKey& key) {
    const Field* table = place.definition;
    if (table == nullptr || !table->agreement) return false;
    const std::string text_key = text_key_of("agreement", key.field);
    if (text_key.empty()) return false;
    place.text_key = text_key;
    place.name = text_of(review.document().value({key.entity, table->agreement->what}));
    place.definition = nullptr;
    return true;
}

/// Of a proposed day, which is a row of some table.
std::string date_of(const Review& review, const document::EntityKey& day, Language language) {
    Place row;
    describe_row(row, review, day, language);
    const Field* column = row.definition == nullptr ? nullptr : day_columns(*row.definition).date;
    return text_of(review.document().value({day, column == nullptr ? "date" : column->id}));
}

/// What belongs to no card but is listed by the planner itself.
void describe_listed(Place& place, const Review& review, const document::EntityKey& key, Language language) {
    const auto text = [&](const char* field) { return text_of(review.document().value({key, field})); };
    if (key.collection == "availability") {
        describe_participant(place, review, split_card_id(key.id).participant);
        place.name = date_of(review, day_of_answer(review.document(), key), language);
    } else if (key.collection == "hours") {
        for (const process::Hours& work : review.process().hours) {
            if (work.id == key.id) place.name = work.title.in(language);
        }
    }
    if (key.collection == "moments" || key.collection == "meeting_notes")
        describe_run_sheet(place, review, text("sheet"), text("subject"), language);
    if (place.name.empty()) place.name = text("title");
    // The id of a school holiday is made of words, that of people's own period of nothing but chance.
    if (place.name.empty() && key.collection == "free_periods" && key.id.find('-') != std::string::npos) place.name = key.id;
    place.text_key = text_key_of(key.collection, "");
}

bool is_listed(const document::EntityKey& key) {
    return !text_key_of(key.collection, "").empty();
}

/// What the review calls what may be called differently.
std::string name_of(const Review& review, const std::string& id, Language language) {
    for (const process::Nameable& name : process::nameables(review.process())) {
        if (name.id == id) return name.text.in(language);
    }
    return id;
}

bool is_row(const document::EntityKey& key) {
    return key.collection == "rows" || bound_table_of_collection(key.collection) != nullptr;
}

/// Everything but the number of a row.
Place describe_entity(const Review& review, const document::EntityKey& key, Language language) {
    Place place;
    if (is_row(key)) {
        describe_row(place, review, key, language);
    } else if (key.collection == "participants") {
        describe_participant(place, review, key.id);
    } else if (key.collection == "visits") {
        describe_participant(place, review, split_card_id(key.id).participant);
        place.text_key = "review.visit";
    } else if (key.collection == "cards") {
        const CardOfParticipant owner = split_card_id(key.id);
        if (!owner.participant.empty()) describe_participant(place, review, owner.participant);
        if (const Card* card = review.process().card(owner.card)) describe(place, {card, nullptr, nullptr}, language);
    } else if (key.collection == "tasks") {
        const CardOfParticipant owner = split_card_id(key.id);
        describe_task(place, review, owner.card, owner.participant, language);
    } else if (key.collection == "messages") {
        describe_task(place, review, text_of(review.document().value({key, "task"})),
                      text_of(review.document().value({key, "participant"})), language);
    } else if (key.collection == "agenda_items") {
        describe_agenda_item(place, review, key, language);
    } else if (key.collection == "run_sheets") {
        const CardOfParticipant owner = split_card_id(key.id);
        describe_run_sheet(place, review, owner.card, owner.participant, language);
    } else if (key == kept_process_key().entity) {
        place.text_key = "process.place";
    } else if (key.collection == given_names_collection) {
        place.field = name_of(review, key.id, language);
    } else {
        describe_listed(place, review, key, language);
    }
    const std::string_view known = text_owner(key.collection);
    if (!known.empty()) place.text_key = text_key_of(known, "");
    return place;
}

/// Adds what the place of a field has to that of its entity.
void describe_field(Place& place, const Review& review, const document::FieldKey& key, Language language) {
    const document::EntityKey& entity = key.entity;
    if (key.field == document::deleted_field) return;
    if (entity.collection == "review") {
        describe_shared(place, review, "review", key.field, language);
    } else if (entity.collection == "participants") {
        describe_shared(place, review, "participant", key.field, language);
    } else if (entity.collection == "visits") {
        describe_shared(place, review, "visit", key.field, language);
    } else if (!text_owner(entity.collection).empty()) {
        const std::string key_of_field = text_key_of(text_owner(entity.collection), key.field);
        if (!key_of_field.empty()) place.text_key = key_of_field;
    } else if (is_row(entity)) {
        if (!describe_agreement(place, review, key)) describe_column(place, key.field, language);
    } else if (is_listed(entity)) {
        const std::string key_of_field = text_key_of(entity.collection, key.field);
        if (!key_of_field.empty()) place.text_key = key_of_field;
    } else if (const Card* card = review.process().card(place.card_id)) {
        describe(place, find_on(*card, [&](const Field& field) { return field.id == key.field; }), language);
    }
    if (place.field.empty() && place.text_key.empty()) place.field = key.field;
}

} // namespace

Place place_of(const Review& review, const document::EntityKey& key, Language language) {
    Place place = describe_entity(review, key, language);
    if (is_row(key) && place.definition != nullptr)
        place.row = review.row_number(place.card_id, place.participant_id, *place.definition, key);
    return place;
}

Place place_of(const Review& review, const document::FieldKey& key, Language language) {
    Place place = place_of(review, key.entity, language);
    describe_field(place, review, key, language);
    return place;
}

const Field* definition_of(const Review& review, const document::FieldKey& key) {
    Place place = describe_entity(review, key.entity, Language::dutch);
    describe_field(place, review, key, Language::dutch);
    return place.definition;
}

bool is_visible(const document::FieldKey& key) {
    static constexpr std::array<std::string_view, 7> links = {"position", "participant", "card",   "table",
                                                              "process",  "kind",        "created"};
    if (const BoundTable* bound = bound_table_of_collection(key.entity.collection))
        return key.field != document::position_field && key.field != owner_field(*bound) &&
               key.field != replaced_field::by;
    if (key.entity.collection == "tasks" || key.entity.collection == "messages")
        return key.field != "task" && key.field != "participant" && key.field != "message";
    // What was recorded of a meeting is a whole: nobody chooses among its parts.
    if (key.entity.collection == "moments") return key.field == document::deleted_field;
    if (key.entity.collection == "meeting_notes") return key.field == document::deleted_field || key.field == "text";
    if (is_listed(key.entity)) {
        // Who answered goes with the answer: the same answer by two people is no difference.
        static constexpr std::array<std::string_view, 5> of_list = {"position", "participant", "option", "role",
                                                                    "answered_by"};
        return std::find(of_list.begin(), of_list.end(), key.field) == of_list.end();
    }
    // Who ticked off an agreement, and when, goes with the tick: the same tick by two people is no difference.
    if (key.entity.collection == "rows" &&
        (key.field == process::agreement_field::done_by || key.field == process::agreement_field::done_on))
        return false;
    // Beside what people wrote in a run sheet stand links, order, and when and by whom it was decided.
    const std::string_view owner = text_owner(key.entity.collection);
    if (owner == "agenda" || owner == "run_sheet")
        return key.field == document::deleted_field || !text_key_of(owner, key.field).empty();
    const bool may_be_link = key.entity.collection != "cards" || key.field == "card" || key.field == "participant";
    return !may_be_link || std::find(links.begin(), links.end(), key.field) == links.end();
}

} // namespace planner::review
