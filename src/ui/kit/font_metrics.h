#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace planner::kit {

/// What line breaking needs to know about a font: which characters it has and how wide they are.
///
/// Read from the TrueType tables themselves, because Dear ImGui hands out widths for whole-pixel sizes only, and a
/// browser computes them without rounding; both must break lines at the same words.
class FontMetrics {
public:
    /// Reads `head`, `hhea`, `hmtx` and `cmap` (formats 4 and 12). Empty when the bytes are not such a font.
    static std::optional<FontMetrics> read(std::string_view bytes);

    bool has(char32_t character) const { return advance_units(character) != missing; }
    /// Width of one character in CSS pixels at `size` CSS pixels per em; half an em for one the font lacks.
    float advance(char32_t character, float size) const;
    /// Distances from the baseline in em, both positive.
    float ascent() const { return ascent_; }
    float descent() const { return descent_; }

private:
    static constexpr std::uint16_t missing = 0xFFFF;

    struct Range {
        char32_t first;
        std::vector<std::uint16_t> advances;
    };

    std::uint16_t advance_units(char32_t character) const;

    std::vector<Range> ranges_;
    float units_per_em_ = 1000;
    float ascent_ = 0.95f;
    float descent_ = 0.25f;
};

} // namespace planner::kit
