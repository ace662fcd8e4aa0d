#pragma once

#include <string_view>
#include <vector>

#include "planning/run_sheet.h"
#include "review/rows.h"

namespace planner::planning {

// What to write to change a run sheet; each is one command for people.

/// Moves a line one place; nothing when it is at that end already.
std::vector<review::FieldWrite> move_item(const Agenda& agenda, const document::EntityKey& line,
                                          review::Direction direction);
/// A line of ten minutes below another one, or at the end for null.
review::NewRow new_item(const review::Review& review, const Agenda& agenda, const AgendaItem* above,
                        const review::RandomBits& random);
/// Takes a line out of the programme; what people wrote in it stays. A line without a word in it is removed.
std::vector<review::FieldWrite> leave_out(const AgendaItem& item);
/// Puts it back. One that the chosen length leaves out gets its shortest time.
std::vector<review::FieldWrite> put_back(const AgendaItem& item);
std::vector<review::FieldWrite> shorten(const std::vector<ShorterItem>& items);
/// Lets an item begin when what comes before it is over.
std::vector<review::FieldWrite> unlock(const AgendaItem& item);
/// Lets the meeting take as long as it does now.
std::vector<review::FieldWrite> agree_on_length(const Agenda& agenda);
/// Back to what the process proposes. What people said about it stays, and so does what stands in other fields.
std::vector<review::FieldWrite> as_proposed(const Agenda& agenda);
/// Whether `as_proposed` would change something.
bool differs_from_proposal(const review::Review& review, const Agenda& agenda);

} // namespace planner::planning
