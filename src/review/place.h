#pragma once

#include <string>

#include "review/review.h"

namespace planner::review {

/// Where a value stands, in the words that people see. Parts that do not apply are empty.
struct Place {
    std::string participant_id;
    std::string participant; ///< name of the team or partnership
    std::string card_id;     ///< a card that shows this value, for a link
    std::string card;        ///< its title
    std::string block;       ///< title of the block on the card
    std::string field;       ///< label of the field, or of the table for a row
    std::string row_name;    ///< what one row of that table is called
    std::size_t row = 0;     ///< 1-based row number in the table; 0 when it is no row or the row is removed
    std::string column;      ///< label of the column for a value in a row
    std::string task;        ///< title of the task, the run sheet or the line of a run sheet that it is about
    std::string run_sheet;   ///< id of the run sheet that shows this value, for a link
    std::string name;        ///< of what it is about otherwise: a kind of work, a free period, a proposed day
    std::string text_key;    ///< key into the planner's texts for the label, when no process field names the value
    const process::Field* definition = nullptr; ///< the field or column that describes the value, if any
};

/// The place of one field. Who asks for those of many rows gives a review with a row index: without one each looks
/// through the whole table for the number of its row. Fields that nobody sees (position, links between entities) have a place too: test
/// `is_visible`.
Place place_of(const Review& review, const document::FieldKey& key, process::Language language);

/// The place of a whole entity: a row, person, participant, card or review day.
Place place_of(const Review& review, const document::EntityKey& key, process::Language language);

/// The field or column that describes a value, as in its place; null when no process field does.
const process::Field* definition_of(const Review& review, const document::FieldKey& key);

/// Whether people see and choose this value: false for order and for links between entities, which keep working
/// whichever version is shown.
bool is_visible(const document::FieldKey& key);

} // namespace planner::review
