#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "app/agenda.h"
#include "planning/agreements.h"
#include "planning/messages.h"
#include "planning/plan.h"
#include "platform/platform.h"

namespace planner::app {

struct Summary;

/// What the outside world knows when the planner starts.
struct StartConfiguration {
    std::string settings_json; ///< as given to Platform::save_settings; "" at the first visit
    std::string index_json;    ///< list of summaries
    platform::StorageState storage = platform::StorageState::working;
    std::string hash; ///< of the address bar, with or without #
};

enum class Step { undo, redo };
enum class TaskDecision { done, not_applicable, undecided };
enum class MessageDecision { sent, lapsed, undecided };

/// A command of one review, to take it back later.
struct CommandOfReview {
    std::string review;
    std::uint64_t command = 0;
};

/// Something that takes time to find out, and what it was found out of: once that is another, it is out of date.
template <class Value>
struct Computed {
    Value value{};
    std::string of;
};

/// What there is to do in a review on some day.
struct Planned {
    planning::Plan plan;
    std::vector<planning::PlannedMessage> messages; ///< newest first
    std::set<std::string, std::less<>> own_tasks;   ///< ids of those of who uses this device
    std::vector<planning::Agreement> agreements;
    std::size_t late_agreements = 0; ///< of who uses this device; of everybody while nobody said who that is
};

/// Who somebody can be in a review.
struct IdentityChoice {
    std::string value; ///< by `planning::to_text`
    std::string label;
};

/// A task of one of all reviews.
struct TodayTask {
    const Summary* review = nullptr; ///< valid until the overview changes
    AgendaTask task;
};

/// A message as a file that mail programs open.
struct MailFile {
    std::string name;
    std::string bytes;
};

/// Files that are handed over one after another: browsers drop files that come at once.
struct MailFiles {
    std::vector<MailFile> waiting;
    std::int64_t next = 0; ///< milliseconds since 1970 UTC; not before then
    static constexpr int pause_ms = 400;
};

} // namespace planner::app
