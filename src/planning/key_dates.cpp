#include "planning/key_dates.h"

#include <algorithm>

namespace planner::planning {

using process::KeyDate;

namespace {

std::optional<Day> first_proposed(const review::Review& review) {
    std::optional<Day> first;
    for (const review::DateOption& option : review.date_options()) {
        const auto day = parse_day(option.date);
        if (day && (!first || *day < *first)) first = day;
    }
    return first;
}

} // namespace

KeyDates::KeyDates(const review::Review& review)
    : review_(&review), created_(parse_day(std::string_view(review.created()).substr(0, 10))),
      kickoff_(parse_day(review.kickoff().date)), cycle_(parse_day(review.cycle_date())) {
    if (!kickoff_) {
        kickoff_ = first_proposed(review);
        kickoff_is_proposed_ = kickoff_.has_value();
    }
    for (const review::Participant& host : review.hosts()) {
        visits_.push_back({host.id, parse_day(review.visit_of(host.id).date)});
    }
}

std::optional<Day> KeyDates::visit_at(std::string_view host) const {
    const auto found =
        std::find_if(visits_.begin(), visits_.end(), [&](const Visit& visit) { return visit.host == host; });
    return found == visits_.end() ? std::nullopt : found->day;
}

std::optional<Day> KeyDates::first_visit(std::string_view except) const {
    std::optional<Day> first;
    for (const Visit& visit : visits_) {
        if (visit.host != except && visit.day && (!first || *visit.day < *first)) first = visit.day;
    }
    return first;
}

/// Not known while any visit has no day: that one may be the last.
std::optional<Day> KeyDates::last_visit() const {
    std::optional<Day> last;
    for (const Visit& visit : visits_) {
        if (!visit.day) return std::nullopt;
        if (!last || *visit.day > *last) last = visit.day;
    }
    return last;
}

std::optional<Day> KeyDates::own_visit(std::string_view subject) const {
    return subject.empty() ? first_visit("") : visit_at(review_->host_of(subject));
}

std::optional<Day> KeyDates::proposed_cycle(std::string_view subject) const {
    const int months = review_->process().participants.cycle_months;
    const auto visit = own_visit(subject);
    return months > 0 && visit ? std::optional(add_months(*visit, months)) : std::nullopt;
}

std::optional<Day> KeyDates::of(KeyDate date, std::string_view subject) const {
    switch (date) {
    case KeyDate::created: return created_;
    case KeyDate::kickoff: return kickoff_;
    case KeyDate::cycle: return cycle_ ? cycle_ : proposed_cycle(subject);
    case KeyDate::last_visit: return last_visit();
    case KeyDate::visited: return first_visit(subject);
    case KeyDate::visit: return own_visit(subject);
    }
    return std::nullopt;
}

Day day_after(Day base, const process::Offset& offset, const WorkingDays& days) {
    const Day day = add_days(add_months(base, offset.months), offset.days);
    if (day == base) return day;
    return day < base ? days.on_or_before(day) : days.on_or_after(day);
}

} // namespace planner::planning
