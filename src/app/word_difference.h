#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace planner::app {

enum class WordChange { same, removed, added };

struct DifferencePart {
    WordChange change;
    std::string text;
};

/// What changed between two texts, word by word, for people to see: the parts that are the same or removed make `before`
/// together, those that are the same or added make `after`, both to the last byte. The shortest script of E. W. Myers, An
/// O(ND) Difference Algorithm and Its Variations (1986), in linear space; texts that have little in common are told apart
/// as a whole, so that it always takes a moment only. White space alone is nothing that two texts share.
std::vector<DifferencePart> word_difference(std::string_view before, std::string_view after);

/// How much two texts share: letters of the same parts out of those of the longer one, from 0 to 1; 1 for two empty texts.
double likeness(const std::vector<DifferencePart>& parts);

/// A text to begin with when two people changed the same one: what both have once, and where they differ first the words of
/// the one and then those of the other. Texts that share less than half come after each other, with `between` between them.
std::string combined(std::string_view one, std::string_view other, std::string_view between = "\n\n");

} // namespace planner::app
