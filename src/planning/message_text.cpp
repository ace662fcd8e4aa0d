#include "planning/message_text.h"

#include <algorithm>
#include <map>
#include <utility>

#include "planning/agreements.h"
#include "planning/record_text.h"
#include "review/values.h"

namespace planner::planning {
namespace {

using Values = std::map<std::string, std::string, std::less<>>;

/// A day as people wrote it, in words when it is one.
std::string in_words(const std::string& date, const MessageWords& words) {
    const auto day = parse_day(date);
    return day ? words.day(*day) : date;
}

void add_line(std::string& list, const std::string& line) {
    if (line.empty()) return;
    if (!list.empty()) list += '\n';
    list += "- " + line;
}

void put_task(Values& values, const PlannedTask& planned, const MessageWords& words) {
    const process::Task& task = *planned.task;
    values["task"] = task.title.in(words.language);
    values["what"] = task.what.in(words.language);
    values["why"] = task.why.in(words.language);
    values["next"] = task.next.in(words.language);
    values["due"] = planned.due ? words.day(*planned.due) : "";
}

void put_review(Values& values, const review::Review& review, const MessageWords& words) {
    const review::Kickoff kickoff = review.kickoff();
    const review::Facilitator facilitator = review.facilitator();
    values["title"] = review.title();
    values["facilitator"] = facilitator.name;
    values["facilitator_contact"] = facilitator.contact;
    values["kickoff_date"] = in_words(kickoff.date, words);
    values["kickoff_time"] = kickoff.time;
    values["kickoff_place"] = kickoff.place;
    std::string& participants = values["participants"];
    for (const review::Participant& each : review.participants()) {
        add_line(participants, each.institution.empty() ? each.name : each.name + ", " + each.institution);
    }
    std::string& options = values["date_options"];
    for (const review::DateOption& option : review.date_options()) {
        std::string line = in_words(option.date, words);
        for (const std::string& part : {option.time, option.place}) {
            if (!part.empty()) line += ", " + part;
        }
        add_line(options, line);
    }
}

void put_subject(Values& values, const review::Review& review, const std::string& subject, const MessageWords& words) {
    const auto participant = review.participant(subject);
    if (!participant) return;
    values["participant"] = participant->name;
    values["institution"] = participant->institution;
    values["learning_question"] = review.learning_question(subject);
    const std::string host = review.host_of(subject);
    const review::Visit visit = review.visit_of(subject);
    if (const auto hosting = review.participant(host)) values["host"] = hosting->name;
    values["visit_date"] = in_words(visit.date, words);
    values["visit_time"] = visit.time;
    values["visit_place"] = visit.place;
    for (const review::SupportingDocument& document : review.documents_of(subject)) {
        add_line(values["documents"], document.title);
    }
    for (const review::Action& action : review.actions_of(subject)) add_line(values["actions"], action.activity);
}

/// "Zaal vastleggen (secretariaat, uiterlijk vrijdag 18 december 2026)"
std::string agreement_text(const Agreement& agreement, const MessageWords& words) {
    std::string behind = agreement.who;
    if (agreement.due) {
        if (!behind.empty()) behind += ", ";
        behind += words.by ? words.by(*agreement.due) : words.day(*agreement.due);
    }
    return behind.empty() ? agreement.what : agreement.what + " (" + behind + ")";
}

/// What takes looking through tables, only for a text that has a place for it: a screen may ask for every text at once.
void put_record(Values& values, const review::Review& review, const process::Message& message,
                const std::string& subject, const std::string& pattern, const MessageWords& words) {
    if (pattern.find("{agreements}") != std::string::npos) {
        std::string list;
        for (const Agreement& agreement : agreements_with(review, subject))
            add_line(list, agreement_text(agreement, words));
        values["agreements"] = list;
    }
    if (pattern.find("{preparation}") != std::string::npos)
        values["preparation"] = record_of(review, message, subject, words);
}

std::string names_of(const std::vector<Recipient>& recipients) {
    std::string names;
    for (const Recipient& recipient : recipients) {
        if (recipient.name.empty()) continue;
        if (!names.empty()) names += ", ";
        names += recipient.name;
    }
    return names;
}

/// Puts the values in the place of the names between braces; what is between braces and no name stays as it is.
std::string filled(const std::string& pattern, const Values& values, const MessageWords& words,
                   std::vector<std::string>& missing) {
    std::string text;
    std::size_t from = 0;
    while (from < pattern.size()) {
        const std::size_t open = std::min(pattern.find('{', from), pattern.size());
        const std::size_t close = pattern.find('}', open);
        text.append(pattern, from, open - from);
        if (close == std::string::npos) return text.append(pattern, open);
        const std::string name = pattern.substr(open + 1, close - open - 1);
        const auto known = values.find(name);
        if (known != values.end() && !known->second.empty()) {
            text += known->second;
        } else {
            text += words.missing(name);
            if (std::find(missing.begin(), missing.end(), name) == missing.end()) missing.push_back(name);
        }
        from = close + 1;
    }
    return text;
}

/// Who guides the review is not told to ask who guides the review.
const process::Text& body_of(const process::Process& process, const Plan& plan, const PlannedMessage& message) {
    const process::Role* to = addressee(process, plan, message);
    const bool to_facilitator = to != nullptr && to->kind == process::RoleKind::facilitator;
    const process::Text& own = message.message->body_to_facilitator;
    return to_facilitator && !own.nl.empty() ? own : message.message->body;
}

} // namespace

MessageText text_of(const review::Review& review, const Plan& plan, const PlannedMessage& message,
                    const MessageWords& words) {
    const PlannedTask& task = plan.tasks[message.task];
    Values values;
    put_task(values, task, words);
    put_review(values, review, words);
    const std::string& subject = task.subject.empty() ? message.audience : task.subject;
    put_subject(values, review, subject, words);
    // Who facilitates gets the same task once for every team: the name tells which.
    if (message.audience.empty() && !task.subject.empty() && !values["participant"].empty())
        values["task"] += ", " + values["participant"];
    values["recipient"] = names_of(recipients_of(review, plan, message));
    if (values["recipient"].empty()) values["recipient"] = values["participant"];
    values["sender"] = words.sender.empty() ? values["facilitator"] : words.sender;

    const auto own = [&](std::string_view field) {
        return review::text_of(review.document().value({message.key, std::string(field)}));
    };
    MessageText text{own(message_field::subject), own(message_field::body), {}, false};
    text.edited = !text.subject.empty() || !text.body.empty();
    const auto fill = [&](std::string& part, const process::Text& proposed) {
        if (!part.empty()) return;
        const std::string pattern = proposed.in(words.language);
        put_record(values, review, *message.message, subject, pattern, words);
        part = filled(pattern, values, words, text.missing);
    };
    fill(text.subject, message.message->subject);
    fill(text.body, body_of(review.process(), plan, message));
    return text;
}

} // namespace planner::planning
