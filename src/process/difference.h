#pragma once

#include "process/text.h"

#include <string>
#include <string_view>
#include <vector>

namespace planner::process {

/// What about a process can differ, in the words of who follows it. `date`: when a task opens or is due. `other`: the
/// explanation, roles, hours and whatever else is no list of things with an id.
enum class Part { step, card, field, task, date, message, rule, run_sheet, other };

enum class DifferenceKind { added, removed, changed };

struct Difference {
    Part part = Part::other;
    DifferenceKind kind = DifferenceKind::changed;
    Text name;   ///< its title, as it is from now on or, when removed, as it was; empty for `other`
    Text inside; ///< of a field: the title of its card
};

/// What changes when a review goes from one process to the other, in the order of `Part` and then of the files. Things
/// are the same thing when they have the same id. Fields of a card that is added or removed are not told apart from it,
/// and a change in English only is none. Both texts must be processes that load() reads.
std::vector<Difference> differences(std::string_view before, std::string_view after);

/// Whether two process texts say the same, apart from their English.
bool same_but_for_english(std::string_view left, std::string_view right);

} // namespace planner::process
