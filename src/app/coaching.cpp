#include "app/coaching.h"

#include <algorithm>
#include <array>

#include "app/texts.h"

namespace planner::app {

namespace {

/// The entries of a text that lists them: "how, what".
std::vector<std::string> entries(const std::string& list) {
    std::vector<std::string> result;
    for (std::size_t start = 0; start < list.size();) {
        const std::size_t end = std::min(list.find(", ", start), list.size());
        result.push_back(list.substr(start, end - start));
        start = end + 2;
    }
    return result;
}

planning::QuestionWords question_words(process::Language language) {
    const Texts texts(language);
    return {entries(texts.tr("question.open")), entries(texts.tr("question.before")),
            entries(texts.tr("question.joining")), entries(texts.tr("question.purpose"))};
}

} // namespace

std::vector<planning::CoachRemark> coach_remarks(const review::Review& review, std::string_view participant,
                                                 std::string_view question, process::Language screen) {
    using process::Language;
    static const std::array dutch_first{question_words(Language::dutch), question_words(Language::english)};
    static const std::array english_first{dutch_first[1], dutch_first[0]};
    const process::Coach& coach = review.process().coach;
    return planning::look_at_question(coach, question, screen == Language::dutch ? dutch_first : english_first,
                                      planning::purpose_of(review, coach, participant));
}

} // namespace planner::app
