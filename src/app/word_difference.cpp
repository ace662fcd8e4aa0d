#include "app/word_difference.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace planner::app {

namespace {

using Words = std::vector<std::string_view>;

bool is_space(char letter) {
    return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
}

/// Words and the white space between them, in turns.
Words words_of(std::string_view text) {
    Words words;
    std::size_t begin = 0;
    while (begin < text.size()) {
        std::size_t end = begin + 1;
        while (end < text.size() && is_space(text[end]) == is_space(text[begin]))
            ++end;
        words.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return words;
}

/// A stretch of both texts: words [before, before_end) and [after, after_end).
struct Box {
    int before, before_end, after, after_end;

    int width() const { return before_end - before; }
    int height() const { return after_end - after; }
};

/// Where a shortest script passes through the middle of a box.
struct Middle {
    int before, after;
    bool found;
};

/// So many words are changed on one side before the search in a box is given up.
constexpr int most_changes = 1200;

class Script {
public:
    Script(Words before, Words after) : before_(std::move(before)), after_(std::move(after)) {}

    std::vector<DifferencePart> run() {
        divide({0, static_cast<int>(before_.size()), 0, static_cast<int>(after_.size())});
        flush();
        return std::move(parts_);
    }

private:
    bool is_same(int before, int after) const {
        return before_[static_cast<std::size_t>(before)] == after_[static_cast<std::size_t>(after)];
    }

    void divide(Box box) {
        const int begin = box.before;
        while (box.width() > 0 && box.height() > 0 && is_same(box.before, box.after)) {
            ++box.before;
            ++box.after;
        }
        keep(begin, box.before);
        const int end = box.before_end;
        while (box.width() > 0 && box.height() > 0 && is_same(box.before_end - 1, box.after_end - 1)) {
            --box.before_end;
            --box.after_end;
        }
        if (box.width() == 0 || box.height() == 0) {
            replace(box);
        } else if (const Middle middle = middle_of(box); middle.found) {
            divide({box.before, middle.before, box.after, middle.after});
            divide({middle.before, box.before_end, middle.after, box.after_end});
        } else {
            replace(box);
        }
        keep(box.before_end, end);
    }

    /// Searches from both corners of a box at once until the paths meet.
    Middle middle_of(const Box& box) {
        const int width = box.width(), height = box.height(), delta = width - height;
        const bool odd = delta % 2 != 0;
        const int most = std::min((width + height + 1) / 2, most_changes), size = 2 * most + 2;
        forward_.assign(static_cast<std::size_t>(size), 0);
        backward_.assign(static_cast<std::size_t>(size), 0);
        const auto at = [&](std::vector<int>& reached, int diagonal) -> int& {
            return reached[static_cast<std::size_t>((diagonal % size + size) % size)];
        };
        for (int changes = 0; changes <= most; ++changes) {
            for (int diagonal = -changes; diagonal <= changes; diagonal += 2) {
                int x = step(at(forward_, diagonal - 1), at(forward_, diagonal + 1), diagonal, changes);
                int y = x - diagonal;
                while (x < width && y < height && y >= 0 && x >= 0 && is_same(box.before + x, box.after + y)) {
                    ++x;
                    ++y;
                }
                at(forward_, diagonal) = x;
                const int other = delta - diagonal;
                if (odd && other >= -(changes - 1) && other <= changes - 1 && x + at(backward_, other) >= width)
                    return inside(box, x, y);
            }
            for (int diagonal = -changes; diagonal <= changes; diagonal += 2) {
                int x = step(at(backward_, diagonal - 1), at(backward_, diagonal + 1), diagonal, changes);
                int y = x - diagonal;
                while (x < width && y < height && y >= 0 && x >= 0 &&
                       is_same(box.before_end - 1 - x, box.after_end - 1 - y)) {
                    ++x;
                    ++y;
                }
                at(backward_, diagonal) = x;
                const int other = delta - diagonal;
                if (!odd && other >= -changes && other <= changes && x + at(forward_, other) >= width)
                    return inside(box, width - x, height - y);
            }
        }
        return {0, 0, false};
    }

    /// How far a path comes with one change more, on the better of the two diagonals beside it.
    static int step(int below, int above, int diagonal, int changes) {
        if (changes == 0)
            return 0;
        return diagonal == -changes || (diagonal != changes && below < above) ? above : below + 1;
    }

    /// A point outside the box, or in a corner of it, would divide nothing.
    static Middle inside(const Box& box, int x, int y) {
        const bool divides = x >= 0 && y >= 0 && x <= box.width() && y <= box.height() && x + y > 0 &&
                             x + y < box.width() + box.height();
        return {box.before + x, box.after + y, divides};
    }

    void keep(int begin, int end) {
        for (int word = begin; word < end; ++word)
            add(WordChange::same, before_[static_cast<std::size_t>(word)]);
    }

    void replace(const Box& box) {
        for (int word = box.before; word < box.before_end; ++word)
            add(WordChange::removed, before_[static_cast<std::size_t>(word)]);
        for (int word = box.after; word < box.after_end; ++word)
            add(WordChange::added, after_[static_cast<std::size_t>(word)]);
    }

    /// Gathers what is removed and added next to each other.
    void add(WordChange change, std::string_view word) {
        if (change == WordChange::same) {
            flush();
            append(change, word);
        } else {
            (change == WordChange::removed ? removed_ : added_) += word;
        }
    }

    void flush() {
        append(WordChange::removed, std::exchange(removed_, {}));
        append(WordChange::added, std::exchange(added_, {}));
    }

    void append(WordChange change, std::string_view text) {
        if (text.empty())
            return;
        if (!parts_.empty() && parts_.back().change == change)
            parts_.back().text += text;
        else
            parts_.push_back({change, std::string(text)});
    }

    Words before_, after_;
    std::vector<int> forward_, backward_;
    std::string removed_, added_;
    std::vector<DifferencePart> parts_;
};

bool is_blank(const DifferencePart& part) {
    return part.change == WordChange::same && std::all_of(part.text.begin(), part.text.end(), is_space);
}

/// Makes one change of two with only white space between them: people read "een twee" beside "drie vier", not four bits.
std::vector<DifferencePart> joined(const std::vector<DifferencePart>& parts) {
    std::vector<DifferencePart> result;
    std::string removed, added;
    const auto flush = [&] {
        if (!removed.empty())
            result.push_back({WordChange::removed, std::exchange(removed, {})});
        if (!added.empty())
            result.push_back({WordChange::added, std::exchange(added, {})});
    };
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const DifferencePart& part = parts[i];
        const bool between = !removed.empty() && !added.empty() && i + 1 < parts.size() && parts[i + 1].change != WordChange::same;
        if (part.change == WordChange::removed)
            removed += part.text;
        else if (part.change == WordChange::added)
            added += part.text;
        else if (is_blank(part) && between) {
            removed += part.text;
            added += part.text;
        } else {
            flush();
            result.push_back(part);
        }
    }
    flush();
    return result;
}

} // namespace

std::vector<DifferencePart> word_difference(std::string_view before, std::string_view after) {
    return joined(Script(words_of(before), words_of(after)).run());
}

double likeness(const std::vector<DifferencePart>& parts) {
    std::size_t same = 0, before = 0, after = 0;
    for (const DifferencePart& part : parts) {
        same += part.change == WordChange::same ? part.text.size() : 0;
        before += part.change == WordChange::added ? 0 : part.text.size();
        after += part.change == WordChange::removed ? 0 : part.text.size();
    }
    const std::size_t longer = std::max(before, after);
    return longer == 0 ? 1 : static_cast<double>(same) / static_cast<double>(longer);
}

std::string combined(std::string_view one, std::string_view other, std::string_view between) {
    if (one.empty() || other.empty())
        return std::string(one.empty() ? other : one);
    const std::vector<DifferencePart> parts = word_difference(one, other);
    if (likeness(parts) < 0.5)
        return std::string(one).append(between).append(other);
    std::string text;
    for (const DifferencePart& part : parts) {
        const bool touches = part.change == WordChange::added && !text.empty() && !is_space(text.back()) && !is_space(part.text.front());
        text += (touches ? " " : "") + part.text;
    }
    return text;
}

} // namespace planner::app
