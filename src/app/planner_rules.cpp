#include "app/planner.h"

namespace planner::app {

const std::vector<planning::RuleFinding>& Planner::rules() {
    const planning::Plan& plan = planned().plan;
    if (rules_.of != planned_.of) rules_ = {planning::check_rules(reading(), plan), planned_.of};
    return rules_.value;
}

const std::vector<planning::QuestionOverlap>& Planner::question_overlaps() {
    const std::string key = shown_state();
    if (overlaps_.of != key) overlaps_ = {planning::question_overlaps(reading()), key};
    return overlaps_.value;
}

} // namespace planner::app
