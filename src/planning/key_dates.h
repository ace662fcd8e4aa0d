#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "planning/day.h"
#include "planning/working_days.h"
#include "process/task.h"
#include "review/review.h"

namespace planner::planning {

/// The days of one review from which due dates are counted, read once.
class KeyDates {
public:
    explicit KeyDates(const review::Review& review);

    /// Nothing when that day is not known yet. `subject` is the participant that it is asked for, "" for the whole
    /// review.
    std::optional<Day> of(process::KeyDate date, std::string_view subject) const;
    /// Whether that day is only proposed, so that what depends on it has a day too: the kickoff, until it is fixed, counts
    /// as the first day that is proposed for it; the end of the years between two reviews as the visit and the months
    /// that the process counts after it.
    bool is_proposed(process::KeyDate date) const {
        return (date == process::KeyDate::kickoff && kickoff_is_proposed_) || (date == process::KeyDate::cycle && !cycle_);
    }

private:
    struct Visit {
        std::string host;
        std::optional<Day> day;
    };
    std::optional<Day> visit_at(std::string_view host) const;
    std::optional<Day> own_visit(std::string_view subject) const;
    std::optional<Day> proposed_cycle(std::string_view subject) const;
    std::optional<Day> first_visit(std::string_view except) const;
    std::optional<Day> last_visit() const;

    const review::Review* review_;
    std::optional<Day> created_;
    std::optional<Day> kickoff_;
    bool kickoff_is_proposed_ = false;
    std::optional<Day> cycle_;
    std::vector<Visit> visits_;
};

/// The day that lies `offset` after `base`: months first, then days, and then off the days on which nobody works: to a
/// working day before it when the offset is zero or negative, after it when it is positive. With an offset of zero the
/// day stays, because people chose it.
Day day_after(Day base, const process::Offset& offset, const WorkingDays& days);

} // namespace planner::planning
