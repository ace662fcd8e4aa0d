#include "process/message.h"

namespace planner::process {

const std::vector<std::string_view>& message_placeholders() {
    static const std::vector<std::string_view> names = {
        // the task and its day
        "task",
        "what",
        "why",
        "next",
        "due",
        // the review and who guides it
        "title",
        "facilitator",
        "facilitator_contact",
        "kickoff_date",
        "kickoff_time",
        "kickoff_place",
        // whom it is about
        "participant",
        "institution",
        "learning_question",
        "host",
        "visit_date",
        "visit_time",
        "visit_place",
        // lists, one item on each line
        "participants",
        "date_options",
        "documents",
        "actions",
        "agreements",
        "preparation",
        // the message itself
        "recipient",
        "sender",
    };
    return names;
}

} // namespace planner::process
