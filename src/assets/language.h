#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assets/assets.h"
#include "document/value.h"

/// The languages that the planner speaks. Dutch is always part of the program; the page fetches others when they are chosen.
namespace planner::assets {

/// The planner's own texts in a language ("en", "nl"), sorted by key; empty while that language is not there.
std::span<const Text> texts(std::string_view language);

bool has_language(std::string_view language);

/// Takes in a language as src/assets/split_assets.mjs wrote it for this build, for good. False, and nothing changed, when
/// `json` is something else. Processes that were read before keep their places in memory and speak it too.
bool add_language(std::string_view language, std::string_view json);

/// Puts the English texts back into a process file from which they were taken. False when they are not as many.
bool put_english(document::Value& process, const std::vector<std::string>& english);

} // namespace planner::assets
