#pragma once

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "exchange/address.h"

namespace planner::exchange {

/// From a local time in the European Netherlands, for a number of minutes that pass on a clock that nobody changes.
struct Appointment {
    std::string date; ///< yyyy-mm-dd, in 1997 to 2999
    std::string time; ///< hh:mm; a time that occurs twice is the first, one that is skipped is an hour later
    int minutes = 60; ///< 0 to a year; 0 is a moment without an end
};

/// Whole days, wherever one is: a deadline, a period.
struct WholeDays {
    std::string first_day; ///< yyyy-mm-dd, in 1997 to 2999
    int count = 1;         ///< 1 to 3660
};

/// A reminder before the start, at most a year; negative minutes are later. A whole day starts at midnight, so that
/// {1, -540} is the day before at 09:00.
struct Alarm {
    int days = 0;
    int minutes = 0;
};

enum class EventStatus { confirmed, tentative, cancelled };
/// Whether the time counts as taken when people look for a free moment.
enum class Occupancy { busy, free };

struct Event {
    std::string uid; ///< stays the same for ever, see event_uid
    std::variant<Appointment, WholeDays> when;
    int sequence = 0;                          ///< one more for every change that matters to who goes there
    std::optional<std::int64_t> last_modified; ///< milliseconds since 1970 UTC
    EventStatus status = EventStatus::confirmed;
    Occupancy occupancy = Occupancy::busy;
    std::string summary;       ///< on one line
    std::string description;   ///< may have several lines
    std::string location;      ///< on one line
    std::string url;           ///< "" or http(s)
    std::vector<Alarm> alarms; ///< not written for what is cancelled
    std::optional<Mailbox> organizer;
    std::vector<Mailbox> attendees;
};

/// What the file asks of who opens it (RFC 5546): publish is for reading only and knows no attendees, request and
/// cancel are an invitation by an organizer to attendees.
enum class Method { none, publish, request, cancel };

struct Calendar {
    std::string name; ///< shown by programs that subscribe; may be empty
    Method method = Method::publish;
    std::int64_t written = 0; ///< milliseconds since 1970 UTC: DTSTAMP of every event
    std::vector<Event> events;
};

enum class CalendarFault {
    no_events,
    bad_moment, ///< `written` or `last_modified` outside 1970 to 9999
    bad_uid,    ///< empty, over 255 octets, or with something else than visible ASCII
    repeated_uid,
    bad_date,
    bad_time,
    bad_duration,
    bad_sequence,
    bad_alarm,
    bad_url,
    not_an_address,    ///< of the organizer or an attendee
    wrong_participants ///< for the method: see Method
};

struct CalendarProblem {
    CalendarFault fault;
    std::size_t event = 0; ///< index of the event; 0 when the fault is the calendar's

    friend bool operator==(const CalendarProblem&, const CalendarProblem&) = default;
};

/// An iCalendar file (RFC 5545) as bytes, the same for the same calendar. Texts may hold anything; what is not UTF-8 or
/// a control character is replaced. Gives the first problem and writes nothing when something cannot be written.
tl::expected<std::string, CalendarProblem> write_calendar(const Calendar& calendar);

/// The name of an event for ever: "<review>-<item>@peerreviewplanner" in visible ASCII, at most 255 octets; two pairs
/// that differ give names that differ. `review` and `item` may be any text.
std::string event_uid(std::string_view review, std::string_view item);

} // namespace planner::exchange
