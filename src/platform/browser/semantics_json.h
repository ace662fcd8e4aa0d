#pragma once

#include "ui/kit/semantics.h"

#include <string>

namespace planner::platform {

/// What changed on the screen, as the page's mirror reads it (web/types.d.ts: Patch).
std::string to_json(const kit::SemanticPatch&);

} // namespace planner::platform
