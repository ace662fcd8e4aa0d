#include "exchange/calendar_check.h"

#include "planning/clock.h"
#include "planning/day.h"

#include <algorithm>
#include <set>

namespace planner::exchange {
namespace {

constexpr int longest_appointment = 366 * planning::minutes_per_day;
constexpr int longest_period = 3660;
constexpr std::size_t longest_uid = 255;

bool is_moment(std::int64_t milliseconds) {
    return milliseconds >= 0 && milliseconds < planning::first_moment_after_9999;
}

bool is_visible(char character) {
    return character > ' ' && character < 0x7F;
}

bool is_uid(std::string_view uid) {
    return !uid.empty() && uid.size() <= longest_uid && std::all_of(uid.begin(), uid.end(), is_visible);
}

bool is_web_address(std::string_view url) {
    const std::size_t scheme = url.substr(0, 8) == "https://" ? 8 : url.substr(0, 7) == "http://" ? 7 : 0;
    return scheme > 0 && url.size() > scheme;
}

std::optional<CalendarFault> fault_of_time(const Event& event) {
    if (const auto* days = std::get_if<WholeDays>(&event.when)) {
        if (!calendar_day(days->first_day)) return CalendarFault::bad_date;
        if (days->count < 1 || days->count > longest_period) return CalendarFault::bad_duration;
        return std::nullopt;
    }
    const auto* appointment = std::get_if<Appointment>(&event.when);
    if (!calendar_day(appointment->date)) return CalendarFault::bad_date;
    if (!planning::parse_clock(appointment->time)) return CalendarFault::bad_time;
    if (appointment->minutes < 0 || appointment->minutes > longest_appointment) return CalendarFault::bad_duration;
    return std::nullopt;
}

std::optional<CalendarFault> fault_of_participants(const Event& event, Method method) {
    const bool is_invitation = method == Method::request || method == Method::cancel;
    if (is_invitation && (!event.organizer || event.attendees.empty())) return CalendarFault::wrong_participants;
    if (method == Method::publish && !event.attendees.empty()) return CalendarFault::wrong_participants;
    if (event.organizer && !is_mail_address(event.organizer->address)) return CalendarFault::not_an_address;
    if (!without_address(event.attendees).empty()) return CalendarFault::not_an_address;
    return std::nullopt;
}

std::optional<CalendarFault> fault_of(const Event& event, Method method) {
    if (!is_uid(event.uid)) return CalendarFault::bad_uid;
    if (const auto fault = fault_of_time(event)) return fault;
    if (event.sequence < 0) return CalendarFault::bad_sequence;
    if (event.last_modified && !is_moment(*event.last_modified)) return CalendarFault::bad_moment;
    const auto is_too_far = [](const Alarm& alarm) {
        return minutes_before(alarm) > longest_appointment || minutes_before(alarm) < -longest_appointment;
    };
    if (std::any_of(event.alarms.begin(), event.alarms.end(), is_too_far)) return CalendarFault::bad_alarm;
    if (!event.url.empty() && !is_web_address(event.url)) return CalendarFault::bad_url;
    return fault_of_participants(event, method);
}

} // namespace

std::optional<CalendarProblem> first_problem(const Calendar& calendar) {
    if (calendar.events.empty()) return CalendarProblem{CalendarFault::no_events};
    if (!is_moment(calendar.written)) return CalendarProblem{CalendarFault::bad_moment};
    std::set<std::string_view> uids;
    for (std::size_t index = 0; index < calendar.events.size(); ++index) {
        const Event& event = calendar.events[index];
        if (const auto fault = fault_of(event, calendar.method)) return CalendarProblem{*fault, index};
        if (!uids.insert(event.uid).second) return CalendarProblem{CalendarFault::repeated_uid, index};
    }
    return std::nullopt;
}

std::optional<std::chrono::year_month_day> calendar_day(std::string_view text) {
    const auto day = planning::parse_day(text);
    const bool is_known = day && day->year() >= std::chrono::year{1997} && day->year() <= std::chrono::year{2999};
    return is_known ? day : std::nullopt;
}

std::int64_t minutes_before(const Alarm& alarm) {
    return std::int64_t{alarm.days} * planning::minutes_per_day + alarm.minutes;
}

} // namespace planner::exchange
