#pragma once

#include "ui/kit/surface.h"
#include "ui/screen_state.h"

namespace planner::ui {

struct MessageLook {
    std::string_view icon;
    kit::Tone tone;
    std::string word;
};

MessageLook look_of(Context&, const planning::PlannedMessage&);
MessageLook look_of(Context&, planning::MessageState);

/// Whom a message is for, in words.
std::string audience_text(Context&, const planning::PlannedMessage&);

/// One message: to whom, what it says, the ways out, and whether a person says that it was sent.
void draw_message_panel(Context&, const planning::PlannedMessage&);

} // namespace planner::ui
