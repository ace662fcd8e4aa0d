#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/dates.h"
#include "process/difference.h"
#include "process/load.h"
#include "review/leftovers.h"

namespace planner::app {

class OpenReview;

/// A process about which somebody has to decide: from a file that was opened, or a newer version of the one in use.
struct ProcessOffer {
    enum class From { file, program };
    From from = From::file;
    std::string file;                          ///< name of the file; "" from the program
    const process::Process* process = nullptr; ///< null when the file is wrong
    process::ProcessError error;               ///< what is wrong with it
};

/// The process in a file; nothing when the file is none, which is told by its format or its shape.
std::optional<ProcessOffer> read_process_file(std::string_view name, std::string_view bytes);

/// A newer version of what a review follows, in this planner; null when there is none, and for no review.
const process::Process* newer_process(const OpenReview* review);
/// Whether a review, which is ready, follows the offered process already.
bool follows(const OpenReview& review, const ProcessOffer& offer);

/// A task that gets another day.
struct ProcessMove {
    std::string task;
    std::string participant; ///< name; "" for the whole review
    std::optional<Day> from;
    std::optional<Day> to;
};

/// What it would mean for a review to follow another process.
struct ProcessPreview {
    std::vector<process::Difference> differences;
    std::vector<review::Leftover> hidden; ///< what people wrote that would have no place any more
    std::vector<ProcessMove> moves;
};

} // namespace planner::app
