#pragma once

#include "ui/screen_state.h"

namespace planner::ui {

/// What the browser says of what is kept here, and the ways to the privacy sheet and to wiping everything.
void draw_storage_card(Context&);
/// Earlier versions of the reviews on this device; nothing when there are none.
void draw_versions_card(Context&);
/// Much was changed since the last file.
void draw_download_reminder(Context&);

} // namespace planner::ui
