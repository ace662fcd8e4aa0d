#include "app/planner.h"

namespace planner::app {

const DashboardView& Planner::dashboard() {
    make_plan();
    const std::string key = plan_of_ + " " + std::string(texts_.language_code());
    if (dashboard_of_ == key) return dashboard_;
    const review::RowIndex rows(current()->document());
    const review::Review reading(current()->document(), current()->process(), rows);
    dashboard_ = make_dashboard(reading, plan_, own_tasks_, texts_, today());
    dashboard_of_ = key;
    return dashboard_;
}

} // namespace planner::app
