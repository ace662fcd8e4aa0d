#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "document/key.h"
#include "process/process.h"
#include "review/review.h"

namespace planner::planning {

/// From so many to so many hours.
struct HoursRange {
    double minimum = 0;
    double maximum = 0;

    friend bool operator==(const HoursRange&, const HoursRange&) = default;
};

/// "4", "2,5–8" in the language's own way.
std::string to_text(const HoursRange& range, process::Language language);

/// One kind of work: the numbers of the process, or those that people put in their place; or work that people added.
struct HoursRow {
    const process::Hours* work = nullptr; ///< null for work that people added
    std::string own_title;                ///< of work that people added
    document::EntityKey key;              ///< where people's own numbers are kept
    HoursRange proposed;                  ///< of one person, each time, by the process
    std::size_t proposed_persons = 1;
    process::Times counted = process::Times::once;
    HoursRange each_time; ///< hours of one person, each time
    std::size_t persons = 1;
    std::size_t times = 1;
    bool edited = false; ///< at least one number is people's own

    /// Hours of one person, all times together.
    HoursRange hours() const;
    /// Hours of all persons, all times together.
    HoursRange person_hours() const;
    std::string title(process::Language language) const;
};

/// The work of one role. `hours` is what somebody spends who does all of it.
struct RoleHours {
    const process::Role* role = nullptr;
    std::vector<HoursRow> rows;
    HoursRange hours;
    HoursRange person_hours;
    std::vector<const process::Text*> notes;     ///< footnotes, in order
    std::vector<const process::Hours*> left_out; ///< what people removed
};

/// Where people's own numbers about a kind of work are kept. Derived, so that two copies that change the same row meet
/// in one entity. A removed entity leaves the row out.
document::EntityKey hours_key(std::string_view hours);

/// Fields of such an entity: numbers, or texts of digits with at most two decimals after a comma or point. What is
/// something else, or is more than `most_hours` or `most_persons`, leaves the number of the process in place.
namespace hours_field {
constexpr std::string_view minimum = "minimum";
constexpr std::string_view maximum = "maximum";
constexpr std::string_view persons = "persons";
constexpr std::string_view role = "role";   ///< of work that people added: the id of a role
constexpr std::string_view title = "title"; ///< of that work
constexpr std::string_view times = "times"; ///< "once" or "visit", in the place of what the process says; else once
/// Of the review: how many visits to count, and of which length, in the place of those that it has.
constexpr std::string_view visits = "hours_visits";
constexpr std::string_view length = "hours_length";
} // namespace hours_field

constexpr std::string_view hours_collection = "hours";
constexpr std::string_view times_once = "once";
constexpr std::string_view times_visit = "visit";
/// Values of the field `length`, and ids of the lengths of a visit.
constexpr std::string_view half_day = "half_day";
constexpr std::string_view whole_day = "whole_day";

constexpr double most_hours = 1000;
constexpr std::size_t most_persons = 1000;

/// The time that a review takes each role that the process has hours for, in the order of the process; work that people
/// added comes last. `visits` is how
/// often work counts that is done for every visit. A maximum below the minimum counts as the minimum. It points into
/// the process, which must outlive it.
std::vector<RoleHours> make_hours(const review::Review& review, std::size_t visits);

/// The visits that a review has: one for each participant that is visited.
std::size_t number_of_visits(const review::Review& review);

/// How many visits people want to count; those of the review when they did not say.
std::size_t counted_visits(const review::Review& review);

/// The length that counts for every visit: what people said, else what all visits have in common; "" when that is
/// nothing. Then work that takes as long as a visit takes from half a day to a whole one.
std::string counted_length(const review::Review& review);

} // namespace planner::planning
