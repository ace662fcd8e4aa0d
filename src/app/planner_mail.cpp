#include "app/file_name.h"
#include "app/planner.h"
#include "document/write.h"
#include "exchange/mail.h"
#include "exchange/mailto.h"

namespace planner::app {
namespace {

std::vector<exchange::Mailbox> mailboxes_of(const std::vector<planning::Recipient>& recipients) {
    std::vector<exchange::Mailbox> mailboxes;
    for (const planning::Recipient& recipient : recipients) {
        for (exchange::Mailbox& mailbox : exchange::find_mailboxes(recipient.contact)) {
            if (mailbox.name.empty()) mailbox.name = recipient.name;
            mailboxes.push_back(std::move(mailbox));
        }
    }
    return mailboxes;
}

bool attaches(const planning::PlannedMessage& message, process::Attachment wanted) {
    for (const process::Attachment attachment : message.message->attach) {
        if (attachment == wanted) return true;
    }
    return false;
}

} // namespace

void Planner::open_in_mail(const planning::PlannedMessage& message) {
    const planning::MessageText text = message_text(message);
    const auto link = exchange::mailto_link({mailboxes_of(recipients(message)), {}, text.subject, text.body});
    if (!link) {
        toasts_.add(ToastKind::problem, texts_.tr("message.bad_address", {{"address", link.error().value}}),
                    platform_.now());
    } else if (link->length == exchange::MailtoLength::too_long) {
        platform_.copy_text(text.body);
        platform_.open_mail(link->uri_without_text);
        toasts_.add(ToastKind::done, texts_.tr("message.text_copied_for_mail"), platform_.now());
    } else {
        platform_.open_mail(link->uri);
    }
    touch();
}

void Planner::copy_message(const planning::PlannedMessage& message) {
    const planning::MessageText text = message_text(message);
    platform_.copy_text(text.subject + "\n\n" + text.body);
    toasts_.add(ToastKind::done, texts_.tr("message.copied"), platform_.now());
    touch();
}

void Planner::download_message(const planning::PlannedMessage& message) {
    const planning::MessageText text = message_text(message);
    exchange::Mail mail;
    mail.time = platform_.now();
    mail.offset_minutes = platform_.local_offset_minutes(mail.time);
    mail.to = mailboxes_of(recipients(message));
    mail.subject = text.subject;
    mail.text = text.body;
    if (attaches(message, process::Attachment::review_file)) {
        mail.attachments.push_back(
            {file_name(reading().title(), today()), "application/json", document::write(current()->document())});
    }
    const auto written = exchange::write_mail(mail);
    if (!written) {
        toasts_.add(ToastKind::problem, texts_.tr("message.bad_address", {{"address", written.error().value}}),
                    platform_.now());
        touch();
        return;
    }
    std::string name = slug(text.subject);
    if (name.empty()) name = "bericht";
    platform_.download(name + ".eml", "message/rfc822", *written);
    toasts_.add(ToastKind::done, texts_.tr("file.downloaded", {{"file", name + ".eml"}}), platform_.now());
    touch();
}

} // namespace planner::app
