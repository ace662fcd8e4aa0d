#pragma once

#include "history.h"
#include "world.h"

#include <cstdint>
#include <optional>
#include <string>

namespace planner::document {

/// A history that breaks a law, made as short as leaving out steps can make it.
struct Counterexample {
    std::string law;
    History history;
    std::uint64_t seed = 0;
};

/// Tries random histories; the first that breaks a law, shrunk, or nothing.
std::optional<Counterexample> find_counterexample(const Rules& rules, std::uint64_t seed, std::size_t histories);

/// Whether turning all clocks round changes what any copy holds in a history in which nobody looks at a clock.
std::optional<Counterexample> find_clock_dependence(const Rules& rules, std::uint64_t seed, std::size_t histories);

} // namespace planner::document
