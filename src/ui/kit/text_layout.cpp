#include "ui/kit/text_layout.h"

#include <algorithm>

namespace planner::kit {

namespace {

// A browser lays out in 1/64 px steps; a line that is fuller by less than that still fits.
constexpr float tolerance = 1.0f / 64;

bool is_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c != 0xD7 && c != 0xF7);
}

/// Characters around which Chromium, Firefox and WebKit do not agree on a break opportunity inside a word.
bool is_disputed(char32_t c) {
    switch (c) {
    case '/': case '?': case '!': case '|': case '%': case '}': case '\t': case '\\':
    case 0xAD: case 0xB4: case 0xBF: case 0xA1: case 0x2010: case 0x2012: case 0x2013: case 0x2014: case 0x2026:
    case 0x200B: case 0x2060: case 0x202F: case 0xFEFF: case 0x2028: case 0x2029:
        return true;
    default:
        return c >= 0x2000 && c <= 0x200D;
    }
}

struct Cursor {
    std::size_t position = 0;
    float width = 0;
};

class Breaker {
public:
    Breaker(std::string_view text, const FontMetrics& metrics, float size, float width)
        : text_(text), metrics_(metrics), size_(size), width_(width) {}

    BrokenText run() {
        while (position_ < text_.size())
            take_character();
        end_line(position_, line_width_, trimmed_);
        return std::move(result_);
    }

private:
    void take_character() {
        const std::size_t start = position_;
        const char32_t c = next_character(text_, position_);
        if (c == '\n' || c == '\r') {
            if (c == '\r' && position_ < text_.size() && text_[position_] == '\n')
                ++position_;
            end_line(start, line_width_, trimmed_);
            begin_line(position_);
            return;
        }
        note_disputes(c);
        const float advance = metrics_.advance(c, size_);
        if (c == ' ')
            take_space(start, advance);
        else
            take_visible(start, c, advance);
        previous_ = c;
    }

    // Spaces hang at the end of a line: they never push the word before them to the next one.
    void take_space(std::size_t start, float advance) {
        if (previous_ != ' ')
            trimmed_ = {start, line_width_};
        line_width_ += advance;
        opportunity_ = {position_, line_width_};
        opportunity_trimmed_ = trimmed_;
    }

    void take_visible(std::size_t start, char32_t c, float advance) {
        if (previous_ == '-' && is_letter(c) && start > line_begin_ && before_hyphen_is_letter_) {
            opportunity_ = {start, line_width_};
            opportunity_trimmed_ = {start, line_width_};
        }
        if (c == '-')
            before_hyphen_is_letter_ = is_letter(previous_);
        if (line_width_ + advance > width_ + tolerance && start > line_begin_)
            break_before(start);
        line_width_ += advance;
        trimmed_ = {position_, line_width_};
    }

    void break_before(std::size_t start) {
        if (opportunity_.position > line_begin_) {
            const float rest = line_width_ - opportunity_.width;
            const std::size_t next = opportunity_.position;
            end_line(next, opportunity_.width, opportunity_trimmed_);
            begin_line(next);
            line_width_ = rest;
            if (rest > 0)
                break_if_word_is_too_wide(start);
            return;
        }
        end_line(start, line_width_, {start, line_width_});
        begin_line(start);
    }

    // The part of a word that was carried over is narrower than a line, but together with the next character it may not
    // be; take_visible adds that character after this returns.
    void break_if_word_is_too_wide(std::size_t start) {
        std::size_t position = start;
        const char32_t c = next_character(text_, position);
        if (line_width_ + metrics_.advance(c, size_) <= width_ + tolerance)
            return;
        end_line(start, line_width_, {start, line_width_});
        begin_line(start);
    }

    void begin_line(std::size_t position) {
        line_begin_ = position;
        line_width_ = 0;
        opportunity_ = {position, 0};
        trimmed_ = {position, 0};
        opportunity_trimmed_ = trimmed_;
        previous_ = 0;
    }

    void end_line(std::size_t, float, Cursor trimmed) {
        const std::size_t end = std::max(trimmed.position, line_begin_);
        result_.lines.push_back({static_cast<std::uint32_t>(line_begin_), static_cast<std::uint32_t>(end), trimmed.width});
        result_.widest = std::max(result_.widest, trimmed.width);
    }

    void note_disputes(char32_t c) {
        if (!metrics_.has(c) && c != ' ')
            result_.native = true;
        const bool inside_word = previous_ != 0 && previous_ != ' ' && c != ' ';
        if (inside_word && (is_disputed(previous_) || (is_disputed(c) && c > 0x7F)))
            result_.native = true;
        if (inside_word && previous_ == '-' && (!before_hyphen_is_letter_ || !is_letter(c)))
            result_.native = result_.native || is_letter(c);
    }

    std::string_view text_;
    const FontMetrics& metrics_;
    float size_, width_;
    BrokenText result_;
    std::size_t position_ = 0;
    std::size_t line_begin_ = 0;
    float line_width_ = 0;
    Cursor opportunity_, opportunity_trimmed_, trimmed_;
    char32_t previous_ = 0;
    bool before_hyphen_is_letter_ = false;
};

std::uint64_t hash_text(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325u;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    return hash;
}

} // namespace

char32_t next_character(std::string_view text, std::size_t& position) {
    const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u; };
    const unsigned first = byte(position++);
    if (first < 0x80)
        return first;
    const int extra = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : -1;
    if (extra < 0)
        return 0xFFFD;
    char32_t character = first & (0x3Fu >> extra);
    for (int i = 0; i < extra; ++i) {
        if ((byte(position) & 0xC0) != 0x80)
            return 0xFFFD;
        character = character << 6 | (byte(position++) & 0x3F);
    }
    return character;
}

BrokenText break_text(std::string_view text, const FontMetrics& metrics, float size, float width) {
    return Breaker(text, metrics, size, width).run();
}

TextLayout::TextLayout(std::array<FontMetrics, 2> metrics, TextMeasurer* measurer)
    : metrics_(std::move(metrics)), measurer_(measurer) {}

std::size_t TextLayout::KeyHash::operator()(const Key& key) const {
    std::uint64_t hash = key.text ^ (std::uint64_t{key.length} << 40) ^ (static_cast<std::uint64_t>(key.weight) << 61);
    hash ^= static_cast<std::uint64_t>(key.width * 64) * 0x9E3779B97F4A7C15u;
    hash ^= static_cast<std::uint64_t>(key.size * 64) * 0xC2B2AE3D27D4EB4Fu;
    return static_cast<std::size_t>(hash);
}

const BrokenText& TextLayout::lines(std::string_view text, Weight weight, float size, float line_height, float width) {
    const Key key{hash_text(text), static_cast<std::uint32_t>(text.size()), size, width, weight};
    auto& slot = remembered_[key];
    if (slot)
        return *slot;
    slot = std::make_unique<BrokenText>(break_text(text, metrics(weight), size, width));
    if (slot->native && measurer_) {
        static constexpr int css_weights[] = {400, 600};
        slot->native_height =
            measurer_->measure(text, size, line_height, css_weights[static_cast<std::size_t>(weight)], width);
    }
    if (slot->native_height <= 0)
        slot->native_height = static_cast<float>(slot->lines.size()) * line_height;
    return *slot;
}

float TextLayout::width(std::string_view text, Weight weight, float size) const {
    float width = 0;
    for (std::size_t position = 0; position < text.size();)
        width += metrics(weight).advance(next_character(text, position), size);
    return width;
}

void TextLayout::forget_old() {
    constexpr std::size_t many = 4000;
    if (remembered_.size() > many)
        remembered_.clear();
}

} // namespace planner::kit
