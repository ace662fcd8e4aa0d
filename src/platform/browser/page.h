#pragma once

#include "app/planner.h"

#include <string_view>

namespace planner::platform {

/// The planner of this page, after everything that was typed until now.
app::Planner& planner_up_to_date();

/// By the statuses of web/database.js.
SaveOutcome save_outcome(int status);
/// 0 found, 1 not there, anything else: failed.
LoadOutcome load_outcome(int status);
/// By the names of web/types.d.ts.
StorageState storage_state(std::string_view name);

} // namespace planner::platform
