#include "planning/overlap.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "document/folding.h"
#include "planning/dutch_words.h"

namespace planner::planning {

namespace {

using process::Theme;

/// In a text of pages everything is said, so that it would be like every question.
constexpr std::size_t most_bytes_of_question = 1000;
/// Words of which both questions say one are often about something else ("tijd"); a theme is what a question is about.
constexpr std::size_t theme_counts_for = 2;
constexpr std::size_t least_shared = 2;
constexpr double least_weight = 0.3;

using Words = std::vector<std::string>;

bool contains(const Words& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool contains_space(std::string_view words) {
    return words.find(' ') != std::string_view::npos;
}

/// A theme and its words, ready to look for.
struct KnownTheme {
    const Theme* theme;
    Words stems;
    Words beginnings;
    Words phrases; ///< with a space before and after

    bool has(const DutchWord& word) const {
        return contains(stems, word.stem) || std::any_of(beginnings.begin(), beginnings.end(), [&](const std::string& each) {
                   return word.folded.starts_with(each);
               });
    }
    /// `spoken` holds the words of a text as they follow each other, with a space around each.
    bool has_phrase_in(std::string_view spoken) const {
        return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& each) { return spoken.find(each) != std::string_view::npos; });
    }
};

/// What a process says about words; looked through from front to back, because it is short.
struct Vocabulary {
    Words stop_words;
    std::vector<KnownTheme> themes;
};

Vocabulary vocabulary_of(const process::Overlap& overlap) {
    Vocabulary vocabulary;
    for (const std::string& word : overlap.stop_words) vocabulary.stop_words.push_back(document::folded(word));
    for (const Theme& theme : overlap.themes) {
        KnownTheme& known = vocabulary.themes.emplace_back(KnownTheme{&theme, {}, {}, {}});
        for (const std::string& each : theme.words) {
            std::string word = document::folded(each);
            if (contains_space(word)) {
                known.phrases.push_back(" " + word + " ");
                continue;
            }
            const bool is_beginning = word.ends_with('*');
            if (is_beginning) word.pop_back();
            (is_beginning ? known.beginnings : known.stems).push_back(is_beginning ? word : stem(word));
        }
    }
    return vocabulary;
}

/// Whether two words are one, or one is the beginning or the end of the other: "gesprek" and "voortgangsgesprek".
bool are_related(const DutchWord& left, const DutchWord& right) {
    constexpr std::size_t least_letters_of_part = 5;
    const bool is_left_shorter = left.stem.size() < right.stem.size();
    const std::string& part = is_left_shorter ? left.stem : right.stem;
    const std::string& whole = is_left_shorter ? right.stem : left.stem;
    if (part.size() < least_letters_of_part) return part == whole;
    return whole.starts_with(part) || whole.ends_with(part);
}

/// What a participant's question says.
struct Said {
    std::string participant;
    std::vector<DutchWord> words;     ///< in the order of the question, each stem once
    std::vector<const Theme*> themes; ///< in the order of the process, each once

    std::size_t size() const { return words.size() + theme_counts_for * themes.size(); }
    bool has(const DutchWord& word) const {
        return std::any_of(words.begin(), words.end(), [&](const DutchWord& each) { return each.stem == word.stem; });
    }
    bool has_related(const DutchWord& word) const {
        return std::any_of(words.begin(), words.end(), [&](const DutchWord& each) { return are_related(each, word); });
    }
};

Said said_in(std::string_view question, std::string participant, const Vocabulary& vocabulary) {
    Said said{std::move(participant), {}, {}};
    std::string spoken = " ";
    for (DutchWord& word : dutch_words(question.substr(0, most_bytes_of_question))) {
        spoken += word.folded + " ";
        if (!contains(vocabulary.stop_words, word.folded) && !said.has(word)) said.words.push_back(std::move(word));
    }
    for (const KnownTheme& known : vocabulary.themes) {
        const auto is_about_it = [&](const DutchWord& word) { return known.has(word); };
        if (std::any_of(said.words.begin(), said.words.end(), is_about_it) || known.has_phrase_in(spoken)) said.themes.push_back(known.theme);
    }
    return said;
}

/// Whether it is all that a theme is called: who hears of the theme, has heard it.
bool is_name_of(const Theme& theme, const std::string& written) {
    const std::string said = stem(document::folded(written));
    const auto is_title = [&](const std::string& title) { return stem(document::folded(title)) == said; };
    return is_title(theme.title.nl) || is_title(theme.title.en);
}

QuestionOverlap compare(const Said& left, const Said& right) {
    QuestionOverlap overlap{left.participant, right.participant, {}, {}};
    for (const DutchWord& word : left.words) {
        if (right.has_related(word)) overlap.words.push_back(word.written);
    }
    for (const Theme* theme : left.themes) {
        const bool both = std::find(right.themes.begin(), right.themes.end(), theme) != right.themes.end();
        if (both) overlap.themes.push_back(theme);
    }
    const std::size_t shared = overlap.words.size() + theme_counts_for * overlap.themes.size();
    if (shared == 0) return overlap;
    // Two words may be related to the same one of a shorter question, so there may be more that both say than it says.
    const std::size_t least = std::min(left.size(), right.size());
    overlap.weight = static_cast<double>(std::min(shared, least)) / static_cast<double>(least);
    overlap.similar = shared >= least_shared && overlap.weight >= least_weight;
    std::erase_if(overlap.words, [&](const std::string& word) {
        return std::any_of(overlap.themes.begin(), overlap.themes.end(), [&](const Theme* theme) { return is_name_of(*theme, word); });
    });
    return overlap;
}

} // namespace

std::vector<QuestionOverlap> question_overlaps(const review::Review& review) {
    std::vector<QuestionOverlap> overlaps;
    if (review.process().overlap.empty()) return overlaps;
    const Vocabulary vocabulary = vocabulary_of(review.process().overlap);
    std::vector<Said> all;
    for (review::Participant& participant : review.participants()) {
        const std::string question = review.learning_question(participant.id);
        if (!question.empty()) all.push_back(said_in(question, std::move(participant.id), vocabulary));
    }
    for (std::size_t left = 0; left < all.size(); ++left) {
        for (std::size_t right = left + 1; right < all.size(); ++right) overlaps.push_back(compare(all[left], all[right]));
    }
    return overlaps;
}

} // namespace planner::planning
