#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/texts.h"
#include "planning/agreements.h"
#include "planning/hours.h"
#include "planning/plan.h"
#include "planning/run_sheet_status.h"
#include "review/review.h"

namespace planner::app {

/// How many of something are settled, open or off.
struct Standings {
    std::size_t settled = 0;
    std::size_t open = 0;
    std::size_t off = 0;

    void add(process::Standing standing);
    /// Without what is off.
    std::size_t counted() const { return settled + open; }
    bool operator==(const Standings&) const = default;
};

/// A run sheet, and from when to when the meeting lasts by it, hh:mm; "" while that is not known.
struct Programme {
    std::string sheet; ///< its id
    std::string host;  ///< of the visit; "" for a meeting of the whole review
    std::string title; ///< of the run sheet
    planning::RunSheetStatus status;
    std::string start = {};
    std::string end = {};
};

struct VisitView {
    std::string host;
    review::Visit visit;
    std::vector<Programme> programmes;
    std::vector<review::Seat> seats;
    std::vector<review::Seat> former; ///< who was replaced
    Standings panel;
    std::vector<review::SupportingDocument> documents;
    std::size_t asked = 0, received = 0, forwarded = 0; ///< of the documents
};

/// Whom one participant sends to which panels.
struct SupplyView {
    std::string participant;        ///< "" for who comes from elsewhere
    std::vector<Standings> to_host; ///< one for each visit, in their order
};

struct ActionsView {
    std::string participant;
    std::vector<review::Action> actions;
    Standings standings;
    std::optional<std::size_t> next; ///< index of the first in time that is open
};

/// What one participant, or for "" the whole review, filled in on a card that the dashboard gathers from.
struct AnswersView {
    std::string participant;
    std::string card;
    std::vector<std::string> lines;
};

struct GatheredView {
    const process::Gathered* part = nullptr;
    std::vector<AnswersView> answers; ///< without those who filled in nothing
    std::size_t asked = 0;            ///< how many could fill in something
    std::size_t answered = 0;
};

/// What only the dashboard shows, computed when it is asked for and once per change, day and language.
struct DashboardView {
    std::vector<std::size_t> next_tasks; ///< indexes into the plan, own tasks first, and the most urgent of those
    std::vector<std::size_t> next_agreements; ///< indexes into those of the review: what is late or due soon, in that order
    std::vector<Programme> programmes;   ///< of meetings of the whole review
    std::vector<VisitView> visits;
    std::vector<SupplyView> supplies;
    Standings panels; ///< of all visits together
    std::vector<ActionsView> actions;
    std::vector<GatheredView> gathered;
    std::vector<planning::RoleHours> hours;
    std::string cycle; ///< cycle_text; "" where there is nothing to say

    const VisitView* visit(std::string_view host) const;
};

/// Ids of the entities of tasks.
using TaskIds = std::set<std::string, std::less<>>;

/// It points into the process, which must outlive it, and not into the plan. `own_tasks` come first in what is to be
/// done.
DashboardView make_dashboard(const review::Review& review, const planning::Plan& plan, const TaskIds& own_tasks,
                             const Texts& texts, planning::Day today);

/// What a meeting that was held leaves to be done: its own tasks and what its record waits for, then the messages that
/// are the record.
enum class AfterMeeting { nothing, wrap_up, messages };
AfterMeeting after_meeting(const planning::Plan& plan, std::string_view sheet, std::string_view subject);

/// Those that come first of the agreements of who has this part; without a part, of everybody.
std::vector<std::size_t> next_agreements(const std::vector<planning::Agreement>& agreements, const review::Review& review,
                                         const std::optional<planning::Part>& own, planning::Day today);

} // namespace planner::app
