#pragma once

#include <tl/expected.hpp>

#include <cstddef>
#include <string>
#include <vector>

#include "exchange/address.h"
#include "exchange/mail.h"

namespace planner::exchange {

/// Longest link, in characters, that every mail program tried took whole; webmail of Google cut at about 1620.
inline constexpr std::size_t longest_mailto_everywhere = 1600;
/// Longest link that Chrome hands to a program on Windows: it failed near 2000, Outlook at 2046. Firefox took 8000.
inline constexpr std::size_t longest_mailto_program = 2000;

enum class MailtoLength {
    everywhere,   ///< works in webmail too
    program_only, ///< works where a program on the device answers to mailto:
    too_long      ///< gets cut or does nothing: offer the text to copy, or an .eml
};

/// What stands between addressees. The standard says comma; Outlook on Windows takes the list separator of the
/// region, which in Dutch is a semicolon, unless its setting "commas can be used to separate" is on.
enum class RecipientSeparator { comma, semicolon };

struct MailtoMessage {
    std::vector<Mailbox> to; ///< only the addresses go into a link
    std::vector<Mailbox> copy_to;
    std::string subject;
    std::string text; ///< lines end with LF or CRLF
    RecipientSeparator separator = RecipientSeparator::comma;
};

struct MailtoLink {
    std::string uri; ///< ASCII
    MailtoLength length = MailtoLength::everywhere;
    std::string uri_without_text; ///< for when it is too long: addressees and subject, the text goes by the clipboard
    MailtoLength length_without_text = MailtoLength::everywhere;
};

/// A link that opens a message in the user's own mail program (RFC 6068): UTF-8 in percent-encoding, a space as %20, a
/// line break as %0D%0A. It cannot carry attachments. Fails for something that is not an address.
tl::expected<MailtoLink, MailProblem> mailto_link(const MailtoMessage& message);

} // namespace planner::exchange
