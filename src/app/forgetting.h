#pragma once

namespace planner::app {

class Planner;

/// Whether `planning::keep_until` is over for the current review, which is ready, and there is something left to remove.
bool asks_to_wipe_contacts(Planner& planner);

} // namespace planner::app
