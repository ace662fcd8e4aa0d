#pragma once

#include "process/process.h"

#include <string>
#include <vector>

namespace planner::process {

/// Another name that the people of a review use for something. `id` is that of one of the process's names, or
/// "step.<step id>".
struct GivenName {
    std::string id;
    std::string text;

    bool operator==(const GivenName&) const = default;
};

/// Something in the process that a review may call differently.
struct Nameable {
    std::string id; ///< as in GivenName
    Text text;      ///< what the process calls it
    bool own = false;
};

/// The steps and then the names of the process, in its order.
std::vector<Nameable> nameables(const Process& process);

/// Gives `copy` the texts of `original`, with the given names in them: a step gets it as its title; everywhere that a
/// text says one of the process's names, it says the given one ("Waarborg 1" in "Waarborg 1: hoe staan we ervoor?",
/// but not in "Waarborg 12"). Messages do too. `copy` must be a copy of `original`: what points into it stays valid.
void give_names(Process& copy, const Process& original, const std::vector<GivenName>& names);

} // namespace planner::process
