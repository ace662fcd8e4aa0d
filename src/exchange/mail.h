#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "exchange/address.h"

namespace planner::exchange {

struct Attachment {
    std::string file_name;  ///< any text; what file systems refuse is replaced
    std::string media_type; ///< "application/json", "text/calendar; charset=utf-8; method=PUBLISH"
    std::string bytes;      ///< arrive as they are
};

/// A message that is not sent yet. Names, subject and text may hold anything: line breaks cannot leave their header,
/// NUL disappears, U+FFFD stands for what is not UTF-8.
struct Mail {
    std::int64_t time = 0;  ///< milliseconds since 1970 UTC, up to the year 9999
    int offset_minutes = 0; ///< of the local time in which the date is written, east of UTC, at most 14 hours
    std::optional<Mailbox> from;
    std::vector<Mailbox> to; ///< may be empty, and then left to who sends it
    std::vector<Mailbox> copy_to;
    std::string subject;
    std::string text; ///< lines end with LF or CRLF
    std::vector<Attachment> attachments;
};

enum class MailFault { bad_date, not_an_address, bad_media_type };

struct MailProblem {
    MailFault fault;
    std::string value; ///< the address or the media type concerned

    friend bool operator==(const MailProblem&, const MailProblem&) = default;
};

/// An .eml file: a MIME message (RFC 5322, 2045, 2047, 2231), marked with X-Unsent so that Outlook opens it as a draft.
/// The same mail gives the same bytes. Gives the first problem, and writes nothing, when something cannot be written.
tl::expected<std::string, MailProblem> write_mail(const Mail& mail);

} // namespace planner::exchange
