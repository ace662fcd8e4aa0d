#pragma once

#include "process/references.h"

namespace planner::process {

// Each follows the references of one part of a process.

void connect_cards(const References& references);
void connect_tasks(const References& references);
void connect_run_sheets(const References& references);
void connect_rules(const References& references);
void connect_messages(const References& references);
void connect_hours(const References& references);
void connect_coach(const References& references);
void connect_gathered(const References& references);

} // namespace planner::process
