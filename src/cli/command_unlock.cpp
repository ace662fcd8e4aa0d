#include "cli/commands.h"
#include "cli/files.h"
#include "cli/locking.h"

namespace planner::cli {

namespace {

std::string reason_of(exchange::LockProblem problem) {
    switch (problem) {
    case exchange::LockProblem::newer_format: return "it was locked by a newer planner, in a way that this one does not know";
    case exchange::LockProblem::rounds: return "its number of rounds is not between 100000 and 10000000";
    case exchange::LockProblem::damaged: break;
    }
    return "the file is damaged: it was cut off or edited";
}

} // namespace

Expected<void> run_unlock(const Surroundings& surroundings, const Arguments& arguments) {
    const std::string& file = arguments.files_and_values[0];
    const auto bytes = read_bytes(surroundings, file);
    if (!bytes) {
        return tl::unexpected<Problem>(bytes.error());
    }
    if (!exchange::is_locked(*bytes)) {
        return refuse(file, "", "this is not a locked file");
    }
    const auto locked = exchange::read_locked(*bytes);
    if (!locked) {
        return refuse(file, "", reason_of(locked.error()));
    }
    const auto pass_phrase = read_pass_phrase(surroundings, *arguments.pass_phrase_file);
    if (!pass_phrase) {
        return tl::unexpected<Problem>(pass_phrase.error());
    }
    const auto opened = unlock_bytes(*locked, *pass_phrase);
    if (!opened) {
        return refuse(file, "",
                      opened.error() == UnlockProblem::damaged ? reason_of(exchange::LockProblem::damaged)
                                                               : "the pass phrase does not fit");
    }
    return write_bytes(surroundings, *arguments.output, *opened);
}

} // namespace planner::cli
