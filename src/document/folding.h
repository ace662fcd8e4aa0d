#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace planner::document {

/// Lower case without accents, for searching and file names: "Één Überblick" -> "een uberblick". Combining marks are
/// dropped; letters beyond Latin pass unchanged.
std::string folded(std::string_view text);

/// Whether `text` contains every word of `words`; both are folded. No words are in every text.
bool contains_words(std::string_view text, std::string_view words);

/// A run of letters and digits in a text.
struct FoldedWord {
    std::size_t begin = 0, end = 0; ///< bytes
    std::string folded;
};

/// The words of a text, from front to back. Beyond ASCII everything counts as a letter but the blanks, dashes and quotation
/// marks of U+2000 to U+206F and the signs of Latin 1, which people put against a word.
std::vector<FoldedWord> words_of(std::string_view text);

/// A part of a text, in bytes.
struct Span {
    std::size_t begin = 0, end = 0;
};

/// Where words stand in a text as whole words in this order, whatever their capitals and accents, with white space, quotes
/// or dashes between them. From front to back, without overlap; nothing when there are no words.
std::vector<Span> find_phrase(std::string_view text, std::string_view words);

} // namespace planner::document
