#include <doctest/doctest.h>

#include "exchange/calendar.h"

#include <algorithm>
#include <string>

using namespace planner::exchange;

namespace {

Calendar one_event() {
    Calendar calendar;
    calendar.written = 1795091400000; // 2026-11-19 12:30 UTC
    Event event;
    event.uid = "a1-kickoff@peerreviewplanner";
    event.when = Appointment{"2026-11-19", "13:30", 180};
    event.summary = "Startbijeenkomst";
    calendar.events = {event};
    return calendar;
}

template <typename Change>
Calendar changed(Change change) {
    Calendar calendar = one_event();
    change(calendar, calendar.events.front());
    return calendar;
}

std::string written(const Calendar& calendar) {
    const auto bytes = write_calendar(calendar);
    REQUIRE(bytes);
    return *bytes;
}

std::string with_time(const char* date, const char* time, int minutes) {
    return written(changed([&](Calendar&, Event& event) { event.when = Appointment{date, time, minutes}; }));
}

std::string with_days(const char* date, int count) {
    return written(changed([&](Calendar&, Event& event) { event.when = WholeDays{date, count}; }));
}

std::string with_alarm(Alarm alarm) {
    const std::string bytes = written(changed([&](Calendar&, Event& event) { event.alarms = {alarm}; }));
    const std::size_t at = bytes.find("TRIGGER:");
    return at == std::string::npos ? "" : bytes.substr(at + 8, bytes.find("\r\n", at) - at - 8);
}

bool has(const std::string& bytes, const std::string& line) {
    return bytes.find("\r\n" + line + "\r\n") != std::string::npos;
}

/// The fault that a change to a right calendar causes.
template <typename Change>
CalendarFault fault(Change change) {
    const auto bytes = write_calendar(changed(change));
    REQUIRE_FALSE(bytes);
    CHECK(bytes.error().event == 0);
    return bytes.error().fault;
}

} // namespace

TEST_CASE("a calendar is written as it stands here") {
    const std::string bytes = written(one_event());
    const std::string head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
                             "PRODID:-//Peer Review Planner//Peer Review Planner//NL\r\n"
                             "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\nBEGIN:VTIMEZONE\r\n";
    const std::string event = "END:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:a1-kickoff@peerreviewplanner\r\n"
                              "DTSTAMP:20261119T123000Z\r\nDTSTART;TZID=Europe/Amsterdam:20261119T133000\r\n"
                              "DTEND;TZID=Europe/Amsterdam:20261119T163000\r\nSEQUENCE:0\r\nSTATUS:CONFIRMED\r\n"
                              "TRANSP:OPAQUE\r\nSUMMARY:Startbijeenkomst\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    CHECK(bytes.substr(0, head.size()) == head);
    REQUIRE(bytes.size() > event.size());
    CHECK(bytes.substr(bytes.size() - event.size()) == event);
    CHECK(written(one_event()) == bytes);
}

TEST_CASE("every line ends with CRLF and has at most 75 octets") {
    const std::string bytes = written(changed([](Calendar& calendar, Event& event) {
        calendar.name = std::string(200, 'n');
        event.description = std::string(500, 'd') + "\n" + std::string(500, 'e');
        event.url = "https://voorbeeld.nl/" + std::string(200, 'u');
        event.organizer = Mailbox{std::string(200, 'o'), "a@b.nl"};
    }));
    std::size_t width = 0;
    for (std::size_t index = 0; index < bytes.size(); ++index) {
        width = bytes[index] == '\n' ? 0 : width + 1;
        CHECK(width <= 76);
        CHECK((bytes[index] == '\r') == (index + 1 < bytes.size() && bytes[index + 1] == '\n'));
    }
}

TEST_CASE("an end is as many minutes later as pass, also when the clocks change") {
    CHECK(has(with_time("2026-03-29", "01:30", 60), "DTEND;TZID=Europe/Amsterdam:20260329T033000"));
    CHECK(has(with_time("2026-10-25", "01:30", 150), "DTEND;TZID=Europe/Amsterdam:20261025T030000"));
    CHECK(has(with_time("2026-12-31", "23:30", 60), "DTEND;TZID=Europe/Amsterdam:20270101T003000"));
    CHECK(with_time("2026-11-19", "13:30", 0).find("DTEND") == std::string::npos);
}

TEST_CASE("a time that occurs twice is written in UTC, one that is skipped an hour later") {
    const std::string repeated = with_time("2026-10-25", "02:30", 60);
    CHECK(has(repeated, "DTSTART:20261025T003000Z"));
    CHECK(has(repeated, "DTEND:20261025T013000Z"));
    const std::string skipped = with_time("2026-03-29", "02:30", 30);
    CHECK(has(skipped, "DTSTART;TZID=Europe/Amsterdam:20260329T033000"));
    CHECK(has(skipped, "DTEND;TZID=Europe/Amsterdam:20260329T040000"));
}

TEST_CASE("whole days end before the day of DTEND") {
    const std::string deadline = with_days("2026-11-19", 1);
    CHECK(has(deadline, "DTSTART;VALUE=DATE:20261119"));
    CHECK(has(deadline, "DTEND;VALUE=DATE:20261120"));
    CHECK(has(with_days("2027-12-31", 1), "DTEND;VALUE=DATE:20280101"));
    CHECK(has(with_days("2028-02-28", 2), "DTEND;VALUE=DATE:20280301"));
}

TEST_CASE("alarms are in days of the calendar and time before the start") {
    CHECK(with_alarm({3, 0}) == "-P3D");
    CHECK(with_alarm({0, 30}) == "-PT30M");
    CHECK(with_alarm({0, 90}) == "-PT1H30M");
    CHECK(with_alarm({1, 60}) == "-P1DT1H");
    CHECK(with_alarm({1, -540}) == "-PT15H");
    CHECK(with_alarm({14, -540}) == "-P13DT15H");
    CHECK(with_alarm({0, -540}) == "PT9H");
    CHECK(with_alarm({0, 0}) == "PT0M");
    const std::string nameless = written(changed([](Calendar&, Event& event) {
        event.summary = "";
        event.alarms = {{1, 0}, {0, 30}};
    }));
    CHECK(has(nameless, "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT30M\r\nDESCRIPTION:-\r\nEND:VALARM"));
}

TEST_CASE("what is cancelled keeps its place, takes no time and reminds nobody") {
    const std::string bytes = written(changed([](Calendar&, Event& event) {
        event.status = EventStatus::cancelled;
        event.sequence = 4;
        event.last_modified = 1795091399999;
        event.alarms = {{3, 0}};
    }));
    CHECK(has(bytes, "STATUS:CANCELLED"));
    CHECK(has(bytes, "TRANSP:TRANSPARENT"));
    CHECK(has(bytes, "SEQUENCE:4\r\nLAST-MODIFIED:20261119T122959Z"));
    CHECK(bytes.find("VALARM") == std::string::npos);
}

TEST_CASE("status and free time are what they are said to be") {
    const std::string bytes = written(changed([](Calendar& calendar, Event& event) {
        calendar.method = Method::none;
        calendar.name = "Peer review, zorg";
        event.status = EventStatus::tentative;
        event.occupancy = Occupancy::free;
    }));
    CHECK(has(bytes, "STATUS:TENTATIVE\r\nTRANSP:TRANSPARENT"));
    CHECK(has(bytes, "X-WR-CALNAME:Peer review\\, zorg"));
    CHECK(bytes.find("METHOD") == std::string::npos);
}

TEST_CASE("no text begins a property of its own") {
    const std::string attack = "x\r\nATTACH:https://kwaad.nl\r\n";
    const std::string bytes = written(changed([&](Calendar& calendar, Event& event) {
        calendar.name = attack;
        calendar.method = Method::request;
        event.summary = event.description = event.location = attack;
        event.url = "https://voorbeeld.nl/" + attack;
        event.alarms = {{1, 0}};
        event.organizer = Mailbox{attack + "\";X=\"", "a@b.nl"};
        event.attendees = {{attack, "c@d.nl"}};
    }));
    CHECK(bytes.find("\nATTACH") == std::string::npos);
    CHECK(bytes.find("\";X=") == std::string::npos);
    CHECK(has(bytes, "URL:https://voorbeeld.nl/x%0D%0AATTACH:https://kwaad.nl%0D%0A"));
    CHECK(has(bytes, "LOCATION:x ATTACH:https://kwaad.nl"));
}

TEST_CASE("people are written with name and address") {
    const std::string bytes = written(changed([](Calendar& calendar, Event& event) {
        calendar.method = Method::request;
        event.organizer = Mailbox{"", "a%b@c.nl"};
        event.attendees = {{"Team; Zorg", "c+x@d.nl"}};
    }));
    CHECK(has(bytes, "ORGANIZER:mailto:a%25b@c.nl"));
    CHECK(bytes.find("ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=\"") != std::string::npos);
    CHECK(bytes.find(":mailto:c+x@d.nl\r\n") != std::string::npos);
}

TEST_CASE("dates, times and lengths that do not exist are refused") {
    for (const char* date : {"", "2026-02-29", "19-11-2026", "1996-12-31", "3000-01-01"}) {
        CAPTURE(date);
        CHECK(fault([&](Calendar&, Event& e) { e.when = Appointment{date, "10:00", 60}; }) == CalendarFault::bad_date);
        CHECK(fault([&](Calendar&, Event& e) { e.when = WholeDays{date, 1}; }) == CalendarFault::bad_date);
    }
    CHECK(fault([](Calendar&, Event& e) {
              e.when = Appointment{"2026-11-19", "24:00", 60};
          }) == CalendarFault::bad_time);
    CHECK(fault([](Calendar&, Event& e) { e.when = Appointment{"2026-11-19", "", 60}; }) == CalendarFault::bad_time);
    CHECK(fault([](Calendar&, Event& e) {
              e.when = Appointment{"2026-11-19", "10:00", -1};
          }) == CalendarFault::bad_duration);
    CHECK(fault([](Calendar&, Event& e) { e.when = WholeDays{"2026-11-19", 0}; }) == CalendarFault::bad_duration);
    CHECK(fault([](Calendar&, Event& e) { e.alarms = {{2000000000, 2000000000}}; }) == CalendarFault::bad_alarm);
    CHECK(fault([](Calendar&, Event& e) { e.alarms = {{-2000000000, -2000000000}}; }) == CalendarFault::bad_alarm);
    CHECK(fault([](Calendar& c, Event&) { c.written = -1; }) == CalendarFault::bad_moment);
    CHECK(fault([](Calendar&, Event& e) { e.last_modified = 253402300800000; }) == CalendarFault::bad_moment);
}

TEST_CASE("names, links and people that cannot be written are refused") {
    for (const std::string& uid : {std::string(), std::string("a b"), std::string("a\r\nb"), std::string(256, 'a')}) {
        CAPTURE(uid);
        CHECK(fault([&](Calendar&, Event& e) { e.uid = uid; }) == CalendarFault::bad_uid);
    }
    CHECK(fault([](Calendar&, Event& e) { e.sequence = -1; }) == CalendarFault::bad_sequence);
    for (const char* url : {"javascript:alert(1)", "https://", "voorbeeld.nl"})
        CHECK(fault([&](Calendar&, Event& e) { e.url = url; }) == CalendarFault::bad_url);
    CHECK(fault([](Calendar&, Event& e) { e.organizer = Mailbox{"x", "geen"}; }) == CalendarFault::not_an_address);
    CHECK(fault([](Calendar&, Event& e) { e.attendees = {{"x", "a@b.nl"}}; }) == CalendarFault::wrong_participants);
    CHECK(fault([](Calendar& c, Event&) { c.method = Method::request; }) == CalendarFault::wrong_participants);
    CHECK(fault([](Calendar& c, Event&) { c.events.clear(); }) == CalendarFault::no_events);
}

TEST_CASE("a problem says which event, and two events have two names") {
    Calendar calendar = one_event();
    calendar.events.push_back(calendar.events.front());
    CHECK(write_calendar(calendar).error() == CalendarProblem{CalendarFault::repeated_uid, 1});
    calendar.events.back().uid = "b";
    CHECK(write_calendar(calendar));
    calendar.events.back().when = WholeDays{"", 1};
    CHECK(write_calendar(calendar).error() == CalendarProblem{CalendarFault::bad_date, 1});
}

TEST_CASE("the name of an event can be written and belongs to one pair") {
    CHECK(event_uid("k3j5h2g8d1", "visit.a1b2c3d4e5") == "k3j5h2g8d1-visit.a1b2c3d4e5@peerreviewplanner");
    CHECK(event_uid("a-b", "c") != event_uid("a", "b-c"));
    CHECK(event_uid("a", "%2D") != event_uid("a", "-"));
    const std::string long_id(300, 'a');
    CHECK(event_uid(long_id, "b") != event_uid(long_id, "c"));
    for (const std::string& id : {std::string(), std::string("\xC3\xA9 ;,\r\n"), long_id})
        CHECK(write_calendar(changed([&](Calendar&, Event& event) { event.uid = event_uid(id, id); })));
}
