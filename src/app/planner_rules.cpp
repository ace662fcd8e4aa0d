#include "app/planner.h"

namespace planner::app {

const std::vector<planning::RuleFinding>& Planner::rules() {
    const planning::Plan& plan = planned().plan;
    if (found_.rules.of != found_.planned.of) found_.rules = {planning::check_rules(reading(), plan), found_.planned.of};
    return found_.rules.value;
}

const std::vector<planning::QuestionOverlap>& Planner::question_overlaps() {
    const std::string key = shown_state();
    if (found_.overlaps.of != key) found_.overlaps = {planning::question_overlaps(reading()), key};
    return found_.overlaps.value;
}

} // namespace planner::app
