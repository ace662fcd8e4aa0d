#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace planner::exchange {

/// A person as a mail knows one. The name may be empty, and may be any text; `address` is checked where it is written.
struct Mailbox {
    std::string name;
    std::string address;

    friend bool operator==(const Mailbox&, const Mailbox&) = default;
};

/// Whether `text` is an address that every mail program takes: dot-atom@domain (RFC 5322, 3.2.3 and 3.4.1) in ASCII,
/// the domain with a dot in it, at most 64 and 254 octets (RFC 5321, 4.5.3.1). No comments, no quoted local parts.
bool is_mail_address(std::string_view text);

/// The addresses in what a person typed as contact, in order, each once: "Naam <a@b.nl>", "a@b.nl; c@d.nl" or
/// "mail: x@y.nl, tel 06-12345678". Only the form with < > gives a name. Empty when there is none, also when something
/// looks like an address but has letters that addresses cannot have: half an address is somebody else's.
std::vector<Mailbox> find_mailboxes(std::string_view contact);

/// The mailboxes whose address is not one that can be written, in order.
std::vector<Mailbox> without_address(const std::vector<Mailbox>& mailboxes);

} // namespace planner::exchange
