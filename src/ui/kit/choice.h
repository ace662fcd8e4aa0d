#pragma once

#include "ui/kit/field.h"
#include "ui/kit/frame.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace planner::kit {

struct CheckboxOptions {
    std::string_view label;
    bool checked = false;
    std::string_view key = {};
    Enabled enabled = Enabled::yes;
    LabelPlace label_place = LabelPlace::above; ///< beside the box, or hidden
};

/// The new state when it was toggled.
std::optional<bool> checkbox(Frame&, const CheckboxOptions&);

struct ChipChoice {
    std::string value;
    std::string label;
    bool chosen = false;
};

enum class Choosing { one, several };

struct ChipGroupOptions {
    std::string_view label;
    std::span<const ChipChoice> choices;
    Choosing choosing = Choosing::one;
    std::string_view key = {};
    std::string_view name = {}; ///< accessible name of the group, when the label alone is not unique
    std::string_view help = {};
    LabelPlace label_place = LabelPlace::above;
};

/// Pills of which one or several are on. The index that was toggled or chosen.
std::optional<std::size_t> chip_group(Frame&, const ChipGroupOptions&);

struct RadioCardOptions {
    std::string_view label;
    std::string_view text;
    std::string_view icon = {};
    std::string_view note = {};
    std::string_view group;
    bool chosen = false;
    Enabled enabled = Enabled::yes;
};

/// A large choice with an explanation. True when chosen.
bool radio_card(Frame&, const RadioCardOptions&);

struct SelectOptions {
    std::string_view label;
    std::string_view value;
    std::span<const Choice> choices;
    std::string_view key = {};
    std::string_view name = {};
    std::string_view help = {};
    LabelPlace label_place = LabelPlace::above;
    Enabled enabled = Enabled::yes;
};

/// One of a list, in the page's own select. The value chosen.
std::optional<std::string> select(Frame&, const SelectOptions&);

} // namespace planner::kit
