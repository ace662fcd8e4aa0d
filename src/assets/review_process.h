#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"
#include "process/load.h"
#include "process/names.h"

/// Processes that come from files and reviews, beside those that the program holds.
namespace planner::assets {

/// The process that this text describes. Read once: the same text gives the same process, valid forever. A text that
/// says what one of the program's own processes says gives that one, with all its languages.
tl::expected<const process::Process*, process::ProcessError> process_from(std::string_view text);

/// The text that a review keeps of a process that this module or known_process() gave.
std::string text_of(const process::Process& process);

/// Those of process_from() that are not the program's own, in the order in which they were first read.
std::vector<const process::Process*> own_processes();

/// The program's own process with the id of `process`, when its version is a newer one; else null. Versions are compared
/// number by number: 1.10 is newer than 1.9.
const process::Process* newer_than(const process::Process& process);

/// The process that one review follows, with the names that its people gave.
class ReviewProcess {
public:
    /// Follows the document; cheap when nothing about its process changed. A kept text that cannot be read is not used:
    /// then it is the program's process of the id that the review names, or none.
    void update(const document::Document& document);

    /// Has no steps when there is none. Valid as long as this object; `update` changes names where they stand.
    const process::Process& process() const;
    /// The same, as it is without the given names; null when there is none.
    const process::Process* unnamed() const { return base_; }
    bool known() const { return base_ != nullptr; }
    /// What is wrong with the text that the review keeps.
    const std::optional<process::ProcessError>& problem() const { return problem_; }

private:
    const process::Process* find(const document::Document& document);

    const process::Process* base_ = nullptr;
    const process::Process* named_of_ = nullptr; ///< of which the last of `named_` is a copy
    unsigned translation_ = 0;                   ///< when the names were given
    std::optional<process::ProcessError> problem_;
    std::vector<process::GivenName> names_;
    /// Copies with names; the last one counts. Earlier ones stay, because a screen may still point into them.
    std::vector<std::unique_ptr<process::Process>> named_;
};

} // namespace planner::assets
