#include "review/fields.h"

#include "review/ids.h"

namespace planner::review {

document::FieldKey field_key(const process::Field& field, std::string_view card, std::string_view participant) {
    const std::string_view binding = field.binding;
    const std::size_t dot = binding.find('.');
    if (dot != std::string_view::npos) {
        const std::string_view owner = binding.substr(0, dot);
        const std::string name(binding.substr(dot + 1));
        if (owner == "participant") return {participant_key(participant), name};
        if (owner == "review") return {review_key(), name};
        if (owner == "visit") return {visit_key(participant), name};
    }
    return {card_key(card, participant), field.id};
}

std::vector<FieldWrite> missing_links(const document::Document& document, const document::FieldKey& key) {
    const document::EntityKey& entity = key.entity;
    std::vector<FieldWrite> links;
    const auto require = [&](const char* field, const std::string& value) {
        if (field != key.field && document.field({entity, field}) == nullptr) links.push_back({{entity, field}, value});
    };
    if (entity.collection == "cards") {
        const CardOfParticipant halves = split_card_id(entity.id);
        require("card", halves.card);
        if (!halves.participant.empty()) require("participant", halves.participant);
    } else if (entity.collection == "tasks" || entity.collection == "run_sheets") {
        const CardOfParticipant halves = split_card_id(entity.id);
        require(entity.collection == "tasks" ? "task" : "run_sheet", halves.card);
        if (!halves.participant.empty()) require("participant", halves.participant);
    } else if (entity.collection == "availability") {
        const CardOfParticipant halves = split_card_id(entity.id);
        require("option", halves.card);
        require("participant", halves.participant);
    } else if (entity.collection == "visits") {
        require("participant", split_card_id(entity.id).participant);
    } else if (entity.collection == "agenda_items") {
        const AgendaLineId line = split_agenda_id(entity.id);
        require("run_sheet", line.sheet);
        if (!line.subject.empty()) require("host", line.subject);
        if (!line.item.starts_with('+')) require("item", line.item);
        if (!line.participant.empty()) require("participant", line.participant);
    }
    return links;
}

} // namespace planner::review
