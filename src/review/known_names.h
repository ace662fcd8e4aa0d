#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace planner::review {

/// Somebody, or an institution, and what a copy without names says instead.
struct Alias {
    std::string name;  ///< as it is written where it was filled in
    std::string alias; ///< "Contactpersoon 1"
    bool operator==(const Alias&) const = default;
};

/// Whether a text may say a part of the name only: of "Jan de Vries" also "Jan" and "Vries", with a capital as there.
enum class NameParts { whole_only, also_parts };

/// Names that are looked for in texts: as whole words, in any case and with or without accents, longest first. A short
/// word that is a name with a capital is only that name where the text has a capital too ("An", but not "an").
class KnownNames {
public:
    /// Nothing happens for a name of fewer than two letters and digits: replacing it would not leave a text readable.
    /// A part that two names share stands for `nobody_in_particular`.
    void add(const Alias& alias, NameParts parts, std::string_view nobody_in_particular);

    /// The text with every name replaced. What is put in is not looked at again.
    std::string replaced(std::string_view text) const;

    /// The names, or parts of names, that the text says, in its order, as they stand there.
    std::vector<std::string> found_in(std::string_view text) const;

private:
    enum class Capital { either, as_here };
    struct Entry {
        std::vector<std::string> words; ///< folded
        std::string alias;
        Capital capital = Capital::either;
    };
    struct Word;
    static std::vector<Word> words_of(std::string_view text);
    void add_entry(Entry entry, std::string_view nobody_in_particular);
    const Entry* match(const std::vector<Word>& words, std::size_t at) const;
    template <class Visit>
    void for_each_match(std::string_view text, Visit visit) const;

    std::map<std::string, std::vector<Entry>, std::less<>> entries_; ///< by first word, those of most words first
};

} // namespace planner::review
