// Writes what the planner sends, for parsers that others made: a JSON array of samples comes in on standard input, a
// JSON array goes out with, for each, its bytes in base64 and whether they could be written.
#include "exchange/calendar.h"
#include "exchange/mail.h"
#include "exchange/mail_encoding.h"
#include "exchange/mailto.h"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <iostream>

using namespace planner::exchange;
using Json = nlohmann::json;

namespace {

std::vector<Mailbox> mailboxes(const Json& json) {
    std::vector<Mailbox> result;
    for (const Json& person : json) result.push_back({person.value("name", ""), person.value("address", "")});
    return result;
}

std::optional<Mailbox> one_mailbox(const Json& sample, const char* name) {
    if (!sample.contains(name)) return std::nullopt;
    return mailboxes(Json::array({sample.at(name)})).front();
}

Event event_of(const Json& json) {
    Event event;
    event.uid = json.value("uid", "");
    if (json.contains("time"))
        event.when = Appointment{json.value("date", ""), json.value("time", ""), json.value("minutes", 60)};
    else
        event.when = WholeDays{json.value("date", ""), json.value("days", 1)};
    event.sequence = json.value("sequence", 0);
    if (json.contains("modified")) event.last_modified = json["modified"].get<std::int64_t>();
    event.status = static_cast<EventStatus>(json.value("status", 0));
    event.occupancy = json.value("free", false) ? Occupancy::free : Occupancy::busy;
    event.summary = json.value("summary", "");
    event.description = json.value("description", "");
    event.location = json.value("location", "");
    event.url = json.value("url", "");
    for (const Json& alarm : json.value("alarms", Json::array()))
        event.alarms.push_back({alarm.value("days", 0), alarm.value("minutes", 0)});
    event.organizer = one_mailbox(json, "organizer");
    event.attendees = mailboxes(json.value("attendees", Json::array()));
    return event;
}

std::optional<std::string> calendar_bytes(const Json& sample) {
    Calendar calendar;
    calendar.name = sample.value("name", "");
    calendar.method = static_cast<Method>(sample.value("method", 1));
    calendar.written = sample.value("written", std::int64_t{0});
    for (const Json& event : sample.at("events")) calendar.events.push_back(event_of(event));
    const auto bytes = write_calendar(calendar);
    return bytes ? std::optional(*bytes) : std::nullopt;
}

std::optional<std::string> mail_bytes(const Json& sample) {
    Mail mail;
    mail.time = sample.value("time", std::int64_t{0});
    mail.offset_minutes = sample.value("offset", 0);
    mail.from = one_mailbox(sample, "from");
    mail.to = mailboxes(sample.value("to", Json::array()));
    mail.copy_to = mailboxes(sample.value("cc", Json::array()));
    mail.subject = sample.value("subject", "");
    mail.text = sample.value("text", "");
    for (const Json& attachment : sample.value("attachments", Json::array()))
        mail.attachments.push_back(
            {attachment.value("name", ""), attachment.value("type", ""), attachment.value("content", "")});
    const auto bytes = write_mail(mail);
    return bytes ? std::optional(*bytes) : std::nullopt;
}

std::optional<std::string> mailto_bytes(const Json& sample) {
    const auto link =
        mailto_link({mailboxes(sample.value("to", Json::array())), mailboxes(sample.value("cc", Json::array())),
                     sample.value("subject", ""), sample.value("text", "")});
    return link ? std::optional(link->uri) : std::nullopt;
}

} // namespace

int main() {
    Json written = Json::array();
    for (const Json& sample : Json::parse(std::cin)) {
        const std::string kind = sample.value("kind", "");
        const auto bytes = kind == "calendar" ? calendar_bytes(sample)
                           : kind == "mail"   ? mail_bytes(sample)
                                              : mailto_bytes(sample);
        written.push_back(bytes ? Json(base64(*bytes)) : Json());
    }
    std::cout << written.dump() << '\n';
    return EXIT_SUCCESS;
}
