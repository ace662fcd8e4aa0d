#pragma once

#include "process/about.h"
#include "process/card.h"
#include "process/coach.h"
#include "process/gathered.h"
#include "process/hours.h"
#include "process/message.h"
#include "process/overlap.h"
#include "process/rule.h"
#include "process/run_sheet.h"
#include "process/scope.h"
#include "process/task.h"
#include "process/text.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace planner::process {

struct Step {
    std::string id;
    Text title;
    Text purpose;
    std::vector<std::string> cards; ///< ids, in the order in which they are filled in
    bool parallel = false;          ///< whether it may run beside the step before it
    bool own_name = false;          ///< whether its title is the planner's own: no source gives one
};

/// A name in the texts of a process that a review may replace by its own.
struct Name {
    std::string id;
    Text text;             ///< as it stands in the texts
    bool own_name = false; ///< as of a step
};

/// Who is visited. every: each participant once. one: the first participant, by all others.
enum class Hosting { every, one };

/// Who takes part: what one of them is called, and how few there may be.
struct Participants {
    std::size_t minimum = 1;
    Text singular;
    Text plural;
    Text add_label; ///< the button that adds one
    Text minimum_reason;
    Hosting hosting = Hosting::every;
    Text host_label;    ///< what the host is called; may be empty with Hosting::every
    Text visitor_label; ///< what a visitor is called; may be empty with Hosting::every
    int cycle_months = 0; ///< from one visit to the next review at the same host; 0 when the process does not say
};

/// A kind of peer review: what is asked of whom, step by step. It holds no answers. Lists are in the order of the file
/// and may be empty, but for the steps.
struct Process {
    std::string id;
    std::string version;
    Text title;
    Text summary;
    Participants participants;
    std::vector<Step> steps;
    std::vector<Card> cards;
    /// The fields that may hold a participant's learning question; the first one that is filled in counts.
    std::vector<FieldReference> learning_question;
    std::vector<Role> roles;
    std::vector<Task> tasks;
    std::vector<RunSheet> run_sheets;
    std::vector<Rule> rules;
    std::vector<Message> messages;
    std::vector<Hours> hours;
    std::vector<HoursNote> hours_notes;
    std::vector<AboutSection> about;
    Fits fits;
    Coach coach;
    Overlap overlap;
    std::vector<Gathered> gathered; ///< "dashboard" in the file
    std::vector<Name> names;

    // Each gives null when there is none with that id.
    const Card* card(std::string_view card_id) const;
    const Step* step(std::string_view step_id) const;
    const Step* step_of_card(std::string_view card_id) const;
    const Role* role(std::string_view role_id) const;
    const Role* role_of(RoleKind kind) const; ///< the first one
    const Task* task(std::string_view task_id) const;
    const RunSheet* run_sheet(std::string_view run_sheet_id) const;
    const Rule* rule(std::string_view rule_id) const;
    const Message* message(std::string_view message_id) const;
    /// The first field or table with this binding that a card has, with its card.
    struct BoundField {
        const Card* card = nullptr;
        const Field* field = nullptr; ///< null when no card has one
    };
    BoundField bound_field(std::string_view binding) const;
    /// How a row of a bound table stands whose column `state` holds this; open for what the process does not know.
    Standing standing_of(std::string_view table_binding, std::string_view state) const;
};

} // namespace planner::process
