#include "process/connect.h"

#include <string>

namespace planner::process {

namespace {

std::string at(std::string_view list, std::size_t index) {
    return "/" + std::string(list) + "/" + std::to_string(index);
}

Card* find_card(Process& process, std::string_view id) {
    for (Card& card : process.cards) {
        if (card.id == id) return &card;
    }
    return nullptr;
}

void connect_steps(Process& process, Errors& errors) {
    for (std::size_t step = 0; step < process.steps.size(); ++step) {
        const std::vector<std::string>& cards = process.steps[step].cards;
        for (std::size_t index = 0; index < cards.size(); ++index) {
            const std::string pointer = at("steps", step) + at("cards", index);
            Card* card = find_card(process, cards[index]);
            if (!card) {
                errors.add(pointer, "There is no card \"" + cards[index] + "\".");
            } else if (!card->step.empty()) {
                errors.add(pointer, "The card \"" + card->id + "\" is in the step \"" + card->step + "\" already.");
            } else {
                card->step = process.steps[step].id;
            }
        }
    }
    for (std::size_t index = 0; index < process.cards.size(); ++index) {
        const Card& card = process.cards[index];
        if (card.step.empty()) errors.add(at("cards", index), "No step lists the card \"" + card.id + "\".");
    }
}

void check_condition(const Card& card, const Field& field, const std::string& pointer, Errors& errors) {
    if (field.shown_when.always()) return;
    const Field* other = card.field(field.shown_when.field);
    const bool is_choice = other && (other->kind == FieldKind::choice || other->kind == FieldKind::choices);
    if (!other) {
        errors.add(pointer + "/shown_when/field", "This card has no field \"" + field.shown_when.field + "\".");
    } else if (!is_choice || other == &field) {
        errors.add(pointer + "/shown_when/field", "A field can only depend on another field that is a choice.");
    } else if (!other->option(field.shown_when.option)) {
        errors.add(pointer + "/shown_when/option",
                   "\"" + other->id + "\" has no option \"" + field.shown_when.option + "\".");
    }
}

void check_conditions(const Card& card, const std::string& pointer, Errors& errors) {
    for (std::size_t block = 0; block < card.blocks.size(); ++block) {
        const std::vector<Field>& fields = card.blocks[block].fields;
        for (std::size_t field = 0; field < fields.size(); ++field) {
            check_condition(card, fields[field], pointer + at("blocks", block) + at("fields", field), errors);
        }
    }
}

void check_learning_question(const Process& process, Errors& errors) {
    for (std::size_t index = 0; index < process.learning_question.size(); ++index) {
        const FieldReference& reference = process.learning_question[index];
        const std::string pointer = at("learning_question", index);
        const Card* card = process.card(reference.card);
        const Field* field = card ? card->field(reference.field) : nullptr;
        if (!card) {
            errors.add(pointer + "/card", "There is no card \"" + reference.card + "\".");
        } else if (!field) {
            errors.add(pointer + "/field", "The card \"" + card->id + "\" has no field \"" + reference.field + "\".");
        } else if (field->kind != FieldKind::text && field->kind != FieldKind::long_text) {
            errors.add(pointer + "/field", "A learning question is a text or a long text.");
        }
    }
}

} // namespace

void connect(Process& process, Errors& errors) {
    connect_steps(process, errors);
    for (std::size_t index = 0; index < process.cards.size(); ++index) {
        check_conditions(process.cards[index], at("cards", index), errors);
    }
    check_learning_question(process, errors);
}

} // namespace planner::process
