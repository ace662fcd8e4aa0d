#include "ui/room_paper.h"

#include <algorithm>
#include <cmath>

namespace planner::ui {

namespace {

constexpr float line_by_size = 1.25f;
constexpr std::string_view cut_before = "… ", cut_after = " …", cut_lines = "…\n";

} // namespace

/// On a screen that stands upright the width says how large letters can be.
float RoomPaper::base() const {
    return std::min(area.height, area.width * 0.9f);
}

float RoomPaper::h(float fraction) const {
    return std::round(base() * fraction);
}

float RoomPaper::margin() const {
    return std::round(std::min(h(0.0593f), area.width * 0.05f));
}

kit::TextStyle RoomPaper::style(float fraction, kit::Weight weight) const {
    const float size = base() * fraction / frame.input().text_scale;
    return {size, size * line_by_size, weight};
}

float RoomPaper::width_of(std::string_view words, const kit::TextStyle& look) const {
    return std::ceil(kit::text_width(frame, words, look)) + 1;
}

const kit::BrokenText& RoomPaper::broken(std::string_view words, const kit::TextStyle& look, float width) const {
    return frame.text().lines(words, look.weight, frame.px(look.size), frame.px(look.line_height), std::max(1.0f, width));
}

std::size_t RoomPaper::lines_of(const std::string& words, const kit::TextStyle& look, float width) const {
    const float height = kit::text_height(frame, words, look, std::max(1.0f, width));
    return static_cast<std::size_t>(std::ceil((height - 1) / line_height(look)));
}

float RoomPaper::text(float x, float y, float width, const std::string& words, const kit::TextStyle& look, kit::Color color,
                      kit::Alignment align) const {
    if (words.empty())
        return y;
    const kit::Column column(frame.layout(), x, y, std::max(1.0f, width), 0);
    kit::text(frame, words, {.style = look, .color = color, .align = align});
    return column.bottom();
}

/// What a list leaves free for its dots; 0 for any other text.
float RoomPaper::indent_of(const std::string& words, const kit::TextStyle& look) const {
    return words.find(app::list_mark) == std::string::npos ? 0 : width_of(app::list_mark, look);
}

float RoomPaper::paragraphs(float x, float y, float width, const std::string& words, const kit::TextStyle& look, kit::Color color) const {
    const float indent = indent_of(words, look);
    if (indent == 0)
        return text(x, y, width, words, look, color);
    for (std::size_t begin = 0, end = 0; begin <= words.size(); begin = end + 1) {
        end = std::min(words.find('\n', begin), words.size());
        const kit::Scope scope(frame, std::to_string(begin));
        const bool marked = words.compare(begin, app::list_mark.size(), app::list_mark) == 0;
        if (marked) {
            kit::place_text(frame, {x, y, indent, line_height(look)}, app::list_mark, look, color);
            begin += app::list_mark.size();
        }
        const float in = marked ? indent : 0;
        y = text(x + in, y, width - in, words.substr(begin, end - begin), look, color);
    }
    return y;
}

float RoomPaper::heading(float x, float y, float width, const std::string& words, const kit::TextStyle& look, kit::Color color,
                         kit::Alignment align) const {
    const kit::Column column(frame.layout(), x, y, std::max(1.0f, width), 0);
    kit::heading(frame, 1, words, {.style = look, .color = color, .align = align});
    return column.bottom();
}

std::string RoomPaper::first_line_of(const std::string& words, const kit::TextStyle& look, float width) const {
    const std::vector<kit::TextLine> lines = broken(words, look, width).lines;
    if (lines.size() < 2)
        return words;
    const std::string shown = first_lines(words, look, width, 1);
    // A word that is too long by itself has no place for a sign.
    return broken(shown, look, width).lines.size() < 2 ? shown : words.substr(0, lines.front().end);
}

std::string RoomPaper::first_lines(const std::string& words, const kit::TextStyle& look, float width, std::size_t count) const {
    if (count == 0)
        return "";
    const auto& lines = broken(words, look, width).lines;
    if (lines.size() <= count)
        return words;
    std::string kept = words.substr(0, lines[count - 1].end);
    for (;;) {
        std::string shown = kept + std::string(cut_after);
        const std::size_t space = kept.find_last_of(' ');
        if (broken(shown, look, width).lines.size() <= count || space == std::string::npos)
            return shown;
        kept.erase(space);
    }
}

std::string RoomPaper::last_lines(const std::string& words, const kit::TextStyle& look, float width, std::size_t count) const {
    const auto& lines = broken(words, look, width).lines;
    if (lines.size() <= count || count == 0)
        return words;
    const auto begins_paragraph = [&](const kit::TextLine& line) { return line.begin > 0 && words[line.begin - 1] == '\n'; };
    const std::size_t first = lines.size() - count;
    // A line of its own says that there is more, where one can be spared.
    const std::size_t most_spared = std::max<std::size_t>(1, count / 3);
    for (std::size_t i = first + 1; i < lines.size() && i - first <= most_spared; ++i)
        if (begins_paragraph(lines[i]))
            return std::string(cut_lines) + words.substr(lines[i].begin);
    if (begins_paragraph(lines[first]))
        return words.substr(lines[first].begin);
    // The ellipsis takes room, so that the words behind it may need a line more.
    std::size_t begin = lines[first].begin;
    for (;;) {
        std::string shown = std::string(cut_before) + words.substr(begin);
        const std::size_t space = words.find_first_of(" \n", begin);
        if (broken(shown, look, width).lines.size() <= count || space == std::string::npos)
            return shown;
        begin = space + 1;
    }
}

FittingText RoomPaper::fit(const std::string& words, float width, float height, std::size_t most_lines, TextKind kind) const {
    const bool written = kind == TextKind::written;
    for (const float size : {room_size::large, room_size::middle, room_size::between, room_size::small}) {
        const kit::TextStyle look = style(size, written && size != room_size::small ? kit::Weight::semibold : kit::Weight::regular);
        const auto room = static_cast<std::size_t>(std::max(1.0f, std::floor(height / line_height(look))));
        const float across = width - indent_of(words, look);
        const std::size_t most = std::min(room, most_lines), lines = words.empty() ? 0 : lines_of(words, look, across);
        if (lines <= most)
            return {words, look, lines, true};
        if (size == room_size::small)
            return {written ? last_lines(words, look, across, most) : first_lines(words, look, across, most), look, most, false};
    }
    return {};
}

} // namespace planner::ui
