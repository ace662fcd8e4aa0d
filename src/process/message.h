#pragma once

#include "process/text.h"

#include <string>
#include <string_view>
#include <vector>

namespace planner::process {

enum class MessageOn {
    task_opens,
    task_due_soon, ///< on each of `days` before a task is due
    task_late,     ///< `first` days after it was due, then every `every` days
    task,          ///< the message is the work of the task
};

enum class Attachment { review_file, calendar };

/// A message that the planner prepares; people send it.
struct Message {
    std::string id;
    Text title;
    MessageOn on = MessageOn::task;
    std::string task;      ///< the only task that it is for; empty: every task (never with MessageOn::task)
    std::vector<int> days; ///< of task_due_soon: days before, from 0 to 366
    int first = 0;         ///< of task_late: days after, from 1 to 366
    int every = 0;         ///< of task_late: days, from 1 to 366; 0: not again
    std::string to;        ///< id of a role; empty: who has to act
    Text subject;          ///< with placeholders in braces: {task}
    Text body;             ///< the same
    Text body_to_facilitator; ///< the same, in place of the body when it goes to who guides the review; may be empty
    std::vector<Attachment> attach;
    std::vector<std::string> record = {}; ///< ids of the cards that {preparation} tells of
    std::string notes_of = {};            ///< id of the run sheet of the meeting whose notes it tells as well; may be empty

    bool to_actor() const { return to.empty(); }
};

/// The names that may stand between braces in the subject and the body of a message.
const std::vector<std::string_view>& message_placeholders();

} // namespace planner::process
