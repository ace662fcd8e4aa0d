#include "cli/commands.h"
#include "cli/files.h"

#include "process/load.h"

#include <ostream>
#include <utility>

namespace planner::cli {

Expected<void> run_process_check(const Surroundings& surroundings, const Arguments& arguments) {
    const std::string& file = arguments.files_and_values[0];
    const auto bytes = read_bytes(surroundings, file);
    if (!bytes) {
        return tl::unexpected<Problem>(bytes.error());
    }
    auto loaded = process::load(*bytes);
    if (!loaded) {
        process::ProcessError& error = loaded.error();
        return tl::unexpected<Problem>(
            {file, error.line, error.column, std::move(error.pointer), std::move(error.sentence)});
    }
    surroundings.out << file << ": ok, " << loaded->id << " " << loaded->version << ", " << loaded->steps.size()
                     << " steps, " << loaded->tasks.size() << " tasks, " << loaded->cards.size() << " cards\n";
    return {};
}

} // namespace planner::cli
