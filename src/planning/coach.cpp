#include "planning/coach.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "review/values.h"

namespace planner::planning {

namespace {

using Words = std::vector<std::string>;

/// A question does not begin further on; somebody who pastes a book must not wait for every key.
constexpr std::size_t most_bytes = 4000;

/// A sentence in small letters. A comma, a colon and the like stand between the words as one ",".
struct Sentence {
    Words words;
    bool is_question = false;
};

struct Piece {
    enum class Kind { letter, space, comma, end } kind;
    std::size_t bytes;
};

/// Quotation marks and dashes outside ASCII start with these two bytes in UTF-8.
bool is_wide_punctuation(std::string_view rest) {
    return rest.size() >= 3 && rest[0] == '\xe2' && rest[1] == '\x80';
}

Piece piece_at(std::string_view rest) {
    constexpr std::string_view ends = ".!?\n", commas = ",;:()";
    const char c = rest.front();
    if (is_wide_punctuation(rest)) return {Piece::Kind::space, 3};
    if (ends.find(c) != std::string_view::npos) return {Piece::Kind::end, 1};
    if (commas.find(c) != std::string_view::npos) return {Piece::Kind::comma, 1};
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    return {letter ? Piece::Kind::letter : Piece::Kind::space, 1};
}

std::vector<Sentence> sentences_of(std::string_view text) {
    std::vector<Sentence> sentences;
    Sentence sentence;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) sentence.words.push_back(std::move(word));
        word.clear();
    };
    const auto end_sentence = [&] {
        end_word();
        if (!sentence.words.empty()) sentences.push_back(std::move(sentence));
        sentence = {};
    };
    for (std::string_view rest = text; !rest.empty();) {
        const Piece piece = piece_at(rest);
        const char c = rest.front();
        rest.remove_prefix(piece.bytes);
        if (piece.kind == Piece::Kind::letter) {
            word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            continue;
        }
        end_word();
        if (piece.kind == Piece::Kind::comma) sentence.words.emplace_back(",");
        if (piece.kind != Piece::Kind::end) continue;
        sentence.is_question = c == '?';
        end_sentence();
    }
    end_sentence();
    return sentences;
}

/// How many words the entry takes at this place; 0 when it does not stand there.
std::size_t taken_by(const Words& words, std::size_t place, std::string_view entry) {
    for (std::size_t count = 1; place < words.size(); ++place, ++count) {
        if (!entry.starts_with(words[place])) return 0;
        entry.remove_prefix(words[place].size());
        if (entry.empty()) return count;
        if (entry.front() != ' ') return 0;
        entry.remove_prefix(1);
    }
    return 0;
}

/// The same for the longest of the entries.
std::size_t length_at(const Words& words, std::size_t place, const std::vector<std::string>& entries) {
    std::size_t longest = 0;
    for (const std::string& entry : entries) longest = std::max(longest, taken_by(words, place, entry));
    return longest;
}

/// Whether an open question begins at this place, perhaps after words that may stand before it.
bool opens_at(const Words& words, std::size_t place, const QuestionWords& known) {
    for (;;) {
        if (length_at(words, place, known.open) > 0) return true;
        const std::size_t skipped = length_at(words, place, known.before);
        if (skipped == 0) return false;
        place += skipped;
    }
}

bool is_open(const Sentence& sentence, const QuestionWords& known) {
    if (opens_at(sentence.words, 0, known)) return true;
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
        if (sentence.words[i] == "," && opens_at(sentence.words, i + 1, known)) return true;
    }
    return false;
}

bool asks_twice(const Sentence& sentence, const QuestionWords& known) {
    for (std::size_t i = 1; i < sentence.words.size(); ++i) {
        const std::size_t joined = length_at(sentence.words, i, known.joining);
        if (joined > 0 && opens_at(sentence.words, i + joined, known)) return true;
    }
    return false;
}

bool says_purpose(const std::vector<Sentence>& sentences, const QuestionWords& known) {
    for (const Sentence& sentence : sentences) {
        for (std::size_t i = 0; i < sentence.words.size(); ++i) {
            if (length_at(sentence.words, i, known.purpose) > 0) return true;
        }
    }
    return false;
}

std::size_t known_words(const std::vector<Sentence>& sentences, const QuestionWords& known) {
    std::size_t count = 0;
    for (const Sentence& sentence : sentences) {
        for (std::size_t i = 0; i < sentence.words.size(); ++i) {
            for (const auto* entries : {&known.open, &known.before, &known.joining}) {
                count += length_at(sentence.words, i, *entries) > 0 ? 1 : 0;
            }
        }
    }
    return count;
}

const QuestionWords& language_of(const std::vector<Sentence>& sentences, std::span<const QuestionWords> languages) {
    return *std::max_element(languages.begin(), languages.end(), [&](const auto& a, const auto& b) {
        return known_words(sentences, a) < known_words(sentences, b);
    });
}

/// As people count them: what stands between spaces.
std::size_t count_words(std::string_view text) {
    std::size_t count = 0;
    bool inside = false;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        count += !blank && !inside ? 1 : 0;
        inside = !blank;
    }
    return count;
}

/// What is asked: every question, or everything when there is none.
std::vector<Sentence> questions_in(const std::vector<Sentence>& sentences) {
    std::vector<Sentence> questions;
    std::copy_if(sentences.begin(), sentences.end(), std::back_inserter(questions),
                 [](const Sentence& sentence) { return sentence.is_question; });
    return questions.empty() ? sentences : questions;
}

struct Look {
    std::string_view text;
    std::vector<Sentence> sentences;
    std::vector<Sentence> asked;
    const QuestionWords& known;
    Purpose purpose;

    bool has_question() const { return asked.front().is_question; }
    bool open() const { return is_open(asked.front(), known); }
    bool single() const {
        const bool twice =
            std::any_of(asked.begin(), asked.end(), [&](const Sentence& each) { return asks_twice(each, known); });
        return !twice && (asked.size() == 1 || !has_question());
    }
};

bool is_good(const Look& look, const process::CoachCheck& check) {
    switch (check.kind) {
    case process::CoachCheckKind::is_question: return look.has_question();
    case process::CoachCheckKind::is_open: return look.open();
    case process::CoachCheckKind::is_single: return look.single();
    case process::CoachCheckKind::is_short: return count_words(look.text) <= check.words;
    case process::CoachCheckKind::has_purpose:
        return look.purpose == Purpose::written || says_purpose(look.sentences, look.known);
    }
    return true;
}

} // namespace

std::vector<CoachRemark> look_at_question(const process::Coach& coach, std::string_view text,
                                          std::span<const QuestionWords> languages, Purpose purpose) {
    const std::vector<Sentence> sentences = sentences_of(text.substr(0, most_bytes));
    if (sentences.empty() || languages.empty()) return {};
    const Look look{text, sentences, questions_in(sentences), language_of(sentences, languages), purpose};
    std::vector<CoachRemark> remarks;
    for (const process::CoachCheck& check : coach.checks) {
        const bool about_openness = check.kind == process::CoachCheckKind::is_open;
        if (about_openness && !look.has_question() && !look.open()) continue;
        if (check.kind == process::CoachCheckKind::has_purpose && purpose == Purpose::not_asked) continue;
        remarks.push_back({&check, is_good(look, check) ? CoachFinding::good : CoachFinding::could_be_better});
    }
    return remarks;
}

Purpose purpose_of(const review::Review& review, const process::Coach& coach, std::string_view participant) {
    bool named = false, asked = false;
    for (const process::CoachCheck& check : coach.checks) {
        for (const process::FieldReference& reference : check.fields) {
            named = true;
            const process::Card* card = review.process().card(reference.card);
            const process::Field* field = card ? card->field(reference.field) : nullptr;
            if (!field) continue;
            const std::vector<std::string> owners = review.subjects(card->scope);
            if (std::find(owners.begin(), owners.end(), participant) == owners.end()) continue;
            asked = true;
            if (review::is_filled(review.value(card->id, participant, *field))) return Purpose::written;
        }
    }
    return named && !asked ? Purpose::not_asked : Purpose::not_written;
}

} // namespace planner::planning
