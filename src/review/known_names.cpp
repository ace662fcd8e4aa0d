#include "review/known_names.h"

#include <algorithm>
#include <utility>

#include "document/folding.h"
#include "document/utf8.h"

namespace planner::review {

struct KnownNames::Word : document::FoldedWord {
    bool has_capital = false; ///< begins with one
};

namespace {

/// A name of so few letters may be an ordinary word as well.
constexpr std::size_t short_word = 3;
/// A part of a name that is shorter says nothing by itself ("de").
constexpr std::size_t shortest_part = 3;

/// A to Z, and À to Þ.
bool is_capital(std::string_view character) {
    if (character.size() == 1) return character[0] >= 'A' && character[0] <= 'Z';
    return character.size() == 2 && character[0] == '\xC3' && static_cast<unsigned char>(character[1]) < 0x9F;
}

bool is_number(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char each) { return each >= '0' && each <= '9'; });
}

} // namespace

std::vector<KnownNames::Word> KnownNames::words_of(std::string_view text) {
    std::vector<Word> words;
    for (document::FoldedWord& word : document::words_of(text)) {
        const std::size_t length = std::max<std::size_t>(document::utf8_sequence_length(text, word.begin), 1);
        const bool has_capital = is_capital(text.substr(word.begin, length));
        words.push_back({std::move(word), has_capital});
    }
    return words;
}

void KnownNames::add_entry(Entry entry, std::string_view nobody_in_particular) {
    std::vector<Entry>& those = entries_[entry.words.front()];
    for (Entry& there : those) {
        if (there.words != entry.words) continue;
        // A whole name goes before a part of another.
        if (there.capital == Capital::either || there.alias == entry.alias) return;
        if (entry.capital == Capital::as_here) entry.alias = nobody_in_particular;
        there = std::move(entry);
        return;
    }
    const auto before = std::find_if(those.begin(), those.end(), [&](const Entry& there) {
        return there.words.size() < entry.words.size();
    });
    those.insert(before, std::move(entry));
}

void KnownNames::add(const Alias& alias, NameParts parts, std::string_view nobody_in_particular) {
    const std::vector<Word> words = words_of(alias.name);
    Entry whole;
    whole.alias = alias.alias;
    std::size_t letters = 0, capitals = 0;
    for (const Word& word : words) {
        whole.words.push_back(word.folded);
        letters += word.folded.size();
        capitals += word.has_capital ? 1 : 0;
    }
    if (letters < 2 || (words.size() == 1 && is_number(words[0].folded))) return;
    if (words.size() == 1 && letters <= short_word && words[0].has_capital) whole.capital = Capital::as_here;
    add_entry(std::move(whole), nobody_in_particular);
    // One capital is that of the beginning: "Docent gastvrijheid" has no first and last name.
    constexpr std::size_t most_words_of_a_name = 6;
    if (parts == NameParts::whole_only || capitals < 2 || words.size() > most_words_of_a_name) return;
    for (const Word& word : words) {
        if (word.has_capital && word.folded.size() >= shortest_part)
            add_entry({{word.folded}, alias.alias, Capital::as_here}, nobody_in_particular);
    }
}

const KnownNames::Entry* KnownNames::match(const std::vector<Word>& words, std::size_t at) const {
    const auto those = entries_.find(words[at].folded);
    if (those == entries_.end()) return nullptr;
    for (const Entry& entry : those->second) {
        if (entry.words.size() > words.size() - at) continue;
        if (entry.capital == Capital::as_here && !words[at].has_capital) continue;
        const auto same = [](const std::string& wanted, const Word& word) { return wanted == word.folded; };
        if (std::equal(entry.words.begin(), entry.words.end(), words.begin() + static_cast<std::ptrdiff_t>(at), same))
            return &entry;
    }
    return nullptr;
}

template <class Visit>
void KnownNames::for_each_match(std::string_view text, Visit visit) const {
    const std::vector<Word> words = words_of(text);
    for (std::size_t at = 0; at < words.size();) {
        const Entry* entry = match(words, at);
        const std::size_t count = entry == nullptr ? 1 : entry->words.size();
        if (entry != nullptr) visit(words[at].begin, words[at + count - 1].end, *entry);
        at += count;
    }
}

std::string KnownNames::replaced(std::string_view text) const {
    std::string result;
    std::size_t done = 0;
    for_each_match(text, [&](std::size_t begin, std::size_t end, const Entry& entry) {
        result += text.substr(done, begin - done);
        result += entry.alias;
        done = end;
    });
    result += text.substr(done);
    return result;
}

std::vector<std::string> KnownNames::found_in(std::string_view text) const {
    std::vector<std::string> found;
    for_each_match(text, [&](std::size_t begin, std::size_t end, const Entry&) {
        found.emplace_back(text.substr(begin, end - begin));
    });
    return found;
}

} // namespace planner::review
