#pragma once

#include "cli/arguments.h"
#include "cli/problem.h"
#include "cli/surroundings.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace planner::cli {

/// A command: how it is called and what it does.
struct Command {
    Usage usage;
    Expected<void> (*run)(const Surroundings&, const Arguments&);

    /// How many words its name has.
    std::size_t words() const {
        return 1 + static_cast<std::size_t>(std::count(usage.name.begin(), usage.name.end(), ' '));
    }
};

/// All commands, in the order of the help.
const std::vector<Command>& commands();

/// The command with which a command line, which is not empty, begins; null when there is none.
const Command* find_command(const std::vector<std::string>& words);

} // namespace planner::cli
