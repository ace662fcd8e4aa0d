#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "process/coach.h"
#include "review/review.h"

namespace planner::planning {

/// The words by which a question in one language is recognised, in small letters. One entry may be several words, with
/// one space between them.
struct QuestionWords {
    std::vector<std::string> open;    ///< an open question begins with one of these: how, what
    std::vector<std::string> before;  ///< what may stand before such a word: in (what way), but (how)
    std::vector<std::string> joining; ///< between two questions in one sentence: and (what)
    std::vector<std::string> purpose; ///< what comes after it says what the answer is for: so that
};

enum class CoachFinding { good, could_be_better };

/// What the planner sees of a question. It explains and never stops anybody.
struct CoachRemark {
    const process::CoachCheck* check = nullptr;
    CoachFinding finding = CoachFinding::good;
};

/// Whether people wrote somewhere else what they will do with the answer; not_asked when no card asks them.
enum class Purpose { not_asked, not_written, written };

/// The remarks on a question, in the order of the coach's checks; none on an empty text. A text without a question is
/// only told so: whether it is open cannot be seen. The language whose words it has most of counts; the first one when
/// that does not decide. Points into the coach, which must outlive the result.
std::vector<CoachRemark> look_at_question(const process::Coach& coach, std::string_view text,
                                          std::span<const QuestionWords> languages, Purpose purpose);

/// Whether this participant filled in a field that the coach names for it. When the coach names none, only the question
/// itself can say it: not_written.
Purpose purpose_of(const review::Review& review, const process::Coach& coach, std::string_view participant);

} // namespace planner::planning
