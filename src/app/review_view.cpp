#include "app/review_view.h"

#include <algorithm>
#include <map>

#include "document/utf8.h"

namespace planner::app {
namespace {

std::vector<std::string> words_of(const std::string& name) {
    std::vector<std::string> words;
    for (std::size_t begin = name.find_first_not_of(' '); begin != std::string::npos;) {
        const std::size_t end = std::min(name.find(' ', begin), name.size());
        words.push_back(name.substr(begin, end - begin));
        begin = name.find_first_not_of(' ', end);
    }
    return words;
}

/// How many words all names begin with: "Team" of "Team Zorg" and "Team Techniek" tells nobody apart.
std::size_t shared_words(const std::vector<ParticipantView>& participants) {
    std::vector<std::string> shared;
    for (std::size_t i = 0; i < participants.size(); ++i) {
        std::vector<std::string> words = words_of(participants[i].participant.name);
        if (i == 0) shared = words;
        const auto differ = std::mismatch(shared.begin(), shared.end(), words.begin(), words.end());
        shared.erase(differ.first, shared.end());
    }
    return shared.size();
}

/// The first character of the first word that tells apart, or of the last word; as a capital when it is a plain letter.
std::string badge_of(const std::string& name, std::size_t shared) {
    const std::vector<std::string> words = words_of(name);
    if (words.empty()) return "?";
    const std::string& word = words[std::min(shared, words.size() - 1)];
    std::string badge = word.substr(0, std::max<std::size_t>(1, document::utf8_sequence_length(word, 0)));
    if (badge.size() == 1 && badge[0] >= 'a' && badge[0] <= 'z') badge[0] = static_cast<char>(badge[0] - ('a' - 'A'));
    return badge;
}

/// Two teams with the same letter get their number as well.
void tell_apart(std::vector<ParticipantView>& participants) {
    std::map<std::string, int> times;
    for (const ParticipantView& view : participants) ++times[view.badge];
    std::size_t number = 0;
    for (ParticipantView& view : participants) {
        ++number;
        if (times[view.badge] > 1) view.badge += std::to_string(number);
    }
}

std::vector<CardView> card_views(const review::Review& review, const std::string& participant,
                                 const std::vector<review::ConflictGroup>& conflicts) {
    std::vector<CardView> views;
    for (const process::Card& card : review.process().cards) {
        const std::vector<std::string> subjects = review.subjects(card.scope);
        if (std::find(subjects.begin(), subjects.end(), participant) == subjects.end()) continue;
        CardView view{&card, review::progress_of_card(review, card, participant), 0};
        for (const review::ConflictGroup& group : conflicts) {
            if (group.card_id == card.id && group.participant_id == participant)
                view.conflicts += group.conflicts.size();
        }
        views.push_back(view);
    }
    return views;
}

/// Adds up what the cards already counted, instead of counting them once more. A card that is only read does not count.
review::StepProgress progress_of(const process::Step& step, const ReviewView& review) {
    review::StepProgress progress;
    const auto add = [&](const std::vector<CardView>& views) {
        for (const CardView& view : views) {
            if (view.card->step != step.id || view.progress.blocks == 0) continue;
            ++progress.cards;
            if (view.progress.complete()) ++progress.complete_cards;
        }
    };
    for (const ParticipantView& participant : review.participants) add(participant.cards);
    add(review.shared_cards);
    return progress;
}

const CardView* find_card(const std::vector<CardView>& views, std::string_view id) {
    const auto found = std::find_if(views.begin(), views.end(), [&](const CardView& view) { return view.card->id == id; });
    return found == views.end() ? nullptr : &*found;
}

} // namespace

const ParticipantView* ReviewView::participant(std::string_view id) const {
    const auto found = std::find_if(participants.begin(), participants.end(),
                                    [&](const ParticipantView& view) { return view.participant.id == id; });
    return found == participants.end() ? nullptr : &*found;
}

const CardView* ReviewView::card(std::string_view card_id, std::string_view participant_id) const {
    if (participant_id.empty()) return find_card(shared_cards, card_id);
    const ParticipantView* owner = participant(participant_id);
    return owner == nullptr ? nullptr : find_card(owner->cards, card_id);
}

std::string ReviewView::first_with(const process::Card& card) const {
    for (const ParticipantView& view : participants) {
        if (find_card(view.cards, card.id) != nullptr) return view.participant.id;
    }
    return "";
}

const review::Conflict* ReviewView::conflict(const document::FieldKey& key) const {
    for (const review::ConflictGroup& group : conflicts) {
        for (const review::Conflict& conflict : group.conflicts) {
            if (conflict.key == key) return &conflict;
        }
    }
    return nullptr;
}

ReviewView make_view(const document::Document& document, const process::Process& process, process::Language language) {
    const review::RowIndex rows(document);
    const review::Review review(document, process, rows);
    ReviewView view;
    view.title = review.title();
    view.kickoff = review.kickoff();
    view.facilitator = review.facilitator();
    view.conflicts = review::conflicts_of(review, language);
    for (const review::ConflictGroup& group : view.conflicts) view.conflict_count += group.conflicts.size();
    for (review::Participant& participant : review.participants()) {
        const std::string id = participant.id;
        view.participants.push_back({std::move(participant), "", review.learning_question(id), review.visit_of(id),
                                     review.persons_of(id), card_views(review, id, view.conflicts)});
    }
    const std::size_t shared = shared_words(view.participants);
    for (ParticipantView& each : view.participants) each.badge = badge_of(each.participant.name, shared);
    tell_apart(view.participants);
    view.shared_cards = card_views(review, "", view.conflicts);
    std::vector<review::StepProgress> progress;
    for (const process::Step& step : review.process().steps) progress.push_back(progress_of(step, view));
    view.current_step = review::current_step(progress);
    for (std::size_t i = 0; i < progress.size(); ++i) {
        StepView entry{&review.process().steps[i], progress[i], StepState::open};
        if (i == view.current_step)
            entry.state = StepState::current;
        else if (progress[i].complete())
            entry.state = StepState::done;
        view.steps.push_back(entry);
    }
    return view;
}

} // namespace planner::app
