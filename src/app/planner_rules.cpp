#include "app/planner.h"

namespace planner::app {

const std::vector<planning::RuleFinding>& Planner::rules() {
    const planning::Plan& plan = planned().plan;
    if (rules_.of != planned_.of) rules_ = {planning::check_rules(reading(), plan), planned_.of};
    return rules_.value;
}

} // namespace planner::app
