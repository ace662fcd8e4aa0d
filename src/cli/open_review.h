#pragma once

#include "cli/files.h"

#include "assets/review_process.h"
#include "document/document.h"
#include "planning/plan.h"
#include "planning/school_holidays.h"
#include "process/process.h"
#include "review/review.h"

#include <string>

namespace planner::cli {

/// A review that was read from a file, with the process that it follows.
struct OpenReview {
    document::Document document;
    assets::ReviewProcess followed;

    review::Review reading() const { return review::Review(document, followed.process()); }
    /// The tasks on a day, off the school holidays that the program knows and the review's own free days.
    planning::Plan plan(planning::Day today) const;
};

/// Refuses a review that follows a process that the program does not know, or that keeps one that cannot be read.
Expected<OpenReview> open_review(const Surroundings& surroundings, const std::string& file);

/// A process file, with the text that a review keeps of it.
struct OwnProcess {
    const process::Process* process;
    std::string text;
};
Expected<OwnProcess> open_process(const Surroundings& surroundings, const std::string& file);

/// The reason for refusing a process, with the names of those that there are.
std::string no_such_process(const std::string& id);

} // namespace planner::cli
