#pragma once

#include "app/live.h"
#include "scenes.h"

namespace planner::testing {

/// The example's start meeting of three teams, planned from 13:00 on, directed from this window; not begun yet. The world's clock
/// stands at `clock`, hh:mm of that day.
std::unique_ptr<Window> with_meeting(platform::HeadlessWorld& world, std::string_view clock = "13:00", Shape shape = laptop);
/// The same, begun and with the first team on.
std::unique_ptr<Window> with_first_team(platform::HeadlessWorld& world);
/// The day of the first team.
std::unique_ptr<Window> with_review_day(platform::HeadlessWorld& world, Shape shape = laptop);
/// The same of the review on screen, whatever its process.
void direct_review_day(Window& window);
/// That day, at the part where a note of each kind waits to be worked out.
std::unique_ptr<Window> with_findings(platform::HeadlessWorld& world);
/// Lets whole minutes pass.
void pass_minutes(Window& window, int minutes);
/// Ends the meeting, and says yes when asked.
void stop_meeting(Window& window);
/// The meeting on the screen as it stands.
app::LiveMeeting shown_meeting(Window& window);

} // namespace planner::testing
