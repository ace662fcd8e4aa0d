#pragma once

#include "ui/kit/frame.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace planner::kit {

enum class ToastTone { done, problem };

/// Messages are always spoken; while something more important is open they are not shown.
enum class ToastPresence { shown, spoken };

struct ToastOptions {
    std::uint64_t id;
    std::string_view text;
    std::string_view action; ///< "" when there is nothing to do
    ToastTone tone = ToastTone::done;
};

struct ToastResult {
    std::optional<std::uint64_t> acted;
    std::optional<std::uint64_t> dismissed;
    bool held = false; ///< the pointer rests on one, or one has the focus
};

/// Short messages at the bottom of the screen. `close_name` is the accessible name of the cross; `bottom` is what they
/// stay above, CSS px. Also keeps the live region that speaks them.
ToastResult toasts(Frame&, std::span<const ToastOptions>, std::string_view close_name, float bottom,
                   ToastPresence = ToastPresence::shown);

/// Height that toasts covered in the last frame, unscaled: what scrolls under them needs so much room at its end.
float toast_room(Frame&);

} // namespace planner::kit
