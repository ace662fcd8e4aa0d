#include "scenes.h"

namespace planner::testing {

namespace {

using kit::Role;
using platform::HeadlessWorld;
using Opened = std::unique_ptr<Window>;

/// The settings of a device with a review, a removed one, and what was kept of that.
Opened settings_with_versions(HeadlessWorld& world) {
    auto window = with_example(world);
    const std::string removed = window->planner.route().review;
    window->planner.open_example("mbo-peer-review");
    window->settle();
    window->planner.remove_safely(removed);
    window->settle();
    world.facts = {platform::Keeping::may_go, 3'400'000, 0};
    window->planner.go(app::Route::settings());
    window->settle();
    window->wait(10'000);
    window->settle();
    return window;
}

Opened wipe_dialog(HeadlessWorld& world) {
    auto window = settings_with_versions(world);
    window->click(Role::button, "Wis alles op deze computer");
    return window;
}

Opened wipe_dialog_sure(HeadlessWorld& world) {
    auto window = wipe_dialog(world);
    window->click(Role::button, "Wis alles");
    return window;
}

Opened nothing_kept(HeadlessWorld& world) {
    auto window = with_example(world);
    world.fail_operation(1, platform::SaveOutcome::quota_exceeded);
    window->planner.remove_safely(window->planner.route().review);
    window->settle();
    return window;
}

/// Something was changed on each of the last days.
Opened reminder(HeadlessWorld& world) {
    auto window = with_new_review(world);
    const std::string team = window->planner.view().participants[0].participant.id;
    for (std::size_t i = 0; i <= app::reminder_days; ++i) {
        world.now += 24LL * 60 * 60 * 1000;
        window->planner.set_field({review::participant_key(team), "note" + std::to_string(i)}, "tekst");
        window->settle();
    }
    return window;
}

} // namespace

std::vector<Scene> storage_scenes() {
    return {
        {"settings with earlier versions", settings_with_versions},
        {"dialog to wipe everything", wipe_dialog},
        {"dialog to wipe everything, the second question", wipe_dialog_sure},
        {"nothing could be kept", nothing_kept},
        {"dashboard with a reminder to download", reminder},
    };
}

} // namespace planner::testing
