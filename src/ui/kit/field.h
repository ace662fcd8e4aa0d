#pragma once

#include "ui/kit/frame.h"

#include <optional>
#include <string>
#include <string_view>

namespace planner::kit {

/// paragraph: one paragraph, over as many lines as it needs; a text is one line, of which a part may be out of sight.
enum class FieldInput { text, paragraph, long_text, number, date, time, email, search, password };
enum class LabelPlace { above, hidden };

struct FieldOptions {
    std::string_view label;
    std::string_view value;
    std::string_view key = {};
    std::string_view name = {};        ///< accessible name, when the label alone is not unique
    std::string_view help = {};
    std::string_view error = {};       ///< a sentence that says what is wrong and what to do
    std::string_view placeholder = {};
    std::string_view display = {};     ///< what the canvas shows for a date or time
    std::string_view language = "nl";
    FieldInput input = FieldInput::text;
    LabelPlace label_place = LabelPlace::above;
    Enabled enabled = Enabled::yes;
    int lines = 3; ///< long text: lines to start with
    bool required = false;
    std::string_view icon = {};
};

struct FieldResult {
    std::optional<std::string> changed; ///< the whole text as it is now
    std::optional<std::string> base;    ///< the whole text that was changed, as the person saw it; absent when not known
    bool submitted = false;             ///< Enter where it begins no new line
    bool left = false;                  ///< the field lost focus
    NodeId id;
    Rect box;
};

/// A field that is edited in the page's own input or textarea, on the exact spot; the canvas shows it the rest of the time.
FieldResult field(Frame&, const FieldOptions&);
NodeId field_id(Frame&, const FieldOptions&);

} // namespace planner::kit
