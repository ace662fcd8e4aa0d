#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "platform/platform.h"

namespace planner::app {

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

/// What was asked of the outside world and is to come, and what people were told once.
struct Awaited {
    std::set<std::string, std::less<>> copies; ///< of reviews that have to be read first
    std::string archive;                       ///< the review that the archive reads
    bool example = false;
    std::set<std::string> told_elsewhere; ///< reviews of which people know that another tab changes them too
};

/// Who somebody can be in a review.
struct IdentityChoice {
    std::string value; ///< by `planning::to_text`
    std::string label;
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
