#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "planning/run_sheet.h"
#include "planning/run_sheet_status.h"
#include "review/rows.h"

/// The run sheets of the current review: what they say, and the commands on them. Only when `Planner::current()` is
/// ready.
namespace planner::app {

class Planner;

planning::Agenda agenda_in(const Planner& planner, const process::RunSheet& sheet, std::string_view subject);
planning::RunSheetStatus status_of(const Planner& planner, const planning::Agenda& agenda);
bool differs_from_proposal(const Planner& planner, const planning::Agenda& agenda);

/// Types in a line. `proposed` is what stands there when people say nothing; that text is left to the process.
void set_agenda_text(Planner& planner, const document::FieldKey& key, const std::string& proposed,
                     const std::string& text, const std::optional<std::string>& base);
/// Adds a line below another one, or at the end for null.
document::EntityKey add_agenda_item(Planner& planner, const planning::Agenda& agenda,
                                    const planning::AgendaItem* above);
void leave_out_agenda_item(Planner& planner, const planning::AgendaItem& item);
void put_back_agenda_item(Planner& planner, const planning::AgendaItem& item);
void move_agenda_item(Planner& planner, const planning::Agenda& agenda, const document::EntityKey& item,
                      review::Direction direction);
void shorten_agenda(Planner& planner, const std::vector<planning::ShorterItem>& items);
/// Lets the item begin when what stands above it is over.
void unlock_agenda_item(Planner& planner, const planning::AgendaItem& item);
/// Lets the meeting take as long as it does now.
void agree_on_length(Planner& planner, const planning::Agenda& agenda);
void reset_agenda(Planner& planner, const planning::Agenda& agenda);
void decide_run_sheet(Planner& planner, const planning::Agenda& agenda, planning::RunSheetState state);

} // namespace planner::app
