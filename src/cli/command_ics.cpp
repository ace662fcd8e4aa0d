#include "cli/commands.h"
#include "cli/open_review.h"
#include "cli/words.h"

#include "exchange/review_calendar.h"
#include "planning/identity.h"

#include <chrono>

namespace planner::cli {

namespace {

/// What stands for the one who guides the review, who has no id.
constexpr std::string_view facilitator = "facilitator";

} // namespace

planning::Identity identity_of(const Arguments& arguments) {
    if (arguments.participant) {
        return {planning::IdentityKind::participant, *arguments.participant};
    }
    if (arguments.person == facilitator) {
        return {planning::IdentityKind::facilitator, ""};
    }
    if (arguments.person) {
        return {planning::IdentityKind::person, *arguments.person};
    }
    return {};
}

planning::Day day_of(std::int64_t milliseconds) {
    const std::chrono::sys_time<std::chrono::milliseconds> moment{std::chrono::milliseconds(milliseconds)};
    return planning::Day{std::chrono::floor<std::chrono::days>(moment)};
}

Expected<void> run_ics(const Surroundings& surroundings, const Arguments& arguments) {
    const std::string& file = arguments.files_and_values[0];
    const auto opened = open_review(surroundings, file);
    if (!opened) {
        return tl::unexpected<Problem>(opened.error());
    }
    const planning::Identity identity = identity_of(arguments);
    const review::Review review = opened->reading();
    if (!planning::is_known(review, identity)) {
        return refuse(file, "", "nobody in the review has the id \"" + identity.id + "\"");
    }
    const std::int64_t now = surroundings.now();
    const exchange::Calendar calendar =
        exchange::make_review_calendar(review, opened->plan(day_of(now)), planning::part_of(review, identity),
                                       Words(arguments).for_calendars(), now);
    if (calendar.events.empty()) {
        return refuse(file, "", "nothing in the review has a date yet");
    }
    const auto bytes = exchange::write_calendar(calendar);
    if (!bytes) {
        return refuse(file, "", "the calendar cannot be written: event " + calendar.events[bytes.error().event].uid);
    }
    return write_bytes(surroundings, *arguments.output, *bytes);
}

} // namespace planner::cli
