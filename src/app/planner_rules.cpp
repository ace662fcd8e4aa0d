#include "app/planner.h"

namespace planner::app {

const std::vector<planning::RuleFinding>& Planner::rules() {
    make_plan();
    if (rules_of_ != plan_of_) {
        rules_ = planning::check_rules(reading(), plan_);
        rules_of_ = plan_of_;
    }
    return rules_;
}

} // namespace planner::app
