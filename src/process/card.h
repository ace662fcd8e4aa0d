#pragma once

#include "process/scope.h"
#include "process/text.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace planner::process {

enum class FieldKind { text, long_text, choice, choices, date, time, number, checkbox, table };

/// Whether a card is finished without this field. A required table needs one row with its required columns filled.
enum class Requirement { optional, required };

/// Whether the rows of a table are answers of several people or moments, to be read side by side. Then each column of
/// kind long_text is a question, and the other columns say whose answers they are.
enum class Compared { no, yes };

/// Whether what is filled in says who somebody is or how to reach them. A copy that is shared can leave it out.
enum class Personal { no, name, contact };

/// How much of the width of the card a field asks for; two halves may stand side by side.
enum class Width { full, half };

/// What an option says about how things stand: a seat of a panel or an action is settled (comes, done), off (does not
/// come, stopped) or neither yet.
enum class Standing { open, settled, off };

struct Option {
    std::string id;
    Text label;
    Standing standing = Standing::open;
};

/// A field that is only asked when another field of the same card holds an option.
struct Condition {
    std::string field; ///< a field of kind choice or choices; empty: always asked
    std::string option;

    bool always() const { return field.empty(); }
};

/// Which columns of a table say what was agreed: its rows are agreements, which people tick off.
struct AgreementColumns {
    std::string what; ///< of kind text or long_text
    std::string who;  ///< of kind text
    std::string when; ///< of kind date
};

/// What is kept with a row that is an agreement, beside its columns.
namespace agreement_field {
constexpr std::string_view done = "done"; ///< true or false
constexpr std::string_view done_by = "done_by";
constexpr std::string_view done_on = "done_on";
} // namespace agreement_field

/// One question of a card, or one column of a table.
struct Field {
    std::string id;
    FieldKind kind = FieldKind::text;
    Text label;
    Text help; ///< may be empty
    Requirement required = Requirement::optional;
    Width width = Width::full;
    Personal personal = Personal::no;
    Condition shown_when;
    /// Where the value is kept when it does not belong to this card alone: "" or a binding that binding.h knows.
    std::string binding;
    std::vector<Option> options;   ///< of choice and choices; none for a column whose options are the participants
    std::vector<Field> columns;    ///< of a table
    Text row_name;                 ///< of a table: what one row is ("Contactpersoon")
    Text add_label;                ///< of a table: the button that adds a row
    std::size_t proposed_rows = 0; ///< of a table: how many rows a form offers at first
    Compared compared = Compared::no; ///< of a table
    std::optional<AgreementColumns> agreement; ///< of a table

    const Option* option(std::string_view option_id) const;
    const Field* column(std::string_view column_id) const;
};

/// How the points of a block are marked: as they are, as what to do, or as what not to do.
enum class Tone { plain, good, bad };

struct Block {
    std::string id;
    Text title;
    Text help;
    std::vector<Field> fields;     ///< may be empty when there are points
    std::vector<Text> points = {}; ///< short points under the help, only to read
    Tone tone = Tone::plain;
};

/// A form. Who has a copy follows from its scope.
struct Card {
    std::string id;
    std::string step; ///< the step that lists the card
    Text title;
    Text purpose;
    Text who;
    Text when;
    std::vector<Block> blocks;
    Scope scope = Scope::participant;
    Text reader = {}; ///< who reads what is filled in; may be empty
    std::vector<std::string> see_also = {}; ///< ids of cards that help with this one

    /// The field with this id, which is unique in the card; null when there is none.
    const Field* field(std::string_view field_id) const;
};

struct FieldReference {
    std::string card;
    std::string field;
};

} // namespace planner::process
