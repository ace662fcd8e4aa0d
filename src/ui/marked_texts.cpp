#include "ui/marked_texts.h"

#include "ui/screen_state.h"

#include "app/word_difference.h"

#include <algorithm>

namespace planner::ui {

namespace {

constexpr std::size_t most_remembered = 16;
constexpr std::string_view blanks = " \t\r\n";

/// Without the white space around the words, which would look like a mark beside them.
void add_range(std::vector<kit::TextRange>& ranges, std::size_t begin, const std::string& words) {
    const std::size_t first = words.find_first_not_of(blanks);
    if (first != std::string::npos)
        ranges.push_back({begin + first, begin + words.find_last_not_of(blanks) + 1});
}

MarkedTexts compared(const std::string& one, const std::string& other) {
    MarkedTexts result{one, other, {}, {}};
    const std::vector<app::DifferencePart> parts = app::word_difference(one, other);
    if (app::likeness(parts) == 0)
        return result;
    std::size_t at_one = 0, at_other = 0;
    for (const app::DifferencePart& part : parts) {
        if (part.change == app::WordChange::removed)
            add_range(result.in_one, at_one, part.text);
        else if (part.change == app::WordChange::added)
            add_range(result.in_other, at_other, part.text);
        at_one += part.change == app::WordChange::added ? 0 : part.text.size();
        at_other += part.change == app::WordChange::removed ? 0 : part.text.size();
    }
    return result;
}

} // namespace

const MarkedTexts& compared_texts(Context& c, const std::string& one, const std::string& other) {
    std::vector<MarkedTexts>& known = c.state.marked_texts;
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const MarkedTexts& each) { return each.one == one && each.other == other; });
    if (found != known.end())
        return *found;
    if (known.size() == most_remembered)
        known.clear();
    known.push_back(compared(one, other));
    return known.back();
}

void draw_marked(Context& c, const std::string& text, const std::vector<kit::TextRange>& ranges, kit::Mark mark) {
    std::string words;
    for (const kit::TextRange& range : ranges)
        words += (words.empty() ? "“" : ", “") + text.substr(range.begin, range.end - range.begin) + "”";
    if (!words.empty())
        words = c.tr(mark == kit::Mark::gone ? "difference.gone" : "difference.own", {{"words", words}});
    kit::marked_text(c.frame, text, ranges, mark, words);
}

} // namespace planner::ui
