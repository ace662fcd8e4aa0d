#pragma once

#include "process/scope.h"
#include "process/text.h"

#include <optional>
#include <string>
#include <vector>

namespace planner::process {

enum class RoleKind {
    facilitator, ///< who guides the review
    contacts,    ///< the contact persons of the participant that it is about
    panel,       ///< the seats of the visit that it is about
    everyone,    ///< all of them
};

struct Role {
    std::string id;
    Text title;
    RoleKind kind = RoleKind::everyone;
};

/// The days of a review from which other days are counted.
enum class KeyDate {
    created, ///< the day on which the review was made
    kickoff,
    visit,   ///< the own visit of a host; the first visit a visitor goes to; the first of all for the whole review
    visited, ///< the first visit of another participant; not for the review nor for a host
    last_visit,
    cycle, ///< the day at which the years between two reviews are over (review.cycle_date)
};

/// A day as months and days after a key date; negative is before it. Months come first.
struct Offset {
    KeyDate from = KeyDate::created;
    int months = 0; ///< from -120 to 120
    int days = 0;   ///< from -3660 to 3660
};

/// Where in the planner the work of a task is done, when that is no card.
enum class WorkPlace { none, dates, visits, panel, documents, messages, run_sheet, actions, participants, hours };

/// What makes the planner propose that a task is done; a person decides.
enum class DoneWhen {
    never,     ///< it proposes nothing
    card,      ///< all required fields of the task's card are filled in
    field,     ///< the bound field is filled in
    answers,   ///< the participant answered every day that is proposed for the kickoff
    messages,  ///< the messages that are the task's work are sent
    run_sheet, ///< the task's run sheet is final
};

/// Something that somebody has to do. The days belong to one review; see planning for those.
struct Task {
    std::string id;
    std::string step;
    Text title;
    Text what; ///< what is asked, precisely
    Text why;
    Text next; ///< what follows from it
    Scope scope = Scope::review;
    std::string role;              ///< id of the role that acts
    std::vector<std::string> with; ///< ids of roles that help
    Offset due;
    std::optional<Offset> opens; ///< without it, the task opens when what it depends on is done
    /// Ids of tasks. Where both have a subject: the one of the same subject; where the other has more: all of them.
    std::vector<std::string> depends_on;
    std::string card; ///< id of the card that it fills in; may be empty
    WorkPlace place = WorkPlace::none;
    std::string run_sheet; ///< id of the run sheet; only with WorkPlace::run_sheet
    DoneWhen done_when = DoneWhen::never;
    std::string field; ///< with DoneWhen::field: a binding that binding.h knows ("review.kickoff_date")
    bool optional = false;
};

} // namespace planner::process
