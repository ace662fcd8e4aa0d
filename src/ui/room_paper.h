#pragma once

#include "ui/kit/text.h"
#include "ui/room_view.h"

#include <string>
#include <string_view>

namespace planner::ui {

/// Sizes of letters, as fractions of the height of what a room looks at. Letters are measured by their font.
namespace room_size {
constexpr float small = 0.0410f, between = 0.048f, middle = 0.056f, large = 0.072f, huge = 0.1f;
} // namespace room_size

constexpr std::size_t most_room_lines = 7;

/// written: by people, in bold letters; when it is too long its end counts, because there they are writing. offered: to
/// choose from; then its beginning counts.
enum class TextKind { written, offered };

/// A text in the largest letters in which all of it can be read; else as much of it as there is room for.
struct FittingText {
    std::string words;
    kit::TextStyle look;
    std::size_t lines = 0;
    bool whole = true;
};

/// What a room looks at, to write on: sizes are fractions of its height, whatever size of text this computer is set to.
struct RoomPaper {
    kit::Frame& frame;
    kit::Rect area;
    const RoomColors& colors;

    float h(float fraction) const;
    float margin() const;
    /// Between the margins.
    float left() const { return area.x + margin(); }
    float width() const { return area.width - 2 * margin(); }

    kit::TextStyle style(float fraction, kit::Weight weight = kit::Weight::regular) const;
    float line_height(const kit::TextStyle& look) const { return frame.px(look.line_height); }
    float width_of(std::string_view words, const kit::TextStyle& look) const;
    std::size_t lines_of(const std::string& words, const kit::TextStyle& look, float width) const;

    /// A described text from (x, y) in a width; gives the y below it.
    float text(float x, float y, float width, const std::string& words, const kit::TextStyle& look, kit::Color color,
               kit::Alignment align = kit::Alignment::start) const;
    /// The same; what begins with a dot goes on below its words, not below the dot.
    float paragraphs(float x, float y, float width, const std::string& words, const kit::TextStyle& look, kit::Color color) const;
    /// The same as a text for the title of all of it.
    float heading(float x, float y, float width, const std::string& words, const kit::TextStyle& look, kit::Color color,
                  kit::Alignment align = kit::Alignment::start) const;

    /// As much of a text as stands on one line.
    std::string first_line_of(const std::string& words, const kit::TextStyle& look, float width) const;
    /// As many whole words as stand on these lines, with an ellipsis where some are left out.
    std::string first_lines(const std::string& words, const kit::TextStyle& look, float width, std::size_t count) const;
    /// The end of a long text, because there it is being written: from the start of a paragraph, under an ellipsis, where that
    /// costs few lines, else from within one, after an ellipsis. A paragraph that takes all the lines stands there without.
    std::string last_lines(const std::string& words, const kit::TextStyle& look, float width, std::size_t count) const;
    FittingText fit(const std::string& words, float width, float height, std::size_t most_lines, TextKind kind = TextKind::written) const;

private:
    float base() const;
    float indent_of(const std::string& words, const kit::TextStyle& look) const;
    const kit::BrokenText& broken(std::string_view words, const kit::TextStyle& look, float width) const;
};

} // namespace planner::ui
