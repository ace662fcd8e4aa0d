#include "review/review.h"

#include <algorithm>
#include <utility>

#include "document/fractional_index.h"
#include "document/order.h"
#include "review/ids.h"
#include "review/values.h"
#include "review/visible_name.h"

namespace planner::review {
namespace {

std::string text(const document::Document& document, const document::EntityKey& entity, const char* field) {
    return text_of(document.value({entity, field}));
}

Participant read_participant(const document::Document& document, const std::string& id) {
    const document::EntityKey key = participant_key(id);
    return {id,
            visible_name(text(document, key, "name")),
            visible_name(text(document, key, "institution")),
            text(document, key, "sector"),
            text(document, key, "region"),
            text(document, key, "holiday_region")};
}

} // namespace

std::string process_id(const document::Document& document) {
    return text(document, review_key(), "process");
}

std::vector<std::string> sorted_ids(const document::Document& document, std::string_view collection) {
    const document::Collection* entities = document.collection(collection);
    if (entities == nullptr) return {};
    std::vector<std::pair<std::string, std::string>> found;
    for (const auto& [id, entity] : *entities) {
        const document::EntityKey key{std::string(collection), id};
        if (!document.is_deleted(key)) found.emplace_back(text(document, key, document::position_field.data()), id);
    }
    document::sort_items(found);
    std::vector<std::string> ids;
    for (auto& [position, id] : found) ids.push_back(std::move(id));
    return ids;
}

std::string Review::title() const {
    return visible_name(text(*document_, review_key(), "title"));
}

std::string Review::created() const {
    return text(*document_, review_key(), "created");
}

std::string Review::goal() const {
    return text(*document_, review_key(), "goal");
}

std::string Review::period() const {
    return text(*document_, review_key(), "period");
}

std::string Review::cycle_date() const {
    return text(*document_, review_key(), "cycle_date");
}

Kickoff Review::kickoff() const {
    const document::EntityKey key = review_key();
    return {text(*document_, key, "kickoff_date"), text(*document_, key, "kickoff_time"),
            text(*document_, key, "kickoff_place")};
}

Facilitator Review::facilitator() const {
    const document::EntityKey key = review_key();
    return {visible_name(text(*document_, key, "facilitator_name")), text(*document_, key, "facilitator_contact")};
}

std::optional<Participant> Review::participant(std::string_view id) const {
    const document::EntityKey key = participant_key(id);
    if (document_->entity(key) == nullptr || document_->is_deleted(key)) return std::nullopt;
    return read_participant(*document_, key.id);
}

const document::Value& Review::value(std::string_view card, std::string_view participant,
                                     const process::Field& field) const {
    return document_->value(key_of(card, participant, field));
}

bool Review::is_asked(std::string_view card_id, std::string_view participant, const process::Field& field) const {
    if (field.shown_when.always()) return true;
    const process::Card* card = process_->card(card_id);
    const process::Field* deciding = card == nullptr ? nullptr : card->field(field.shown_when.field);
    if (deciding == nullptr) return true;
    const document::Value& answer = value(card_id, participant, *deciding);
    if (!answer.is_array()) return text_of(answer) == field.shown_when.option;
    return std::any_of(answer.begin(), answer.end(),
                       [&](const document::Value& chosen) { return text_of(chosen) == field.shown_when.option; });
}

std::vector<document::EntityKey> Review::rows(std::string_view card, std::string_view participant,
                                              const process::Field& table) const {
    const TableKey key = table_of(card, participant, table);
    return rows_ == nullptr ? rows_of(*document_, key) : rows_->rows(key);
}

std::size_t Review::row_number(std::string_view card, std::string_view participant, const process::Field& table,
                               const document::EntityKey& row) const {
    const TableKey key = table_of(card, participant, table);
    if (rows_ != nullptr) return rows_->number(key, row);
    const std::vector<document::EntityKey> rows = rows_of(*document_, key);
    const auto found = std::find(rows.begin(), rows.end(), row);
    return found == rows.end() ? 0 : static_cast<std::size_t>(found - rows.begin()) + 1;
}

std::string Review::learning_question(std::string_view participant) const {
    for (const process::FieldReference& reference : process_->learning_question) {
        const process::Card* card = process_->card(reference.card);
        const process::Field* field = card == nullptr ? nullptr : card->field(reference.field);
        if (field == nullptr) continue;
        const document::Value& answer = value(card->id, participant, *field);
        if (is_filled(answer)) return text_of(answer);
    }
    return "";
}

} // namespace planner::review
