#pragma once

#include <string>
#include <string_view>

#include "app/open_review.h"
#include "app/texts.h"

namespace planner::app {

/// A sentence that says what is wrong with a file and what to do about it.
std::string refusal_text(const Texts& texts, std::string_view file_name, const Unreadable& problem);

} // namespace planner::app
