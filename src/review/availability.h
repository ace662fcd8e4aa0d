#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/key.h"
#include "review/review.h"

namespace planner::review {

/// Whether a participant can come on a day that is proposed.
enum class Answer { none, yes, if_needed, no };

/// What one participant answered about one day.
struct Availability {
    Answer answer = Answer::none;
    std::string answered_by;
    std::string note;
};

/// Where that answer is kept. Derived, so that the answer of one participant in two copies is one answer.
document::EntityKey availability_key(std::string_view option, std::string_view participant);
/// The day that an answer is about, also when it was taken back: a row of a table.
document::EntityKey day_of_answer(const document::Document& document, const document::EntityKey& answer);

/// Fields of such an entity.
namespace availability_field {
constexpr std::string_view option = "option"; ///< id of the proposed day
constexpr std::string_view participant = "participant";
constexpr std::string_view answer = "answer"; ///< "yes", "if_needed" or "no"; anything else is no answer
constexpr std::string_view answered_by = "answered_by";
constexpr std::string_view note = "note";
} // namespace availability_field

/// The value of the field `answer`; "" for none.
std::string_view to_text(Answer answer);
Answer answer_in(std::string_view text);

Availability availability_of(const Review& review, std::string_view option, std::string_view participant);

/// Whether the participant answered every day that is proposed for the kickoff; false as long as there is none.
bool has_answered(const Review& review, std::string_view participant);

/// One proposed day and the answers to it, counted.
struct OptionCount {
    DateOption option;
    std::size_t yes = 0;
    std::size_t if_needed = 0;
    std::size_t no = 0;
    /// Most participants can come, and of those days most of them without objection. Several days may be equally good.
    bool best = false;

    std::size_t can_come() const { return yes + if_needed; }
};

struct DatePoll {
    std::vector<OptionCount> options; ///< those with a date, in their order
    std::vector<Participant> asked;
    std::vector<Participant> silent; ///< who left at least one of the days open

    bool empty() const { return options.empty(); }
};

/// What those who are asked answered. Nothing is best as long as nobody can come.
DatePoll count_answers(const Review& review, std::vector<DateOption> options, std::vector<Participant> asked);
/// The answers of everybody who takes part, to the days that are proposed for the kickoff.
DatePoll count_answers(const Review& review);

} // namespace planner::review
