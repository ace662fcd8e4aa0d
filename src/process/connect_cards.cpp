#include "process/connect_parts.h"

namespace planner::process {

namespace {

void connect_condition(const References& references, const Card& card, const Field& field, const std::string& pointer) {
    if (field.shown_when.always()) return;
    const Field* other = card.field(field.shown_when.field);
    const bool is_choice = other && (other->kind == FieldKind::choice || other->kind == FieldKind::choices);
    if (!other) {
        references.fail(pointer + "/shown_when/field", "This card has no field \"" + field.shown_when.field + "\".");
    } else if (!is_choice || other == &field) {
        references.fail(pointer + "/shown_when/field", "A field can only depend on another field that is a choice.");
    } else if (!other->option(field.shown_when.option)) {
        references.fail(pointer + "/shown_when/option",
                        "\"" + other->id + "\" has no option \"" + field.shown_when.option + "\".");
    }
}

void connect_card(const References& references, const Card& card, const std::string& pointer) {
    for (std::size_t block = 0; block < card.blocks.size(); ++block) {
        const std::vector<Field>& fields = card.blocks[block].fields;
        for (std::size_t index = 0; index < fields.size(); ++index) {
            const std::string place = pointer + at("blocks", block) + at("fields", index);
            connect_condition(references, card, fields[index], place);
            references.expect_owner(card.scope, fields[index].binding, place + "/binding");
        }
    }
    for (std::size_t index = 0; index < card.see_also.size(); ++index) {
        const std::string place = pointer + at("see_also", index);
        const Card* other = references.card(card.see_also[index], place);
        if (other == &card) references.fail(place, "A card does not refer to itself.");
    }
}

} // namespace

void connect_cards(const References& references) {
    const std::vector<Card>& cards = references.process().cards;
    for (std::size_t index = 0; index < cards.size(); ++index)
        connect_card(references, cards[index], at("cards", index));
}

} // namespace planner::process
