#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "document/key.h"

namespace planner::review {

/// Gives 64 fresh random bits per call.
using RandomBits = std::function<std::uint64_t()>;

/// Ten characters of [a-z0-9]: about 51 random bits.
std::string random_id(const RandomBits& random);

/// The one entity that holds the fields of the review as a whole: /review/review.
document::EntityKey review_key();
document::EntityKey participant_key(std::string_view participant);
/// The answers of one participant on one card, or of the whole review when `participant` is empty. Derived, so that two
/// copies that start the same card meet in one entity.
document::EntityKey card_key(std::string_view card, std::string_view participant);
/// The review day of one participant. Derived for the same reason.
document::EntityKey visit_key(std::string_view participant);

/// The two halves of the id that `card_key` makes; participant is empty for a card of the whole review.
struct CardOfParticipant {
    std::string card;
    std::string participant;
};
CardOfParticipant split_card_id(std::string_view id);

/// The parts of the id of a line of a run sheet, as planning/run_sheet.h makes it.
struct AgendaLineId {
    std::string sheet;
    std::string subject;     ///< whose review day it is; "" for the whole review
    std::string item;        ///< of the process; begins with "+" for a line that people added
    std::string participant; ///< whose turn it is; "" for most
};
AgendaLineId split_agenda_id(std::string_view id);

} // namespace planner::review
