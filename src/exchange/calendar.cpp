#include "exchange/calendar.h"

#include "exchange/amsterdam_time.h"
#include "exchange/calendar_check.h"
#include "exchange/content_lines.h"
#include "exchange/plain_text.h"
#include "planning/clock.h"

#include <xxhash.h>

#include <array>
#include <cstdio>
#include <cstdlib>

namespace planner::exchange {
namespace {


constexpr std::string_view zone = "BEGIN:VTIMEZONE\r\n"
                                  "TZID:Europe/Amsterdam\r\n"
                                  "BEGIN:DAYLIGHT\r\n"
                                  "DTSTART:19960331T020000\r\n"
                                  "TZOFFSETFROM:+0100\r\n"
                                  "TZOFFSETTO:+0200\r\n"
                                  "TZNAME:CEST\r\n"
                                  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
                                  "END:DAYLIGHT\r\n"
                                  "BEGIN:STANDARD\r\n"
                                  "DTSTART:19961027T030000\r\n"
                                  "TZOFFSETFROM:+0200\r\n"
                                  "TZOFFSETTO:+0100\r\n"
                                  "TZNAME:CET\r\n"
                                  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
                                  "END:STANDARD\r\n"
                                  "END:VTIMEZONE\r\n";

/// 20261119
std::string date_value(std::chrono::year_month_day day) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d%02u%02u", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return text.data();
}

/// 20261119T133000, `seconds` since midnight
std::string date_time_value(std::chrono::year_month_day day, int seconds) {
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "T%02d%02d%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    return date_value(day) + text.data();
}

/// 20261119T123000Z, of milliseconds since 1970 UTC
std::string utc_value(std::int64_t milliseconds) {
    using namespace std::chrono;
    const std::int64_t seconds = milliseconds / 1000;
    const sys_days day{days{static_cast<int>(seconds / (planning::minutes_per_day * 60))}};
    return date_time_value(day, static_cast<int>(seconds % (planning::minutes_per_day * 60))) + 'Z';
}

/// In local time, except for a time that occurs twice: programs differ in which of the two they take, UTC leaves no
/// choice.
void add_moment(ContentLines& lines, const std::string& name, UtcMinutes moment) {
    const WallClock clock = amsterdam_clock(moment);
    if (clock.occurrence == Occurrence::twice)
        lines.add(name, utc_value(moment * 60 * 1000));
    else
        lines.add(name + ";TZID=Europe/Amsterdam", date_time_value(clock.day, clock.minute * 60));
}

void add_time(ContentLines& lines, const Appointment& appointment) {
    const UtcMinutes start = amsterdam_moment(*calendar_day(appointment.date), *planning::parse_clock(appointment.time));
    add_moment(lines, "DTSTART", start);
    if (appointment.minutes > 0) add_moment(lines, "DTEND", start + appointment.minutes);
}

void add_time(ContentLines& lines, const WholeDays& days) {
    const auto first = *calendar_day(days.first_day);
    const std::chrono::sys_days end = std::chrono::sys_days{first} + std::chrono::days{days.count};
    lines.add("DTSTART;VALUE=DATE", date_value(first));
    lines.add("DTEND;VALUE=DATE", date_value(end));
}

/// -P3D, -P1DT15H30M, PT9H: before the start with a sign. Days are days of the calendar, also when the clocks change.
std::string trigger_value(const Alarm& alarm) {
    const std::int64_t before = minutes_before(alarm);
    const std::int64_t days = std::abs(before) / planning::minutes_per_day;
    const std::int64_t hours = std::abs(before) % planning::minutes_per_day / 60;
    const std::int64_t minutes = std::abs(before) % 60;
    std::string value = before > 0 ? "-P" : "P";
    if (days > 0) value += std::to_string(days) + 'D';
    if (hours > 0 || minutes > 0 || days == 0) value += 'T';
    if (hours > 0) value += std::to_string(hours) + 'H';
    if (minutes > 0 || before == 0) value += std::to_string(minutes) + 'M';
    return value;
}

/// Outlook makes a reminder of any alarm, provided that it has a trigger; the standard wants a text to show.
void add_alarm(ContentLines& lines, const Alarm& alarm, std::string_view text) {
    lines.add("BEGIN", "VALARM");
    lines.add("ACTION", "DISPLAY");
    lines.add("TRIGGER", trigger_value(alarm));
    lines.add_text("DESCRIPTION", text.empty() ? "-" : text);
    lines.add("END", "VALARM");
}

void add_person(ContentLines& lines, const std::string& name, const Mailbox& person) {
    const std::string shown = one_line(person.name);
    const auto stays = [](char character) { return is_unreserved(character) || character == '@' || character == '+'; };
    lines.add(shown.empty() ? name : name + ";CN=" + quoted_parameter(shown),
              "mailto:" + percent_encoded(person.address, stays));
}

/// What may stand in a URI as it is (RFC 3986, 2.2); a % is taken to begin a character that is encoded already.
bool stays_in_url(char character) {
    return is_unreserved(character) ||
           std::string_view(":/?#[]@!$&'()*+,;=%").find(character) != std::string_view::npos;
}

std::string_view status_value(EventStatus status) {
    if (status == EventStatus::cancelled) return "CANCELLED";
    return status == EventStatus::tentative ? "TENTATIVE" : "CONFIRMED";
}

void add_texts(ContentLines& lines, const Event& event, std::string_view summary) {
    lines.add_text("SUMMARY", summary);
    lines.add_text("DESCRIPTION", event.description);
    lines.add_text("LOCATION", one_line(event.location));
    if (!event.url.empty()) lines.add("URL", percent_encoded(event.url, stays_in_url));
}

void add_event(ContentLines& lines, const Event& event, const std::string& written) {
    const bool is_cancelled = event.status == EventStatus::cancelled;
    const std::string summary = one_line(event.summary);
    lines.add("BEGIN", "VEVENT");
    lines.add_text("UID", event.uid);
    lines.add("DTSTAMP", written);
    std::visit([&](const auto& when) { add_time(lines, when); }, event.when);
    lines.add("SEQUENCE", std::to_string(event.sequence));
    if (event.last_modified) lines.add("LAST-MODIFIED", utc_value(*event.last_modified));
    lines.add("STATUS", status_value(event.status));
    lines.add("TRANSP", event.occupancy == Occupancy::free || is_cancelled ? "TRANSPARENT" : "OPAQUE");
    add_texts(lines, event, summary);
    if (event.organizer) add_person(lines, "ORGANIZER", *event.organizer);
    for (const Mailbox& attendee : event.attendees)
        add_person(lines, "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE", attendee);
    if (!is_cancelled)
        for (const Alarm& alarm : event.alarms) add_alarm(lines, alarm, summary);
    lines.add("END", "VEVENT");
}

std::string_view method_value(Method method) {
    if (method == Method::request) return "REQUEST";
    return method == Method::cancel ? "CANCEL" : "PUBLISH";
}

/// One of the two parts of a UID. A hyphen is encoded, because it stands between the parts.
std::string uid_part(std::string_view text) {
    return percent_encoded(text, [](char character) { return is_unreserved(character) && character != '-'; });
}

} // namespace

tl::expected<std::string, CalendarProblem> write_calendar(const Calendar& calendar) {
    if (const auto problem = first_problem(calendar)) return tl::unexpected(*problem);
    ContentLines head;
    head.add("BEGIN", "VCALENDAR");
    head.add("VERSION", "2.0");
    head.add("PRODID", "-//Peer Review Planner//Peer Review Planner//NL");
    head.add("CALSCALE", "GREGORIAN");
    if (calendar.method != Method::none) head.add("METHOD", method_value(calendar.method));
    head.add_text("X-WR-CALNAME", one_line(calendar.name));
    ContentLines events;
    const std::string written = utc_value(calendar.written);
    for (const Event& event : calendar.events) add_event(events, event, written);
    events.add("END", "VCALENDAR");
    return head.bytes() + std::string(zone) + events.bytes();
}

std::string event_uid(std::string_view review, std::string_view item) {
    constexpr std::string_view place = "@peerreviewplanner";
    constexpr std::size_t longest_kept = 200;
    std::string name = uid_part(review) + '-' + uid_part(item);
    if (name.size() > longest_kept) {
        std::array<char, 20> hash{};
        const auto bits = static_cast<unsigned long long>(XXH64(name.data(), name.size(), 0));
        std::snprintf(hash.data(), hash.size(), "-%016llx", bits);
        name.resize(longest_kept);
        name += hash.data();
    }
    return name.append(place);
}

} // namespace planner::exchange
