#include "review/availability.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

#include "review/bound_tables.h"
#include "review/ids.h"
#include "review/values.h"

namespace planner::review {
namespace {

constexpr std::array<std::string_view, 4> answers = {"", "yes", "if_needed", "no"};

void mark_best(std::vector<OptionCount>& options) {
    // Of days on which as many can come, the one is better that fewer cannot.
    const auto merit = [](const OptionCount& option) {
        return std::tuple(option.can_come(), option.yes, std::numeric_limits<std::size_t>::max() - option.no);
    };
    const auto best = std::max_element(options.begin(), options.end(),
                                       [&](const auto& left, const auto& right) { return merit(left) < merit(right); });
    if (best == options.end() || best->can_come() == 0) return;
    for (OptionCount& option : options) option.best = merit(option) == merit(*best);
}

} // namespace

document::EntityKey availability_key(std::string_view option, std::string_view participant) {
    return {"availability", card_key(option, participant).id};
}

document::EntityKey day_of_answer(const document::Document& document, const document::EntityKey& answer) {
    const std::string option = split_card_id(answer.id).card;
    for (const BoundTable& table : bound_tables) {
        document::EntityKey day{std::string(table.collection), option};
        if (document.entity(day) != nullptr) return day;
    }
    return {"rows", option};
}

std::string_view to_text(Answer answer) {
    return answers[static_cast<std::size_t>(answer)];
}

Answer answer_in(std::string_view text) {
    const auto found = std::find(answers.begin(), answers.end(), text);
    return found == answers.end() ? Answer::none : static_cast<Answer>(found - answers.begin());
}

Availability availability_of(const Review& review, std::string_view option, std::string_view participant) {
    const document::EntityKey key = availability_key(option, participant);
    if (review.document().is_deleted(key)) return {};
    const auto text = [&](std::string_view field) {
        return text_of(review.document().value({key, std::string(field)}));
    };
    return {answer_in(text(availability_field::answer)), text(availability_field::answered_by),
            text(availability_field::note)};
}

bool has_answered(const Review& review, std::string_view participant) {
    std::vector<DateOption> options = review.date_options();
    options.erase(
        std::remove_if(options.begin(), options.end(), [](const DateOption& option) { return option.date.empty(); }),
        options.end());
    return !options.empty() && std::all_of(options.begin(), options.end(), [&](const DateOption& option) {
        return availability_of(review, option.id, participant).answer != Answer::none;
    });
}

DatePoll count_answers(const Review& review, std::vector<DateOption> options, std::vector<Participant> asked) {
    DatePoll poll;
    for (DateOption& option : options) {
        if (!option.date.empty()) poll.options.push_back({std::move(option)});
    }
    poll.asked = std::move(asked);
    for (const Participant& participant : poll.asked) {
        bool silent = false;
        for (OptionCount& count : poll.options) {
            switch (availability_of(review, count.option.id, participant.id).answer) {
            case Answer::none: silent = true; break;
            case Answer::yes: ++count.yes; break;
            case Answer::if_needed: ++count.if_needed; break;
            case Answer::no: ++count.no; break;
            }
        }
        if (silent) poll.silent.push_back(participant);
    }
    mark_best(poll.options);
    return poll;
}

DatePoll count_answers(const Review& review) {
    return count_answers(review, review.date_options(), review.participants());
}

} // namespace planner::review
