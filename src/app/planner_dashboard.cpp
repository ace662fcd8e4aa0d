#include "app/planner.h"

namespace planner::app {

const DashboardView& Planner::dashboard() {
    const Planned& to_do = planned();
    const std::string key = found_.planned.of + " " + std::string(texts_.language_code());
    if (found_.dashboard.of == key) return found_.dashboard.value;
    const review::RowIndex rows(current()->document());
    const review::Review reading(current()->document(), current()->process(), rows);
    found_.dashboard = {make_dashboard(reading, to_do.plan, to_do.own_tasks, texts_, today()), key};
    const bool nobody_known = identity() == planning::Identity{};
    found_.dashboard.value.next_agreements =
        next_agreements(to_do.agreements, reading, nobody_known ? std::nullopt : std::optional(own_part(reading, identity())), today());
    return found_.dashboard.value;
}

} // namespace planner::app
