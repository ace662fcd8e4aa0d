#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/key.h"
#include "planning/day.h"
#include "planning/identity.h"
#include "review/review.h"

namespace planner::planning {

enum class AgreementState {
    open,
    late, ///< should have been done
    done  ///< a person said so
};

/// A row of a table whose rows the process calls agreements: what somebody will do, and by when.
struct Agreement {
    document::EntityKey row; ///< where it stands, and where people tick it off
    const process::Card* card = nullptr;
    const process::Block* block = nullptr;
    std::string whose; ///< id of the participant whose card it stands on; "" for the whole review
    std::string what;
    std::string who;
    std::optional<Day> due;
    AgreementState state = AgreementState::open;
    std::string done_by; ///< who said that it is done
    std::optional<Day> done_on;
};

/// All agreements of a review, in the order of the process and of their tables; without a day none is late. A row
/// without words is none. They point into the process, which must outlive them.
std::vector<Agreement> agreements_of(const review::Review& review, std::optional<Day> today);

/// Those of the whole review and of one participant, as they were made: none is late.
std::vector<Agreement> agreements_with(const review::Review& review, std::string_view participant);

/// Whether somebody with that part has an agreement to think of: contact persons those of their participant, everybody
/// who is no mere member of a panel those of the whole review, and who guides the review also those that name them.
bool concerns(const Agreement& agreement, const Part& part, const review::Review& review);

} // namespace planner::planning
