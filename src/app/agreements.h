#pragma once

#include "app/routes.h"
#include "planning/agreements.h"

/// The agreements of the current review, `Planner::agreements()`: the commands on them, and where they stand. Only when
/// `Planner::current()` is ready.
namespace planner::app {

class Planner;

enum class AgreementDecision { done, open };

/// Ticks one off, with who does so and today; or takes that back.
void decide_agreement(Planner& planner, const planning::Agreement& agreement, AgreementDecision decision);

/// The card on which it stands.
Route route_to(const Planner& planner, const planning::Agreement& agreement);

} // namespace planner::app
