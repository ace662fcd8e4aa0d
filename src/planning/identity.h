#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "planning/plan.h"
#include "process/task.h"
#include "review/review.h"

namespace planner::planning {

enum class IdentityKind {
    everybody,
    facilitator,
    participant, ///< its contact persons and those of it who sit in panels
    person,      ///< a contact person of a participant, or somebody in a panel
};

/// Who somebody is in a review: whose tasks are theirs, which days belong in their calendar.
struct Identity {
    IdentityKind kind = IdentityKind::everybody;
    std::string id = {}; ///< of the participant or the person; else ""

    bool operator==(const Identity&) const = default;
};

/// "facilitator", "participant.<id>", "person.<id>"; "" for everybody. Reading anything else gives everybody.
std::string to_text(const Identity& identity);
Identity identity_from_text(std::string_view text);

/// The parts that somebody has in a review.
struct Part {
    bool facilitates = false;
    std::set<std::string> contact_of; ///< participants
    std::set<std::string> panel_of;   ///< participants that they visit; not who said that they do not come

    bool empty() const { return !facilitates && contact_of.empty() && panel_of.empty(); }
    /// Whether they have that role in what concerns a participant, or, for "", the whole review.
    bool has(process::RoleKind role, const review::Review& review, const std::string& subject) const;
    /// Whether a task is theirs to do.
    bool acts_in(const PlannedTask& task, const review::Review& review) const;
    /// Whether they are there when that participant is visited.
    bool goes_to(const review::Review& review, const std::string& host) const;
};

/// Empty when the review does not know who it is.
Part part_of(const review::Review& review, const Identity& identity);

/// The part of those with a role in what concerns a participant, or, for "", the whole review.
Part part_of(const review::Review& review, process::RoleKind role, const std::string& subject);

/// Whether the review has such a participant or person.
bool is_known(const review::Review& review, const Identity& identity);

/// Somebody who can say "that is me".
struct KnownPerson {
    std::string id;
    std::string participant; ///< where they come from
    std::string name;
};

/// Contact persons and members of panels who come and have a name, by participant; who is in several lists is there once.
std::vector<KnownPerson> known_persons(const review::Review& review);

} // namespace planner::planning
