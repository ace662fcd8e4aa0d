#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "planning/messages.h"
#include "process/text.h"

namespace planner::planning {

/// How what a message says is put into words.
struct MessageWords {
    process::Language language = process::Language::dutch;
    std::string sender;
    std::function<std::string(Day)> day;
    /// What stands in the place of something that is not filled in, so that everybody sees that it is missing.
    std::function<std::string(std::string_view placeholder)> missing;
    /// The last day for something, as it stands behind who does it; without it only the day.
    std::function<std::string(Day)> by = nullptr;
    /// From when to when, or only until when: `from` may be empty.
    std::function<std::string(const std::string& from, const std::string& until)> times = nullptr;
};

struct MessageText {
    std::string subject;
    std::string body;
    std::vector<std::string> missing; ///< names of what is not filled in, each once
    bool edited = false;              ///< people changed the subject or the body
};

/// The text of a message: what people made of it, else the process's with its placeholders filled in.
MessageText text_of(const review::Review& review, const Plan& plan, const PlannedMessage& message,
                    const MessageWords& words);

} // namespace planner::planning
