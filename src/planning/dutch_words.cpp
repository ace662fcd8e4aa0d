#include "planning/dutch_words.h"

#include <cstddef>
#include <utility>

#include "document/folding.h"

namespace planner::planning {

namespace {

bool is_in(std::string_view letters, char letter) {
    return letters.find(letter) != std::string_view::npos;
}

/// A capital I or Y is a consonant; see mark_consonants().
bool is_vowel(char letter) {
    return is_in("aeiouy", letter);
}

/// Takes endings off one word. The steps have the numbers that they have in the description of the algorithm.
class Stemmer {
public:
    explicit Stemmer(std::string_view folded) : word_(folded) {
        mark_consonants();
        mark_regions();
    }

    std::string stem() {
        step_1();
        const bool removed_e = step_2();
        step_3a();
        step_3b(removed_e);
        step_4();
        for (char& letter : word_) letter = letter == 'I' ? 'i' : letter == 'Y' ? 'y' : letter;
        return word_;
    }

private:
    /// A "y" at the beginning or after a vowel and an "i" between vowels sound like consonants: they become capitals.
    void mark_consonants() {
        for (std::size_t at = 0; at < word_.size(); ++at) {
            const bool after_vowel = at > 0 && is_vowel(word_[at - 1]);
            if (word_[at] == 'y' && (at == 0 || after_vowel)) word_[at] = 'Y';
            const bool before_vowel = at + 1 < word_.size() && is_vowel(word_[at + 1]);
            if (word_[at] == 'i' && after_vowel && before_vowel) word_[at] = 'I';
        }
    }

    /// The place behind the first consonant that follows a vowel, from this place on.
    std::size_t behind_syllable(std::size_t at) const {
        while (at < word_.size() && !is_vowel(word_[at])) ++at;
        while (at < word_.size() && is_vowel(word_[at])) ++at;
        return at < word_.size() ? at + 1 : at;
    }

    /// Endings are only taken off in R1 or R2, so that enough of a word is left.
    void mark_regions() {
        constexpr std::size_t least_before_r1 = 3;
        const std::size_t first = behind_syllable(0);
        r1_ = first < least_before_r1 ? least_before_r1 : first;
        r2_ = behind_syllable(first);
    }

    bool ends_in(std::string_view ending) const { return word_.ends_with(ending); }
    /// Whether that many letters at the end stand in a region.
    bool is_within(std::size_t region, std::size_t letters) const { return word_.size() >= region + letters; }
    /// The letter before that many letters at the end; a vowel when there is none.
    char before(std::size_t letters) const {
        return word_.size() > letters ? word_[word_.size() - letters - 1] : 'a';
    }
    void remove(std::size_t letters) { word_.resize(word_.size() - letters); }

    void undouble() {
        if (ends_in("kk") || ends_in("dd") || ends_in("tt")) remove(1);
    }

    void remove_en(std::size_t letters) {
        if (!is_within(r1_, letters) || is_vowel(before(letters))) return;
        if (std::string_view(word_).substr(0, word_.size() - letters).ends_with("gem")) return;
        remove(letters);
        undouble();
    }

    void step_1() {
        if (ends_in("heden")) {
            if (is_within(r1_, 5)) word_.replace(word_.size() - 5, 5, "heid");
        } else if (ends_in("ene") || ends_in("en")) {
            remove_en(ends_in("ene") ? 3 : 2);
        } else if (ends_in("se") || ends_in("s")) {
            const std::size_t letters = ends_in("se") ? 2 : 1;
            const char last = before(letters);
            if (is_within(r1_, letters) && !is_vowel(last) && last != 'j') remove(letters);
        }
    }

    /// Whether it removed an "e".
    bool step_2() {
        if (!ends_in("e") || !is_within(r1_, 1) || is_vowel(before(1))) return false;
        remove(1);
        undouble();
        return true;
    }

    void step_3a() {
        if (!ends_in("heid") || !is_within(r2_, 4) || before(4) == 'c') return;
        remove(4);
        if (ends_in("en")) remove_en(2);
    }

    bool remove_ig() {
        if (!ends_in("ig") || !is_within(r2_, 2) || before(2) == 'e') return false;
        remove(2);
        return true;
    }

    void step_3b(bool removed_e) {
        if (ends_in("end") || ends_in("ing")) {
            if (!is_within(r2_, 3)) return;
            remove(3);
            if (!remove_ig()) undouble();
        } else if (ends_in("ig")) {
            remove_ig();
        } else if (ends_in("lijk") && is_within(r2_, 4)) {
            remove(4);
            step_2();
        } else if (ends_in("baar") && is_within(r2_, 4)) {
            remove(4);
        } else if (ends_in("bar") && is_within(r2_, 3) && removed_e) {
            remove(3);
        }
    }

    /// A double vowel between consonants becomes one: "maan" and "manen" are one word.
    void step_4() {
        const std::size_t size = word_.size();
        if (size < 4 || is_vowel(word_[size - 1]) || word_[size - 1] == 'I') return;
        const char vowel = word_[size - 2];
        if (is_in("aeou", vowel) && word_[size - 3] == vowel && !is_vowel(word_[size - 4])) word_.erase(size - 2, 1);
    }

    std::string word_;
    std::size_t r1_ = 0, r2_ = 0; ///< where the regions begin
};

/// Without what stands from U+2000 on in Unicode: signs and pictures, which people put against a word.
std::string letters_of(std::string_view folded) {
    constexpr unsigned char first_byte_of_signs = 0xE2;
    std::string letters;
    bool is_letter = true;
    for (const char each : folded) {
        const auto byte = static_cast<unsigned char>(each);
        const bool begins_character = (byte & 0xC0) != 0x80;
        if (begins_character) is_letter = byte < first_byte_of_signs;
        if (is_letter) letters += each;
    }
    return letters;
}

} // namespace

std::string stem(std::string_view folded) {
    return Stemmer(folded).stem();
}

std::vector<DutchWord> dutch_words(std::string_view text) {
    std::vector<DutchWord> words;
    for (const document::FoldedWord& word : document::words_of(text)) {
        std::string folded = letters_of(word.folded);
        if (folded.size() < 2) continue;
        std::string base = stem(folded);
        words.push_back({std::string(text.substr(word.begin, word.end - word.begin)), std::move(folded), std::move(base)});
    }
    return words;
}

} // namespace planner::planning
