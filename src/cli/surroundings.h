#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>

namespace planner::cli {

/// What a command needs from the outside world, files apart.
struct Surroundings {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    std::function<std::int64_t()> now;          ///< milliseconds since 1970-01-01 UTC
    std::function<std::uint64_t()> random_bits; ///< 64 fresh bits per call
};

} // namespace planner::cli
