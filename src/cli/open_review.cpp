#include "cli/open_review.h"

#include "assets/assets.h"
#include "assets/catalog.h"
#include "document/key.h"
#include "review/ids.h"

#include <utility>

namespace planner::cli {

planning::Plan OpenReview::plan(planning::Day today) const {
    const planning::ReviewDays days(reading(), assets::school_holidays());
    return planning::make_plan(
        reading(), today, [&](std::string_view subject) -> const planning::WorkingDays& { return days.of(subject); });
}

Expected<OpenReview> open_review(const Surroundings& surroundings, const std::string& file) {
    auto read = read_document(surroundings, file);
    if (!read) {
        return tl::unexpected<Problem>(std::move(read.error()));
    }
    const std::string id = review::process_id(read->document);
    const process::Process* process = assets::known_process(id);
    if (process == nullptr) {
        return refuse(file, document::to_pointer(document::FieldKey{review::review_key(), "process"}),
                      no_such_process(id));
    }
    return OpenReview{std::move(read->document), process};
}

std::string no_such_process(const std::string& id) {
    std::string names;
    for (const assets::Asset& process : assets::processes()) {
        names += (names.empty() ? "" : ", ") + std::string(process.id);
    }
    return "there is no process \"" + id + "\"; known: " + names;
}

} // namespace planner::cli
