#include "ui/kit/font_metrics.h"

#include <algorithm>

namespace planner::kit {

namespace {

/// Big-endian reads that answer zero beyond the end, so that a cut font cannot make the reader leave its bytes.
struct Bytes {
    std::string_view view;

    std::uint32_t u8(std::size_t at) const { return at < view.size() ? static_cast<unsigned char>(view[at]) : 0u; }
    std::uint16_t u16(std::size_t at) const { return static_cast<std::uint16_t>(u8(at) << 8 | u8(at + 1)); }
    std::int16_t i16(std::size_t at) const { return static_cast<std::int16_t>(u16(at)); }
    std::uint32_t u32(std::size_t at) const { return std::uint32_t{u16(at)} << 16 | u16(at + 2); }

    std::optional<std::size_t> table(std::string_view tag) const {
        const std::size_t count = u16(4);
        for (std::size_t i = 0; i < count; ++i)
            if (view.substr(std::min(view.size(), 12 + i * 16), 4) == tag)
                return u32(12 + i * 16 + 8);
        return std::nullopt;
    }
};

struct Mapping {
    char32_t character;
    std::uint16_t glyph;
};

void read_segments(const Bytes& bytes, std::size_t at, std::vector<Mapping>& mappings) {
    const std::size_t segments = bytes.u16(at + 6) / 2u;
    const std::size_t ends = at + 14, starts = ends + 2 * segments + 2;
    const std::size_t deltas = starts + 2 * segments, offsets = deltas + 2 * segments;
    for (std::size_t i = 0; i < segments; ++i) {
        const std::uint32_t end = bytes.u16(ends + 2 * i), start = bytes.u16(starts + 2 * i);
        const std::uint16_t offset = bytes.u16(offsets + 2 * i);
        for (std::uint32_t c = start; c <= end && c != 0xFFFF; ++c) {
            std::uint16_t glyph = static_cast<std::uint16_t>(c);
            if (offset != 0)
                glyph = bytes.u16(offsets + 2 * i + offset + 2 * (c - start));
            if (offset == 0 || glyph != 0)
                glyph = static_cast<std::uint16_t>(glyph + bytes.u16(deltas + 2 * i));
            if (glyph != 0)
                mappings.push_back({c, glyph});
        }
    }
}

void read_groups(const Bytes& bytes, std::size_t at, std::vector<Mapping>& mappings) {
    const std::uint32_t groups = std::min<std::uint32_t>(bytes.u32(at + 12), 65536);
    for (std::uint32_t i = 0; i < groups; ++i) {
        const std::size_t group = at + 16 + 12 * std::size_t{i};
        const std::uint32_t start = bytes.u32(group), end = bytes.u32(group + 4), glyph = bytes.u32(group + 8);
        for (std::uint32_t c = start; c <= end && c - start < 65536; ++c)
            mappings.push_back({c, static_cast<std::uint16_t>(glyph + c - start)});
    }
}

std::vector<Mapping> read_character_map(const Bytes& bytes, std::size_t table) {
    std::vector<Mapping> mappings;
    const std::size_t count = bytes.u16(table + 2);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = table + bytes.u32(table + 4 + 8 * i + 4);
        const std::uint16_t format = bytes.u16(at);
        if (format == 4)
            read_segments(bytes, at, mappings);
        else if (format == 12)
            read_groups(bytes, at, mappings);
    }
    std::sort(mappings.begin(), mappings.end(), [](auto& a, auto& b) { return a.character < b.character; });
    return mappings;
}

} // namespace

std::optional<FontMetrics> FontMetrics::read(std::string_view view) {
    const Bytes bytes{view};
    const auto head = bytes.table("head"), horizontal = bytes.table("hhea"), widths = bytes.table("hmtx");
    const auto map = bytes.table("cmap");
    if (!head || !horizontal || !widths || !map)
        return std::nullopt;
    FontMetrics metrics;
    metrics.units_per_em_ = std::max<float>(1, bytes.u16(*head + 18));
    metrics.ascent_ = static_cast<float>(bytes.i16(*horizontal + 4)) / metrics.units_per_em_;
    metrics.descent_ = static_cast<float>(-bytes.i16(*horizontal + 6)) / metrics.units_per_em_;
    const std::uint32_t wide = std::max<std::uint32_t>(1, bytes.u16(*horizontal + 34));
    for (const Mapping& mapping : read_character_map(bytes, *map)) {
        const std::uint32_t entry = std::min<std::uint32_t>(mapping.glyph, wide - 1);
        const std::uint16_t advance = bytes.u16(*widths + 4 * std::size_t{entry});
        auto& ranges = metrics.ranges_;
        if (!ranges.empty() && mapping.character < ranges.back().first + ranges.back().advances.size())
            continue;
        if (ranges.empty() || mapping.character != ranges.back().first + ranges.back().advances.size())
            ranges.push_back({mapping.character, {}});
        ranges.back().advances.push_back(advance);
    }
    return metrics;
}

std::uint16_t FontMetrics::advance_units(char32_t character) const {
    auto range = std::upper_bound(ranges_.begin(), ranges_.end(), character,
                                  [](char32_t c, const Range& r) { return c < r.first; });
    if (range == ranges_.begin())
        return missing;
    --range;
    const std::size_t offset = character - range->first;
    return offset < range->advances.size() ? range->advances[offset] : missing;
}

float FontMetrics::advance(char32_t character, float size) const {
    const std::uint16_t units = advance_units(character);
    return units == missing ? size / 2 : static_cast<float>(units) * size / units_per_em_;
}

} // namespace planner::kit
