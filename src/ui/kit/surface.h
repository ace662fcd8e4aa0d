#pragma once

#include "ui/kit/draw.h"
#include "ui/kit/frame.h"

#include <optional>
#include <span>
#include <string_view>

namespace planner::kit {

enum class CardKind { plain, chosen, difference, drop_zone };

struct CardOptions {
    CardKind kind = CardKind::plain;
    float padding = 16;
    float gap = 12;
    float minimum_height = 0;        ///< CSS px, unscaled
    std::string_view name = {};      ///< makes the card a named region
    std::string_view key = {};
    float radius = 12;
};

/// A surface with a border, as high as what stands in it.
class Card {
public:
    Card(Frame&, const CardOptions&);
    ~Card();
    Card(const Card&) = delete;
    Card& operator=(const Card&) = delete;

private:
    Frame& frame_;
    CardOptions options_;
    Rect start_;
    draw::Underlay underlay_;
    std::optional<Container> container_;
};

enum class Tone { neutral, accent, info, warn, late, ok };

struct ChipOptions {
    std::string_view label;
    std::string_view icon = {};
    Tone tone = Tone::neutral;
};

/// A status in a word; filled.
void chip(Frame&, const ChipOptions&);
float chip_width(Frame&, const ChipOptions&);

/// The letter of a team on its square. `side` at 100 %.
void badge(Frame&, std::string_view letter, float side = 24);

struct ProgressOptions {
    float fraction = 0; ///< 0..1
    std::string_view name; ///< what progresses, and how far, in words
    Tone tone = Tone::accent;
    float width = -1;
};

void progress_bar(Frame&, const ProgressOptions&);
/// What a bar of this tone is filled with.
Color progress_color(const Theme&, Tone);

enum class StepState { open, current, done };
/// Five small pills; `name` says it in words.
void step_bar(Frame&, std::span<const StepState>, std::string_view name);

void divider(Frame&);

struct BannerOptions {
    std::string_view text;
    std::string_view icon = {};
    Tone tone = Tone::info;
    std::string_view action = {};
    std::string_view other_action = {}; ///< beside it, and quieter
    std::string_view key = {};
};

enum class BannerPress { none, action, other_action };

/// A notice across the screen, and what was chosen of its actions.
BannerPress banner(Frame&, const BannerOptions&);

struct EmptyOptions {
    std::string_view text;
    std::string_view icon = {};
    std::string_view action = {};
};

/// What stands where nothing is yet: one sentence, one button.
bool empty_state(Frame&, const EmptyOptions&);

} // namespace planner::kit
