#pragma once

#include <optional>

#include "planning/day.h"
#include "review/review.h"

namespace planner::planning {

/// The day after which how to reach people is no longer needed: as people said, or else a year after the last visit.
std::optional<Day> keep_until(const review::Review& review);

} // namespace planner::planning
