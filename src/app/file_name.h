#pragma once

#include <string>
#include <string_view>

#include "app/dates.h"

namespace planner::app {

/// "peerreview_zelfstandig-leren_2026-11-19.json": ASCII letters, digits and single hyphens of the title (accents
/// dropped, at most 60 characters, cut at a word), so that every mail program and file system takes it. Without a
/// usable title the middle part is left out. `ending` begins with its dot.
std::string file_name(std::string_view title, Day today, std::string_view ending = ".json");

/// The middle part of the name above.
std::string slug(std::string_view title);

} // namespace planner::app
