#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "app/agenda.h"
#include "app/computed.h"
#include "app/dashboard_view.h"
#include "app/process_offer.h"
#include "app/review_view.h"
#include "planning/agreements.h"
#include "planning/messages.h"
#include "planning/overlap.h"
#include "planning/plan.h"
#include "planning/rules.h"
#include "review/forgetting.h"
#include "review/leftovers.h"

namespace planner::app {

struct Summary;

/// What there is to do in a review on some day.
struct Planned {
    planning::Plan plan;
    std::vector<planning::PlannedMessage> messages; ///< newest first
    std::set<std::string, std::less<>> own_tasks;   ///< ids of those of who uses this device
    std::vector<planning::Agreement> agreements;
    std::size_t late_agreements = 0; ///< of who uses this device; of everybody while nobody said who that is
};

/// A task of one of all reviews.
struct TodayTask {
    const Summary* review = nullptr; ///< valid until the overview changes
    AgendaTask task;
};

/// What the planner found out when it was asked for, kept until it is out of date.
struct FoundOut {
    // Of the current review
    Computed<Planned> planned;
    Computed<ReviewView> view;
    Computed<DashboardView> dashboard;
    Computed<std::vector<planning::RuleFinding>> rules;
    Computed<std::vector<review::Leftover>> leftovers;
    Computed<ProcessPreview> process_preview;
    Computed<review::ForgettingPlan> forgetting;
    Computed<std::vector<planning::QuestionOverlap>> overlaps;
    Computed<bool> much_changed; ///< since the last file

    // Of all reviews
    Computed<std::vector<TodayTask>> today_tasks;
};

} // namespace planner::app
