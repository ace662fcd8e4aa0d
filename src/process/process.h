#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace planner::process {

enum class Language { dutch, english };

/// A text for people, in both languages.
struct Text {
    std::string nl;
    std::string en;

    const std::string& in(Language language) const { return language == Language::dutch ? nl : en; }
    bool empty() const { return nl.empty() && en.empty(); }
};

enum class FieldKind { text, long_text, choice, choices, date, time, number, checkbox, table };

/// Whether a card is finished without this field. A required table needs one row with its required columns filled.
enum class Requirement { optional, required };

/// How much of the width of the card a field asks for; two halves may stand side by side.
enum class Width { full, half };

struct Option {
    std::string id;
    Text label;
};

/// A field that is only asked when another field of the same card holds an option.
struct Condition {
    std::string field; ///< a field of kind choice or choices; empty: always asked
    std::string option;

    bool always() const { return field.empty(); }
};

/// One question of a card, or one column of a table.
struct Field {
    std::string id;
    FieldKind kind = FieldKind::text;
    Text label;
    Text help; ///< may be empty
    Requirement required = Requirement::optional;
    Width width = Width::full;
    Condition shown_when;
    /// Where the value is kept when it does not belong to this card alone: "" or a binding that binding.h knows.
    std::string binding;
    std::vector<Option> options;   ///< of choice and choices
    std::vector<Field> columns;    ///< of a table
    Text row_name;                 ///< of a table: what one row is ("Contactpersoon")
    Text add_label;                ///< of a table: the button that adds a row
    std::size_t proposed_rows = 0; ///< of a table: how many rows a form offers at first

    const Option* option(std::string_view option_id) const;
    const Field* column(std::string_view column_id) const;
};

struct Block {
    std::string id;
    Text title;
    Text help;
    std::vector<Field> fields;
};

/// A form that every participant fills in for itself.
struct Card {
    std::string id;
    std::string step; ///< the step that lists the card
    Text title;
    Text purpose;
    Text who;
    Text when;
    std::vector<Block> blocks;

    /// The field with this id, which is unique in the card; null when there is none.
    const Field* field(std::string_view field_id) const;
};

struct Step {
    std::string id;
    Text title;
    Text purpose;
    std::vector<std::string> cards; ///< ids, in the order in which they are filled in
};

/// Who takes part: what one of them is called, and how few there may be.
struct Participants {
    std::size_t minimum = 1;
    Text singular;
    Text plural;
    Text add_label; ///< the button that adds one
    Text minimum_reason;
};

struct FieldReference {
    std::string card;
    std::string field;
};

/// A kind of peer review: what is asked of whom, step by step. It holds no answers.
struct Process {
    std::string id;
    std::string version;
    Text title;
    Text summary;
    Participants participants;
    std::vector<Step> steps;
    std::vector<Card> cards;
    /// The fields that may hold a participant's learning question; the first one that is filled in counts.
    std::vector<FieldReference> learning_question;

    const Card* card(std::string_view card_id) const;
    const Step* step(std::string_view step_id) const;
    const Step* step_of_card(std::string_view card_id) const;
};

} // namespace planner::process
