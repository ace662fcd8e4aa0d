#include "process/connect.h"

#include "process/connect_parts.h"

#include <string>

namespace planner::process {

namespace {

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

void connect_learning_question(const References& references) {
    const Process& process = references.process();
    for (std::size_t index = 0; index < process.learning_question.size(); ++index) {
        const FieldReference& reference = process.learning_question[index];
        const std::string pointer = at("learning_question", index);
        const Field* field = references.field(reference, pointer);
        if (!field) continue;
        if (field->kind != FieldKind::text && field->kind != FieldKind::long_text) {
            references.fail(pointer + "/field", "A learning question is a text or a long text.");
        }
        if (process.card(reference.card)->scope == Scope::review) {
            references.fail(pointer + "/card", "A learning question is of a participant, not of the whole review.");
        }
    }
}

} // namespace

void connect(Process& process, Errors& errors) {
    connect_steps(process, errors);
    const References references(process, errors);
    connect_cards(references);
    connect_learning_question(references);
    connect_tasks(references);
    connect_run_sheets(references);
    connect_rules(references);
    connect_messages(references);
    connect_hours(references);
    connect_coach(references);
    connect_gathered(references);
}

} // namespace planner::process
