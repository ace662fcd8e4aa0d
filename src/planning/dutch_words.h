#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace planner::planning {

/// What is left of a Dutch word without its endings, so that "opgave" and "opgaven" are one: "opgav". It need not be a
/// word. By the Dutch stemmer that Martin Porter published for Snowball (snowballstem.org, today "dutch_porter"), with one
/// difference: the word is folded already, so an "è" counts as an "e".
std::string stem(std::string_view folded);

struct DutchWord {
    std::string written; ///< as it stands in the text
    std::string folded;  ///< small letters without accents (document/folding.h)
    std::string stem;
};

/// The words of a text, from front to back. One letter is no word ("foto's", "'t"), and signs and pictures are no letters.
std::vector<DutchWord> dutch_words(std::string_view text);

} // namespace planner::planning
