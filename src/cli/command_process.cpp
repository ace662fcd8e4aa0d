#include "cli/commands.h"
#include "cli/files.h"

#include "cli/open_review.h"
#include "review/kept_process.h"

#include <ostream>
#include <utility>

namespace planner::cli {

Expected<void> run_process_check(const Surroundings& surroundings, const Arguments& arguments) {
    const std::string& file = arguments.files_and_values[0];
    const auto opened = open_process(surroundings, file);
    if (!opened) {
        return tl::unexpected<Problem>(opened.error());
    }
    const process::Process& process = *opened->process;
    surroundings.out << file << ": ok, " << process.id << " " << process.version << ", " << process.steps.size()
                     << " steps, " << process.tasks.size() << " tasks, " << process.cards.size() << " cards\n";
    return {};
}

Expected<void> run_process_use(const Surroundings& surroundings, const Arguments& arguments) {
    auto read = read_document(surroundings, arguments.files_and_values[0]);
    if (!read) {
        return tl::unexpected<Problem>(read.error());
    }
    const auto opened = open_process(surroundings, arguments.files_and_values[1]);
    if (!opened) {
        return tl::unexpected<Problem>(opened.error());
    }
    const document::Stamp stamp = new_stamp(surroundings, arguments);
    for (review::FieldWrite& write : review::follow_process(opened->process->id, opened->text)) {
        read->document.write(stamp, write.key, std::move(write.value));
    }
    return write_document(surroundings, *arguments.output, read->document);
}

} // namespace planner::cli
