#pragma once

#include <vector>

#include "review/place.h"

namespace planner::review {

struct Conflict {
    document::FieldKey key;
    Place place;
};

/// Open conflicts of one card of one participant. Either id may be empty: a card of the whole review has no
/// participant, and what every card shows has no card.
struct ConflictGroup {
    std::string participant_id;
    std::string participant;
    std::string card_id;
    std::string card;
    std::vector<Conflict> conflicts;
};

/// Every open conflict that people can choose in, grouped by participant (in their order) and card (in process order).
/// A value that is removed on one side and edited on the other is a conflict of the field "deleted". Answers to a
/// proposed day that was removed are left out.
std::vector<ConflictGroup> conflicts_of(const Review& review, process::Language language);

} // namespace planner::review
