#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "review/create.h"

namespace planner::app {

struct NewReviewRequest {
    std::string title;
    std::string process; ///< key_of_process
    std::vector<review::NewParticipant> participants;
    std::string kickoff_date = {}; ///< yyyy-mm-dd; anything else counts as not known yet
    std::string facilitator = {};  ///< their name; may be empty
    std::string visit_date = {};   ///< the same, of the visit at the one host; without meaning when everybody hosts
};

/// What is still wrong with a request; nothing is when all are false or empty.
struct NewReviewProblems {
    bool title_missing = false;
    bool process_unknown = false;
    bool too_few_participants = false;
    std::vector<std::size_t> names_missing; ///< indexes of participants
    std::vector<std::size_t> names_doubled; ///< indexes of participants whose name stands higher up too

    bool none() const {
        return !title_missing && !process_unknown && !too_few_participants && names_missing.empty() &&
               names_doubled.empty();
    }
};

} // namespace planner::app
