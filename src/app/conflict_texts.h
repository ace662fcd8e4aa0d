#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/register.h"
#include "process/process.h"

namespace planner::app {

/// The versions of a field that are texts with something in them, each text once, the shown one first.
std::vector<std::string> texts_of_versions(const document::Register& versions);

/// What stands between two texts that are both kept: an empty line, or a stroke where a field has one line. `field` may be
/// null; then the texts tell.
std::string_view between_texts(const process::Field* field, const std::vector<std::string>& texts);

/// All of them, in their order.
std::string all_texts(const std::vector<std::string>& texts, std::string_view between);

/// A text to begin with when somebody makes one of all: see combined().
std::string proposed_text(const std::vector<std::string>& texts, std::string_view between);

} // namespace planner::app
