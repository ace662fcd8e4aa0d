#pragma once

#include <string>
#include <string_view>

namespace planner::app {

/// The name of a file without what browsers, systems and shared folders add to copies of it: "review (1).json", "review -
/// Kopie (2).json" and "review copy.json", "review-LAPTOP-AB12.json" (OneDrive: the name of a computer, in capitals),
/// "review (conflicted copy 2026-03-01 101530).json" (Nextcloud, Dropbox with whose copy it is, and both in Dutch),
/// "review.sync-conflict-20260301-101530-ABCDEFG.json" (Syncthing). Only for words: what belongs together the files say
/// themselves. A name that would be empty stays as it is.
std::string copied_name(std::string_view name);

} // namespace planner::app
