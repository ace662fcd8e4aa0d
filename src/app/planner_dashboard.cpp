#include "app/planner.h"

namespace planner::app {

const DashboardView& Planner::dashboard() {
    const Planned& to_do = planned();
    const std::string key = planned_.of + " " + std::string(texts_.language_code());
    if (dashboard_.of == key) return dashboard_.value;
    const review::RowIndex rows(current()->document());
    const review::Review reading(current()->document(), current()->process(), rows);
    dashboard_ = {make_dashboard(reading, to_do.plan, to_do.own_tasks, texts_, today()), key};
    return dashboard_.value;
}

} // namespace planner::app
