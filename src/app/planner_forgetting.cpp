#include "app/forgetting.h"
#include "app/planner.h"
#include "planning/keep_until.h"
#include "review/forgetting.h"

namespace planner::app {

const review::ForgettingPlan& Planner::forgetting_plan(const std::string& name) {
    const std::string key = shown_state() + " " + name;
    if (found_.forgetting.of == key) return found_.forgetting.value;
    const review::Review review = reading();
    found_.forgetting = {name.empty() ? review::plan_wiping_contacts(review) : review::plan_forgetting(review, name), key};
    return found_.forgetting.value;
}

void Planner::forget(const std::string& name) {
    OpenReview* review = editable();
    if (review == nullptr) return;
    const review::ForgettingPlan plan = forgetting_plan(name);
    if (plan.places() == 0) return;
    review::forget(reviews_.edit(*review), plan, {texts_.tr("forget.replacement"), format_day(today())}, writer_.stamp(),
                   [this] { return writer_.random_bits(); });
    reviews_.undo_of(*review).clear();
    erase_earlier_versions(review->id());
    found_.forgetting = {};
    wrote_in(*review);
    toasts_.add(ToastKind::done, texts_.count("forget.done", plan.places()), platform_.now());
}

bool asks_to_wipe_contacts(Planner& planner) {
    const auto day = planning::keep_until(planner.reading());
    return day && days_between(planner.today(), *day) < 0 && planner.forgetting_plan("").places() > 0;
}

} // namespace planner::app
