#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/print.h"
#include "exchange/print_words.h"
#include "exchange/review_calendar.h"
#include "planning/agreements.h"
#include "planning/hours.h"
#include "planning/plan.h"
#include "process/process.h"
#include "review/review.h"

namespace planner::exchange {

/// With more participants, a dashboard takes more than one page.
constexpr std::size_t most_on_one_page = 12;

/// Everything of one review on one A4. Texts are shortened to fit; with more participants the letters get smaller,
/// down to 7.5 points for `most_on_one_page`.
Sheet dashboard_sheet(const review::Review& review, const planning::Plan& plan, const PrintWords& words);

/// A card with everything that is filled in, and room to write where nothing is. On A3 it is a poster. `participant` is
/// "" for a card of the whole review.
Sheet card_sheet(const review::Review& review, const process::Card& card, std::string_view participant, Paper paper,
                 const PrintWords& words);

/// The programme of a meeting with its times; `subject` as for planning::make_agenda.
Sheet agenda_sheet(const review::Review& review, const process::RunSheet& sheet, std::string_view subject,
                   const PrintWords& words);

/// How much time the review takes whom.
Sheet hours_sheet(const review::Review& review, const PrintWords& words);

/// What is to be done of a review: tasks as indexes into the plan, and agreements.
struct ToDo {
    std::vector<std::size_t> tasks;
    std::vector<planning::Agreement> agreements;
};

/// Tasks per step, then agreements, to tick off. `whose` stands in the title; it may be empty.
Sheet tasks_sheet(const review::Review& review, const planning::Plan& plan, const ToDo& to_do, const std::string& whose,
                  const PrintWords& words);

/// The tasks of a role that somebody has, and the agreements that concern them.
ToDo to_do_of(const review::Review& review, const planning::Plan& plan, const planning::Identity& owner,
              planning::Day today);

/// What somebody is called above their tasks; "" for everybody.
std::string owner_name(const review::Review& review, const planning::Identity& owner, const PrintWords& words);

/// What a kind of peer review is for: goal, principles, words.
Sheet about_sheet(const process::Process& process, const PrintWords& words);

/// "12 nov 2026" in small letters under a title: on which day it was printed.
std::string printed_on(const PrintWords& words);

} // namespace planner::exchange
