#pragma once

#include <string_view>
#include <vector>

#include "planning/coach.h"
#include "process/text.h"

namespace planner::app {

/// What the coach of the review's process says about a learning question of this participant. Questions in both
/// languages are understood, whatever the language of the screen. Points into the process.
std::vector<planning::CoachRemark> coach_remarks(const review::Review& review, std::string_view participant,
                                                 std::string_view question, process::Language screen);

} // namespace planner::app
