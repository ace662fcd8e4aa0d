#include "exchange/mailto.h"

#include "exchange/plain_text.h"

namespace planner::exchange {
namespace {

/// "&" and the like begin another header in a link, so all of them are encoded.
std::string encoded(std::string_view text) {
    return percent_encoded(text, is_unreserved);
}

std::string addresses(const std::vector<Mailbox>& mailboxes, RecipientSeparator separator) {
    std::string result;
    for (const Mailbox& mailbox : mailboxes) {
        if (!result.empty()) result += separator == RecipientSeparator::comma ? "," : ";";
        result += percent_encoded(mailbox.address,
                                  [](char character) { return is_unreserved(character) || character == '@'; });
    }
    return result;
}

std::string with_line_breaks(const std::string& text) {
    std::string result;
    for (const char character : several_lines(text)) {
        if (character == '\n') result += '\r';
        result += character;
    }
    return result;
}

MailtoLength length_of(const std::string& uri) {
    if (uri.size() <= longest_mailto_everywhere) return MailtoLength::everywhere;
    return uri.size() <= longest_mailto_program ? MailtoLength::program_only : MailtoLength::too_long;
}

void add_header(std::string& uri, std::string_view name, const std::string& encoded_value) {
    if (encoded_value.empty()) return;
    uri += uri.find('?') == std::string::npos ? '?' : '&';
    uri.append(name).append("=").append(encoded_value);
}

} // namespace

tl::expected<MailtoLink, MailProblem> mailto_link(const MailtoMessage& message) {
    for (const std::vector<Mailbox>* people : {&message.to, &message.copy_to})
        if (const auto wrong = without_address(*people); !wrong.empty())
            return tl::unexpected(MailProblem{MailFault::not_an_address, wrong.front().address});
    MailtoLink link;
    link.uri = "mailto:" + addresses(message.to, message.separator);
    add_header(link.uri, "cc", addresses(message.copy_to, message.separator));
    add_header(link.uri, "subject", encoded(one_line(message.subject)));
    link.uri_without_text = link.uri;
    add_header(link.uri, "body", encoded(with_line_breaks(message.text)));
    link.length = length_of(link.uri);
    link.length_without_text = length_of(link.uri_without_text);
    return link;
}

} // namespace planner::exchange
