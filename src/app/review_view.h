#pragma once

#include <string>
#include <vector>

#include "review/conflicts.h"
#include "review/progress.h"
#include "review/review.h"

namespace planner::app {

struct CardView {
    const process::Card* card = nullptr;
    review::Progress progress;
    std::size_t conflicts = 0;
};

struct ParticipantView {
    review::Participant participant;
    std::string badge; ///< the letter on the team's badge, the same everywhere
    std::string learning_question;
    review::Visit visit;
    std::vector<review::Person> persons;
    std::vector<CardView> cards; ///< those that it fills in, in the order of the process
};

enum class StepState { open, current, done };

struct StepView {
    const process::Step* step = nullptr;
    review::StepProgress progress;
    StepState state = StepState::open;
};

/// Everything that the screens of one review show over and over, computed once per change of the document.
struct ReviewView {
    std::string title;
    std::vector<ParticipantView> participants;
    std::vector<CardView> shared_cards; ///< those of the whole review, in the order of the process
    std::vector<StepView> steps;
    std::size_t current_step = 0;
    review::Kickoff kickoff;
    review::Facilitator facilitator;
    std::vector<review::ConflictGroup> conflicts;
    std::size_t conflict_count = 0;

    const ParticipantView* participant(std::string_view id) const;
    /// The card of this participant, or of the whole review when `participant` is empty; null when there is none.
    const CardView* card(std::string_view card_id, std::string_view participant) const;
    /// Whose copy of a card to show when nobody is chosen: the first participant that has one; "" for the whole review.
    std::string first_with(const process::Card& card) const;
    /// The conflict of this very field, or null.
    const review::Conflict* conflict(const document::FieldKey& key) const;
};

ReviewView make_view(const document::Document& document, const process::Process& process, process::Language language);

} // namespace planner::app
