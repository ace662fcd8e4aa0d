#include "process/load_parts.h"

#include <algorithm>
#include <string_view>

namespace planner::process {

namespace {

constexpr std::size_t most_stop_words = 500;
constexpr std::size_t most_themes = 50;
constexpr std::size_t most_words_of_theme = 50;
/// With fewer letters before a "*" half of the language would be about a theme.
constexpr std::size_t least_letters_of_beginning = 3;

/// What stands outside ASCII is taken for a letter, as it is in the texts that people write.
bool is_one_word(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c & 0x80) != 0 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    });
}

/// "op tijd": words with a space between them.
bool are_words(std::string_view text) {
    for (std::size_t space; (space = text.find(' ')) != std::string_view::npos; text.remove_prefix(space + 1)) {
        if (space == 0 || !is_one_word(text.substr(0, space))) return false;
    }
    return !text.empty() && is_one_word(text);
}

std::string load_word(const Node& node) {
    std::string word = node.string();
    if (!is_one_word(word)) node.fail("This must be one word: only letters and digits.");
    return word;
}

std::string load_word_of_theme(const Node& node) {
    std::string word = node.string();
    std::string_view letters = word;
    if (!letters.ends_with('*')) {
        if (!are_words(letters)) node.fail("This must be a word, or words with one space between them: only letters and digits.");
        return word;
    }
    letters.remove_suffix(1);
    if (!is_one_word(letters)) node.fail("This must be one word: letters and digits, and perhaps a \"*\" at its end.");
    if (letters.size() < least_letters_of_beginning) node.fail("At least three letters stand before a \"*\".");
    return word;
}

Theme load_theme(const Node& node) {
    node.expect_members({"id", "title", "words"});
    Theme theme{node.member("id").id(), node.member("title").text(), {}};
    const Node words = node.member("words");
    for (const Node& word : words.items()) theme.words.push_back(load_word_of_theme(word));
    if (theme.words.empty()) words.fail("No word is about this theme.");
    if (theme.words.size() > most_words_of_theme) words.fail("A theme has at most 50 words.");
    return theme;
}

} // namespace

Overlap load_overlap(const Node& root) {
    Overlap overlap;
    if (!root.has("overlap")) return overlap;
    const Node node = root.member("overlap");
    node.expect_members({"stop_words", "themes"});
    for (const Node& word : node.optional_items("stop_words")) overlap.stop_words.push_back(load_word(word));
    if (overlap.stop_words.size() > most_stop_words) node.member("stop_words").fail("There are at most 500 stop words.");
    overlap.themes = load_list(node.optional_items("themes"), load_theme);
    if (overlap.themes.size() > most_themes) node.member("themes").fail("There are at most 50 themes.");
    return overlap;
}

} // namespace planner::process
