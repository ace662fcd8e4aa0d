#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "review/availability.h"
#include "review/visit_days.h"

/// Proposed days for the kickoff and the visits of the current review, and the free days that its plan keeps clear of.
/// Only when `Planner::current()` is ready.
namespace planner::app {

class Planner;

void answer_date(Planner& planner, std::string_view option, std::string_view participant, review::Answer answer);
/// Makes a proposed day that of the kickoff; what the proposal leaves open stays as it is.
void choose_date(Planner& planner, const review::DateOption& option);
/// The same for the visit at this participant.
void choose_visit_day(Planner& planner, const std::string& host, const review::DateOption& option);
/// What speaks against that date (yyyy-mm-dd) for the visit at this participant, a sentence each: another visit is on it, the one
/// who is visited is free, or a rule of the process about the days between that visit and another date.
std::vector<std::string> visit_day_warnings(const Planner& planner, const std::string& host, const std::string& date);
/// A run sheet of a visit that does not end when the proposed day does that the visit is on; both ends as hh:mm.
struct OtherEnd {
    std::string sheet; ///< its id
    std::string end, until;
};
std::optional<OtherEnd> run_sheet_with_other_end(const Planner& planner, const review::VisitDays& days);
/// The part of the country whose school holidays a participant has; "" for everybody at once.
void set_region(Planner& planner, std::string_view participant, std::string_view region);

/// "Schoolvakanties na 5 september 2027 kennen we nog niet."
std::string holidays_known_text(const Planner& planner);

} // namespace planner::app
