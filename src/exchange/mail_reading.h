#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace planner::exchange {

/// A piece of a mail that holds no other pieces: the letter itself, or something that came with it.
struct MailPart {
    std::string file_name; ///< safe on every system; "" when it has none
    std::string bytes;     ///< decoded; what names a character set is in UTF-8
};

/// Gives the parts of a mail in their order, those of mails inside it too (RFC 5322, 2045 to 2047, 2231). False when
/// `bytes` are no mail: nothing in their first lines is a header of one. Also reads a mailbox file (mbox, the first
/// lines of .emlx). Pictures, sound and film are left out. Bounded: what lies deeper than 32 containers, and what comes
/// after 10,000 parts, is not looked at; no container costs more than its size for each level.
bool read_mail(std::string_view bytes, const std::function<void(MailPart)>& take);

} // namespace planner::exchange
