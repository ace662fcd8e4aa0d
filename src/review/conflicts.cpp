#include "review/conflicts.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "document/order.h"
#include "review/availability.h"
#include "review/bound_tables.h"

namespace planner::review {
namespace {

/// Sorts groups as the dashboard lists them: the review itself, then participants in their order, cards in process
/// order.
class GroupOrder {
public:
    explicit GroupOrder(const Review& review) : process_(&review.process()) {
        for (const Participant& participant : review.participants()) {
            const std::size_t next = participants_.size() + 1;
            participants_.emplace(participant.id, next);
        }
    }

    std::pair<std::size_t, std::size_t> rank(const ConflictGroup& group) const {
        const auto participant = participants_.find(group.participant_id);
        const auto card = std::find_if(process_->cards.begin(), process_->cards.end(),
                                       [&](const process::Card& candidate) { return candidate.id == group.card_id; });
        const std::size_t unknown = participants_.size() + 1;
        const std::size_t participant_rank = group.participant_id.empty()         ? 0
                                             : participant == participants_.end() ? unknown
                                                                                  : participant->second;
        return {participant_rank,
                group.card_id.empty() ? 0 : static_cast<std::size_t>(card - process_->cards.begin()) + 1};
    }

private:
    const process::Process* process_;
    std::map<std::string, std::size_t> participants_;
};

/// Values that every card shows (the facilitator, the institution) belong to the review or the participant, not to one
/// card.
bool stands_on_card(const document::FieldKey& key) {
    const std::string_view collection = key.entity.collection;
    return collection == "cards" || collection == "rows" || bound_table_of_collection(collection) != nullptr;
}

/// An answer to a day that was taken back: nobody sees it any more.
bool is_of_removed_day(const Review& review, const document::EntityKey& entity) {
    return entity.collection == "availability" &&
           review.document().is_deleted(day_of_answer(review.document(), entity));
}

} // namespace

std::vector<ConflictGroup> conflicts_of(const Review& review, process::Language language) {
    std::vector<ConflictGroup> groups;
    for (const document::FieldKey& key : review.document().conflicts()) {
        if (!is_visible(key) || is_of_removed_day(review, key.entity)) continue;
        Conflict conflict{key, place_of(review, key, language)};
        const Place& place = conflict.place;
        const std::string card_id = stands_on_card(key) ? place.card_id : "";
        auto group = std::find_if(groups.begin(), groups.end(), [&](const ConflictGroup& candidate) {
            return candidate.participant_id == place.participant_id && candidate.card_id == card_id;
        });
        if (group == groups.end()) {
            groups.push_back({place.participant_id, place.participant, card_id, card_id.empty() ? "" : place.card, {}});
            group = groups.end() - 1;
        }
        group->conflicts.push_back(std::move(conflict));
    }
    const GroupOrder order(review);
    document::sort_items(groups, [&](const ConflictGroup& left, const ConflictGroup& right) {
        return order.rank(left) < order.rank(right);
    });
    return groups;
}

} // namespace planner::review
