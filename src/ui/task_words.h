#pragma once

#include "ui/kit/surface.h"
#include "ui/screen_state.h"

#include "planning/hours.h"

#include <string>
#include <string_view>

namespace planner::ui {

/// How the state of a task looks: the icon, its colour and the word.
struct TaskLook {
    std::string_view icon;
    kit::Color color;
    kit::Tone tone;
    std::string word;
};

TaskLook look_of(Context&, const planning::PlannedTask&);

/// "do 11 mrt", "vr 29 jan · 4 dagen te laat"; a sentence when there is no date yet.
std::string due_text(Context&, const planning::PlannedTask&);

/// The title of the role that acts, in the language of the screen.
std::string role_text(Context&, const planning::PlannedTask&);
/// "Samen met: Panel, Team"; "" when nobody helps.
std::string with_text(Context&, const process::Task&);
std::string_view role_icon(Context&, const planning::PlannedTask&);

/// A card with whose it is, when it is not of the whole review.
std::string card_name(Context&, const std::string& card, const std::string& participant);

/// "Loopt naast stap 2"; "" when the step with that index starts after the one before it.
std::string beside_text(Context&, std::size_t step);

/// What the process calls who guides the review.
std::string facilitator_title(Context&);

/// The name of whom it is about; "" for a task of the whole review.
std::string subject_name(Context&, const std::string& subject);

/// "4–8 uur"
std::string hours_text(Context&, const planning::HoursRange&);

/// With a capital, as at the start of a sentence.
std::string capitalised(std::string text);

} // namespace planner::ui
