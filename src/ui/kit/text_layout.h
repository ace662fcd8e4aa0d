#pragma once

#include "ui/kit/font_metrics.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace planner::kit {

enum class Weight : std::uint8_t { regular, semibold };

/// A text style at 100 %: font size and line height in CSS pixels.
struct TextStyle {
    float size;
    float line_height;
    Weight weight = Weight::regular;

    constexpr TextStyle with(Weight other) const { return {size, line_height, other}; }
};

namespace style {
inline constexpr TextStyle meta{13, 18};
inline constexpr TextStyle meta_strong{13, 18, Weight::semibold};
inline constexpr TextStyle body{15, 22};
inline constexpr TextStyle body_dense{15, 20};
inline constexpr TextStyle body_strong{15, 20, Weight::semibold};
inline constexpr TextStyle card_title{15, 20, Weight::semibold};
inline constexpr TextStyle lead{17, 24, Weight::semibold};
inline constexpr TextStyle lead_plain{17, 24, Weight::regular};
inline constexpr TextStyle title{22, 28, Weight::semibold};
inline constexpr TextStyle display{30, 38, Weight::semibold};
} // namespace style

/// One line of a broken text: bytes [begin, end) of it without the spaces that hang at its end, and their width in px.
struct TextLine {
    std::uint32_t begin;
    std::uint32_t end;
    float width;
};

/// Asks the browser how high a text is that holds characters outside the canvas font.
class TextMeasurer {
public:
    virtual ~TextMeasurer() = default;
    /// Height in CSS pixels of `text` wrapped at `width`, all sizes in CSS pixels.
    virtual float measure(std::string_view text, float size, float line_height, int weight, float width) = 0;
};

/// A text broken into lines.
struct BrokenText {
    std::vector<TextLine> lines;
    float widest = 0;
    /// The canvas cannot draw it as a browser would: characters outside the font, or places where browsers disagree
    /// on whether a line may break. The page shows the real element's text instead.
    bool native = false;
    float native_height = 0;
};

/// Breaks texts into lines as a browser does under
/// `white-space: pre-wrap; overflow-wrap: anywhere; word-break: normal; hyphens: none`
/// (Unicode line breaking, UAX 14, for the characters of Latin text), and remembers the answers.
class TextLayout {
public:
    TextLayout(std::array<FontMetrics, 2> metrics, TextMeasurer* measurer);

    /// `width` in CSS px; `size` and `line_height` already scaled. The reference stays valid until forget().
    const BrokenText& lines(std::string_view text, Weight, float size, float line_height, float width);
    /// Width of the text on one line, in CSS px.
    float width(std::string_view text, Weight, float size) const;
    const FontMetrics& metrics(Weight weight) const { return metrics_[static_cast<std::size_t>(weight)]; }
    /// Drops remembered texts when there are many; call between frames.
    void forget_old();

private:
    struct Key {
        std::uint64_t text;
        std::uint32_t length;
        float size, width;
        Weight weight;

        bool operator==(const Key&) const = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key&) const;
    };

    std::array<FontMetrics, 2> metrics_;
    TextMeasurer* measurer_;
    std::unordered_map<Key, std::unique_ptr<BrokenText>, KeyHash> remembered_;
};

/// Decodes the UTF-8 character at `position` and moves past it; U+FFFD for a byte that starts none.
char32_t next_character(std::string_view text, std::size_t& position);

/// Breaks one text; pure, without memory. See TextLayout.
BrokenText break_text(std::string_view text, const FontMetrics&, float size, float width);

} // namespace planner::kit
