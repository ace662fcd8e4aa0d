#include "app/addressees.h"
#include "app/file_name.h"
#include "app/planner.h"
#include "document/write.h"
#include "exchange/mail.h"
#include "exchange/mailto.h"

namespace planner::app {
namespace {

constexpr std::string_view calendar_type = "text/calendar; charset=utf-8; method=PUBLISH";

bool attaches(const planning::PlannedMessage& message, process::Attachment wanted) {
    for (const process::Attachment attachment : message.message->attach) {
        if (attachment == wanted) return true;
    }
    return false;
}

exchange::CalendarWords calendar_words(const Texts& texts) {
    return {texts.language(), texts.tr("review.kickoff"), [&texts](const std::string& participant) {
                return texts.tr("review.visit", {{"participant", participant}});
            }};
}

} // namespace

void Planner::open_in_mail(const planning::PlannedMessage& message) {
    const planning::MessageText text = message_text(message);
    const auto link = exchange::mailto_link({mailboxes(*this, message), {}, text.subject, text.body});
    if (!link) {
        toasts_.add(ToastKind::problem, texts_.tr("message.bad_address", {{"address", link.error().value}}),
                    platform_.now());
    } else if (link->length_without_text == exchange::MailtoLength::too_long) {
        copy_messages({message});
        toasts_.add(ToastKind::problem, texts_.tr("message.too_many_for_mail"), platform_.now());
    } else if (link->length == exchange::MailtoLength::too_long) {
        platform_.copy_text(text.body);
        platform_.open_mail(link->uri_without_text);
        toasts_.add(ToastKind::done, texts_.tr("message.text_copied_for_mail"), platform_.now());
    } else {
        platform_.open_mail(link->uri);
    }
    touch();
}

void Planner::copy_messages(const std::vector<planning::PlannedMessage>& messages) {
    std::string all;
    for (const planning::PlannedMessage& message : messages) {
        const planning::MessageText text = message_text(message);
        if (!all.empty()) all += "\n\n----------\n\n";
        if (messages.size() > 1) all += texts_.tr("message.to") + ": " + recipients_text(*this, message) + "\n";
        all += text.subject + "\n\n" + text.body;
    }
    platform_.copy_text(all);
    toasts_.add(ToastKind::done, texts_.count("message.copied", messages.size()), platform_.now());
    touch();
}

std::optional<MailFile> Planner::mail_file(const planning::PlannedMessage& message) {
    const planning::MessageText text = message_text(message);
    exchange::Mail mail;
    mail.time = platform_.now();
    mail.offset_minutes = platform_.local_offset_minutes(mail.time);
    mail.to = mailboxes(*this, message);
    mail.subject = text.subject;
    mail.text = text.body;
    if (attaches(message, process::Attachment::review_file)) {
        mail.attachments.push_back(
            {file_name(reading().title(), today()), "application/json", document::write(current()->document())});
    }
    const process::Role* role = planning::addressee(current()->process(), plan(), message);
    if (attaches(message, process::Attachment::calendar) && role != nullptr) {
        const planning::Part part = planning::part_of(reading(), role->kind, message.audience);
        const auto bytes = exchange::write_calendar(
            exchange::make_review_calendar(reading(), plan(), part, calendar_words(texts_), mail.time));
        // Without a date there is no calendar yet.
        if (bytes)
            mail.attachments.push_back(
                {file_name(reading().title(), today(), ".ics"), std::string(calendar_type), *bytes});
    }
    const auto written = exchange::write_mail(mail);
    if (!written) {
        toasts_.add(ToastKind::problem, texts_.tr("message.bad_address", {{"address", written.error().value}}),
                    platform_.now());
        return std::nullopt;
    }
    const auto participant = reading().participant(message.audience);
    std::string name = slug(participant ? participant->name + " " + text.subject : text.subject);
    return MailFile{name.empty() ? "bericht" : std::move(name), *written};
}

void Planner::download_messages(const std::vector<planning::PlannedMessage>& messages) {
    std::set<std::string> names;
    std::string last;
    for (const planning::PlannedMessage& message : messages) {
        std::optional<MailFile> file = mail_file(message);
        if (!file) continue;
        const std::string name = file->name;
        for (int number = 2; !names.insert(file->name).second; ++number)
            file->name = name + "-" + std::to_string(number);
        file->name += ".eml";
        last = file->name;
        downloads_.waiting.push_back(std::move(*file));
    }
    if (names.size() == 1)
        toasts_.add(ToastKind::done, texts_.tr("file.downloaded", {{"file", last}}), platform_.now());
    else if (!names.empty())
        toasts_.add(ToastKind::done, texts_.tr("message.downloading", {{"count", std::to_string(names.size())}}),
                    platform_.now());
    tick_downloads();
    touch();
}

/// Hands over the next file when it is time. Milliseconds until the one after that, -1 when none waits.
int Planner::tick_downloads() {
    auto& [waiting, next] = downloads_;
    if (waiting.empty()) return -1;
    const std::int64_t now = platform_.now();
    // A clock that was set back must not hold files for long.
    if (now >= next || next - now > MailFiles::pause_ms) {
        platform_.download(waiting.front().name, "message/rfc822", waiting.front().bytes);
        waiting.erase(waiting.begin());
        next = now + MailFiles::pause_ms;
    }
    return waiting.empty() ? -1 : static_cast<int>(next - now);
}

exchange::Calendar Planner::calendar(const planning::Identity& identity) {
    const planning::Part part = planning::part_of(reading(), identity);
    return exchange::make_review_calendar(reading(), plan(), part, calendar_words(texts_), platform_.now());
}

void Planner::download_calendar(const planning::Identity& identity, std::string_view name) {
    const auto bytes = exchange::write_calendar(calendar(identity));
    if (!bytes) return;
    const std::string file = file_name(std::string(name) + " " + reading().title(), today(), ".ics");
    hand_out(file, calendar_type, *bytes);
}

} // namespace planner::app
