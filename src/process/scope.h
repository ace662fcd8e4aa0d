#pragma once

namespace planner::process {

/// For whom a copy of a card, a task or a run sheet exists. When each participant hosts (Hosting::every), every
/// participant is a host and a visitor too.
enum class Scope {
    review,      ///< one, for the whole review
    participant, ///< one for each participant
    host,        ///< one for each participant that receives a visit
    visitor,     ///< one for each participant that goes on a visit
};

} // namespace planner::process
