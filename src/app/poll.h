#pragma once

#include <string>
#include <string_view>

#include "review/availability.h"

/// Proposed days for the kickoff of the current review, and the free days that its plan keeps clear of. Only when
/// `Planner::current()` is ready.
namespace planner::app {

class Planner;

void answer_date(Planner& planner, std::string_view option, std::string_view participant, review::Answer answer);
/// Makes a proposed day that of the kickoff; what the proposal leaves open stays as it is.
void choose_date(Planner& planner, const review::DateOption& option);
/// The part of the country whose school holidays a participant has; "" for everybody at once.
void set_region(Planner& planner, std::string_view participant, std::string_view region);

/// "Schoolvakanties na 5 september 2027 kennen we nog niet."
std::string holidays_known_text(const Planner& planner);

} // namespace planner::app
