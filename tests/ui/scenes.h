#pragma once

#include "window.h"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace planner::testing {

/// A window that shows one screen, dialog or state.
struct Scene {
    std::string name;
    std::function<std::unique_ptr<Window>(platform::HeadlessWorld&)> open;
};

/// Every screen, dialog and state of the planner.
std::span<const Scene> scenes();
// Its parts, by topic.
std::vector<Scene> page_scenes(); ///< around reviews: start, all reviews, explanation, settings, what goes wrong
std::vector<Scene> dashboard_scenes();
std::vector<Scene> card_scenes();
std::vector<Scene> planning_scenes(); ///< tasks, messages, days and hours
std::vector<Scene> run_sheet_scenes();
std::vector<Scene> live_scenes(); ///< a meeting that is run from here
std::vector<Scene> process_scenes();
std::vector<Scene> storage_scenes(); ///< earlier versions, wiping, the reminder to download

/// Lets what was written be saved, and comes to rest.
void rest(Window& window);

/// A window on the dashboard of the built-in example.
std::unique_ptr<Window> with_example(platform::HeadlessWorld& world, Shape shape = laptop);
/// A window on the dashboard of a new review, made with the dialog.
std::unique_ptr<Window> with_new_review(platform::HeadlessWorld& world, Shape shape = laptop);
/// A new review with one host, and that two others visit.
std::unique_ptr<Window> with_partnerships(platform::HeadlessWorld& world);
/// Puts something in every card of the dashboard of the review on screen, and replaces somebody in the first panel.
void fill_dashboard(Window& window);
std::unique_ptr<Window> with_filled_dashboard(platform::HeadlessWorld& world);
std::unique_ptr<Window> with_filled_partnerships(platform::HeadlessWorld& world);
/// The dialog of the first team: "Reviewdag", "Documenten van" or "Vervolg van".
std::unique_ptr<Window> with_dashboard_dialog(platform::HeadlessWorld& world, std::string_view edited);
/// The learning question of the first team, the field that most tests write in.
document::FieldKey question(Window& window);
void open_card(Window& window, std::string_view card, std::size_t participant = 0);
/// The file of the review on screen after somebody else with the label "Team Noord" changed it.
std::string edited_elsewhere(Window& window, const std::function<void(app::Planner&)>& edit);
/// Both wrote the learning question of the first team; the other file is merged in.
void make_conflict(Window& window);

} // namespace planner::testing
