#pragma once

#include <string>
#include <vector>

#include "review/review.h"

namespace planner::review {

/// Something that people wrote and that the process has no place for (any more). It stays in the document.
struct Leftover {
    document::FieldKey key;
    std::string participant; ///< name; "" when it is of the whole review
    std::string card;        ///< title of the card or the task, or its id when the process does not have it
    std::string field;       ///< label of the field, or its id
    const process::Field* definition = nullptr; ///< describes the value when the process still knows the field
};

/// The words on cards, in tables of cards, about tasks, in messages and in names that the process of the review does
/// not show, in the order of the document. With a process without steps, which shows nothing, every value that people
/// see. What belongs to a removed participant is left out, because people took it away themselves.
std::vector<Leftover> leftovers(const Review& review, process::Language language);

} // namespace planner::review
