#pragma once

#include "app/run_sheets.h"
#include "scenes.h"

namespace planner::testing {

/// The states of a run sheet on the screen, for the list of scenes.
namespace run_sheet {
std::unique_ptr<Window> start_meeting(platform::HeadlessWorld&);
std::unique_ptr<Window> without_time(platform::HeadlessWorld&);
std::unique_ptr<Window> review_day(platform::HeadlessWorld&);
std::unique_ptr<Window> too_long(platform::HeadlessWorld&);
std::unique_ptr<Window> overlapping(platform::HeadlessWorld&);
/// Out for comments, with a line left out, a new line, and two texts for the same thing.
std::unique_ptr<Window> comments(platform::HeadlessWorld&);
std::unique_ptr<Window> settled(platform::HeadlessWorld&);
std::unique_ptr<Window> unknown(platform::HeadlessWorld&);
} // namespace run_sheet

/// The example with one of its run sheets; of the first host when each has one.
std::unique_ptr<Window> with_run_sheet(platform::HeadlessWorld& world, std::string_view sheet, Shape shape = laptop);
/// The run sheet on the screen.
planning::Agenda shown_agenda(Window& window);

} // namespace planner::testing
