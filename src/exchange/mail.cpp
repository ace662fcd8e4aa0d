#include "exchange/mail.h"

#include "exchange/mail_encoding.h"
#include "exchange/plain_text.h"
#include "planning/clock.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace planner::exchange {
namespace {

constexpr int longest_offset = 14 * 60;

/// "application/json" or "text/calendar; charset=utf-8": tokens only (RFC 2045, 5.1), so nothing can follow it in.
bool is_media_type(std::string_view text) {
    const auto is_sign = [](char c) {
        return is_alphanumeric(c) || std::string_view("!#$&^_.+-").find(c) != std::string_view::npos;
    };
    std::size_t offset = 0;
    const auto skip_token = [&] {
        const std::size_t start = offset;
        while (offset < text.size() && is_sign(text[offset])) ++offset;
        return offset > start;
    };
    const auto skip = [&](char character) { return offset < text.size() && text[offset] == character && ++offset > 0; };
    if (text.size() > 200 || !skip_token() || !skip('/') || !skip_token()) return false;
    while (offset < text.size()) {
        if (!skip(';')) return false;
        while (skip(' ')) {
        }
        if (!skip_token() || !skip('=') || !skip_token()) return false;
    }
    return true;
}

std::optional<MailProblem> first_problem(const Mail& mail) {
    const bool is_moment = mail.time >= 0 && mail.time < planning::first_moment_after_9999 - std::int64_t{longest_offset} * 60000;
    if (!is_moment || mail.offset_minutes < -longest_offset || mail.offset_minutes > longest_offset)
        return MailProblem{MailFault::bad_date, ""};
    std::vector<Mailbox> people = mail.to;
    people.insert(people.end(), mail.copy_to.begin(), mail.copy_to.end());
    if (mail.from) people.push_back(*mail.from);
    const auto wrong = without_address(people);
    if (!wrong.empty()) return MailProblem{MailFault::not_an_address, wrong.front().address};
    for (const Attachment& attachment : mail.attachments)
        if (!is_media_type(attachment.media_type)) return MailProblem{MailFault::bad_media_type, attachment.media_type};
    return std::nullopt;
}

/// Thu, 19 Nov 2026 13:30:00 +0100
std::string date_value(std::int64_t time, int offset_minutes) {
    using namespace std::chrono;
    constexpr std::array<const char*, 7> weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto local = sys_time<milliseconds>{milliseconds{time} + minutes{offset_minutes}};
    const sys_days day = floor<days>(local);
    const year_month_day date{day};
    const auto seconds_of_day = static_cast<int>(duration_cast<seconds>(local - day).count());
    const int offset = std::abs(offset_minutes);
    std::array<char, 80> text{};
    std::snprintf(text.data(), text.size(), "%s, %u %s %04d %02d:%02d:%02d %c%02d%02d",
                  weekdays[weekday{day}.c_encoding()], static_cast<unsigned>(date.day()),
                  months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()), seconds_of_day / 3600,
                  seconds_of_day / 60 % 60, seconds_of_day % 60, offset_minutes < 0 ? '-' : '+', offset / 60,
                  offset % 60);
    return text.data();
}

/// One person per line; a name that takes several lines has its address on the next.
std::string address_list(const std::vector<Mailbox>& mailboxes) {
    std::string result;
    for (const Mailbox& mailbox : mailboxes) {
        if (!result.empty()) result += ",\r\n ";
        const std::string name = one_line(mailbox.name);
        if (name.empty()) {
            result += mailbox.address;
            continue;
        }
        const std::string written = header_name(name);
        constexpr std::size_t shares_a_line = 70;
        result += written + (written.size() + mailbox.address.size() > shares_a_line ? "\r\n <" : " <") +
                  mailbox.address + '>';
    }
    return result;
}

std::string header(std::string_view name, const std::string& value) {
    return value.empty() ? "" : std::string(name) + ": " + value + "\r\n";
}

std::string message_headers(const Mail& mail) {
    const std::string_view subject = "Subject";
    return header("Date", date_value(mail.time, mail.offset_minutes)) +
           header("From", mail.from ? address_list({*mail.from}) : "") + header("To", address_list(mail.to)) +
           header("Cc", address_list(mail.copy_to)) +
           header(subject, header_text(one_line(mail.subject), subject.size() + 2)) + header("X-Unsent", "1") +
           header("MIME-Version", "1.0");
}

std::string text_part(const std::string& text) {
    return header("Content-Type", "text/plain; charset=utf-8") +
           header("Content-Transfer-Encoding", "quoted-printable") + "\r\n" + quoted_printable(several_lines(text));
}

std::string attachment_part(const Attachment& attachment) {
    const std::string name = safe_file_name(attachment.file_name);
    return header("Content-Type", attachment.media_type + file_name_parameters("name", name)) +
           header("Content-Transfer-Encoding", "base64") +
           header("Content-Disposition", "attachment" + file_name_parameters("filename", name)) + "\r\n" +
           base64_lines(attachment.bytes);
}

/// Different for different parts. No line of a part can be it: neither of the two encodings gives "=_" (RFC 2045, 6.7).
std::string boundary_of(const std::vector<std::string>& parts) {
    std::uint64_t hash = 0;
    for (const std::string& part : parts) hash = XXH64(part.data(), part.size(), hash);
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "=_planner-%016llx", static_cast<unsigned long long>(hash));
    return text.data();
}

} // namespace

tl::expected<std::string, MailProblem> write_mail(const Mail& mail) {
    if (const auto problem = first_problem(mail)) return tl::unexpected(*problem);
    std::vector<std::string> parts{text_part(mail.text)};
    for (const Attachment& attachment : mail.attachments) parts.push_back(attachment_part(attachment));
    std::string result = message_headers(mail);
    if (mail.attachments.empty()) return result + parts.front() + "\r\n";
    const std::string boundary = boundary_of(parts);
    result += header("Content-Type", "multipart/mixed;\r\n boundary=\"" + boundary + '"') + "\r\n";
    for (const std::string& part : parts) result += "--" + boundary + "\r\n" + part + "\r\n";
    return result + "--" + boundary + "--\r\n";
}

} // namespace planner::exchange
