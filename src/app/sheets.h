#pragma once

#include <string>
#include <string_view>

#include "exchange/print.h"
#include "exchange/print_words.h"
#include "planning/messages.h"

/// What goes on paper and needs more than a review; the sheets of a review are in exchange/print_review.h.
namespace planner::app {

class Planner;

/// How a sheet speaks: the language of the screen, on this day. Good as long as the planner.
exchange::PrintWords print_words(Planner& planner);

/// The reviews in which these words stand; "" for all.
exchange::Sheet overview_sheet(Planner& planner, std::string_view search);
/// One of `Planner::messages()`, with its addressees.
exchange::Sheet message_sheet(Planner& planner, const planning::PlannedMessage& message);
/// With nothing on it yet but a title.
exchange::Sheet plain_sheet(Planner& planner, std::string title);

} // namespace planner::app
