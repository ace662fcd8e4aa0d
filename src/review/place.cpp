#include "review/place.h"

#include <algorithm>
#include <array>

#include "document/fractional_index.h"
#include "review/bound_tables.h"
#include "review/ids.h"
#include "review/kept_process.h"
#include "review/values.h"

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
    static constexpr std::array<Known, 32> known{{
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
        {"review", "title", "review.title_field"},
        {"review", "goal", "review.goal"},
        {"review", "facilitator_name", "review.facilitator_name"},
        {"review", "facilitator_contact", "review.facilitator_contact"},
        {"review", "kickoff_date", "review.kickoff_date"},
        {"review", "kickoff_time", "review.kickoff_time"},
        {"review", "kickoff_place", "review.kickoff_place"},
        {"review", "kickoff_duration", "review.kickoff_duration"},
        {"review", "period", "review.period"},
        {"review", "cycle_date", "review.cycle_date"},
        {"participant", "name", "participant.name"},
        {"participant", "institution", "participant.institution"},
        {"participant", "sector", "participant.sector"},
        {"participant", "region", "participant.region"},
        {"participant", "side", "participant.side"},
        {"visit", "date", "review.visit_date"},
        {"visit", "time", "review.visit_time"},
        {"visit", "place", "review.visit_place"},
        {"visit", "length", "review.visit_length"},
        {"visit", "chair", "review.visit_chair"},
    }};
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const Known& entry) { return entry.owner == owner && entry.field == field; });
    return found == known.end() ? "" : std::string(found->key);
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
    if (table.field == nullptr) return;
    place.row_name = table.field->row_name.in(language);
    const std::vector<document::EntityKey> rows = review.rows(place.card_id, place.participant_id, *table.field);
    const auto found = std::find(rows.begin(), rows.end(), row);
    if (found != rows.end()) place.row = static_cast<std::size_t>(found - rows.begin()) + 1;
}

void describe_column(Place& place, const std::string& id, Language language) {
    const Field* column = place.definition == nullptr ? nullptr : place.definition->column(id);
    place.column = column == nullptr ? id : column->label.in(language);
    place.definition = column;
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

} // namespace

Place place_of(const Review& review, const document::EntityKey& key, Language language) {
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
        place.text_key = text_key_of("task", "");
    } else if (key.collection == "messages") {
        describe_task(place, review, text_of(review.document().value({key, "task"})),
                      text_of(review.document().value({key, "participant"})), language);
        place.text_key = text_key_of("message", "");
    } else if (key == kept_process_key().entity) {
        place.text_key = "process.place";
    } else if (key.collection == "names") {
        place.field = name_of(review, key.id, language);
    }
    return place;
}

Place place_of(const Review& review, const document::FieldKey& key, Language language) {
    const document::EntityKey& entity = key.entity;
    Place place = place_of(review, entity, language);
    if (key.field == document::deleted_field) return place;
    if (entity.collection == "review") {
        describe_shared(place, review, "review", key.field, language);
    } else if (entity.collection == "participants") {
        describe_shared(place, review, "participant", key.field, language);
    } else if (entity.collection == "visits") {
        describe_shared(place, review, "visit", key.field, language);
    } else if (entity.collection == "tasks" || entity.collection == "messages") {
        const std::string key_of_field = text_key_of(entity.collection == "tasks" ? "task" : "message", key.field);
        if (!key_of_field.empty()) place.text_key = key_of_field;
    } else if (is_row(entity)) {
        describe_column(place, key.field, language);
    } else if (const Card* card = review.process().card(place.card_id)) {
        describe(place, find_on(*card, [&](const Field& field) { return field.id == key.field; }), language);
    }
    if (place.field.empty() && place.text_key.empty()) place.field = key.field;
    return place;
}

bool is_visible(const document::FieldKey& key) {
    static constexpr std::array<std::string_view, 7> links = {"position", "participant", "card",   "table",
                                                              "process",  "kind",        "created"};
    if (const BoundTable* bound = bound_table_of_collection(key.entity.collection))
        return key.field != document::position_field && key.field != owner_field(*bound);
    if (key.entity.collection == "tasks" || key.entity.collection == "messages")
        return key.field != "task" && key.field != "participant" && key.field != "message";
    const bool may_be_link = key.entity.collection != "cards" || key.field == "card" || key.field == "participant";
    return !may_be_link || std::find(links.begin(), links.end(), key.field) == links.end();
}

} // namespace planner::review
