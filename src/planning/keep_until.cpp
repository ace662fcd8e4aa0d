#include "planning/keep_until.h"

#include "planning/key_dates.h"
#include "review/values.h"

namespace planner::planning {

std::optional<Day> keep_until(const review::Review& review) {
    constexpr int months_kept = 12;
    if (const auto said = parse_day(review::text_of(review.document().value({review::review_key(), "keep_until"}))))
        return said;
    const auto last = KeyDates(review).of(process::KeyDate::last_visit, "");
    return last ? std::optional<Day>(add_months(*last, months_kept)) : std::nullopt;
}

} // namespace planner::planning
