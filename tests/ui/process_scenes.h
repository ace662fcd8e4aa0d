#pragma once

#include "window.h"

#include <memory>

namespace planner::testing {

// Screens, dialogs and states that have to do with the process of a review.
std::unique_ptr<Window> process_dialog(platform::HeadlessWorld& world);
std::unique_ptr<Window> process_offer(platform::HeadlessWorld& world);
std::unique_ptr<Window> wrong_process(platform::HeadlessWorld& world);
std::unique_ptr<Window> older_process(platform::HeadlessWorld& world);
std::unique_ptr<Window> newer_process(platform::HeadlessWorld& world);
std::unique_ptr<Window> cards_with_leftovers(platform::HeadlessWorld& world);
std::unique_ptr<Window> lost_process(platform::HeadlessWorld& world);
std::unique_ptr<Window> two_processes(platform::HeadlessWorld& world);

} // namespace planner::testing
