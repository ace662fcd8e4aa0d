#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "document/key.h"
#include "planning/day.h"
#include "review/review.h"

namespace planner::planning {

/// How far people are with a run sheet: it is being made, others say what they think of it, or it stays as it is.
enum class RunSheetState { draft, comments, settled };

struct RunSheetStatus {
    RunSheetState state = RunSheetState::draft;
    std::size_t number = 1; ///< of the draft; a new draft counts on
    std::optional<Day> on;  ///< the day on which somebody decided so
    std::string by;         ///< and who, in their own words
};

/// Where it is kept. Derived, so that two copies meet in one entity; `subject` is "" for the whole review.
document::EntityKey run_sheet_key(std::string_view sheet, std::string_view subject);

/// Fields of such an entity.
namespace run_sheet_field {
constexpr std::string_view state = "state"; ///< "comments" or "final"; anything else is a draft
constexpr std::string_view number = "number";
constexpr std::string_view on = "state_on"; ///< yyyy-mm-dd
constexpr std::string_view by = "state_by";
constexpr std::string_view comment = "comment"; ///< what somebody thinks of the whole of it
constexpr std::string_view agreed = "agreed_minutes"; ///< people agreed that it may take this long
} // namespace run_sheet_field

/// As stored in the field `state`; "" for a draft.
std::string_view stored_state(RunSheetState state);

RunSheetStatus status_of(const review::Review& review, std::string_view sheet, std::string_view subject);
/// How long people agreed that it may take, in minutes; 0 when they did not.
std::size_t agreed_minutes(const review::Review& review, std::string_view sheet, std::string_view subject);

} // namespace planner::planning
