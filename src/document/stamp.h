#pragma once

#include "document/dot.h"

#include <cstdint>
#include <string>

namespace planner::document {

/// Who writes, and when. Label and time are for people and for display order; they never decide what is kept.
struct Stamp {
    ReplicaId replica;
    std::string label;
    std::int64_t time = 0; ///< milliseconds since 1970-01-01 UTC
};

} // namespace planner::document
