#pragma once

#include <string>

#include "app/texts.h"
#include "planning/day.h"
#include "review/review.h"

namespace planner::app {

/// Until when the next review may wait, and how long that is: "1 april 2033, nog 6 jaar en 4 maanden". As a proposal
/// while people did not choose that day; "" where the process counts no years between two reviews, or from no day yet.
std::string cycle_text(const Texts& texts, const review::Review& review, planning::Day today);

} // namespace planner::app
