#pragma once

#include "review/availability.h"
#include "ui/screen_state.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace planner::ui {

/// What a poll says about the days it is for; keys of texts.
struct PollWords {
    std::string_view help, best, choose, choose_named;
};

/// A poll about days as it stands on the screen.
struct ShownPoll {
    std::string key; ///< unlike that of any other poll
    review::DatePoll poll;
    PollWords words;
    std::vector<std::string> chosen;        ///< ids of the days that it is on now
    std::string host = {};                  ///< at whom the visit is; "" for the kickoff
    std::string standing = {};              ///< in a sentence, when it is now; "" where that stands elsewhere
    /// What speaks against a date (yyyy-mm-dd), a sentence each; absent: nothing does.
    std::function<std::vector<std::string>(const std::string& date)> warnings = nullptr;
    std::function<void()> draw_below_standing = nullptr; ///< what else there is to see to
};

/// "do 19 nov, 13:30", "do 19 nov, 09:00 tot 15:30"
std::string proposed_day_text(Context&, const review::DateOption&);

/// What speaks against a day, where people can still choose another.
void draw_day_warnings(Context&, const std::vector<std::string>& warnings);

/// Who can come on which day: what each day comes to, the best marked, and everybody's answers. Draws nothing while no
/// day is proposed.
void draw_poll(Context&, const ShownPoll&);

} // namespace planner::ui
