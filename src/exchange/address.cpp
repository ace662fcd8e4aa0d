#include "exchange/address.h"

#include "document/utf8.h"
#include "exchange/plain_text.h"

#include <algorithm>
#include <optional>

namespace planner::exchange {
namespace {

constexpr std::size_t longest_local_part = 64;
constexpr std::size_t longest_address = 254;
constexpr std::size_t longest_label = 63;

bool is_one_of(char character, std::string_view characters) {
    return characters.find(character) != std::string_view::npos;
}

bool is_atom_character(char character) {
    return is_alphanumeric(character) || is_one_of(character, "!#$%&'*+-/=?^_`{|}~");
}

/// What people's addresses are made of. Signs such as / and = are allowed too, but in a typed text they stand beside
/// it.
bool is_typed_character(char character) {
    return is_alphanumeric(character) || is_one_of(character, ".!#$%&'+-_");
}

bool is_domain_character(char character) {
    return is_alphanumeric(character) || is_one_of(character, ".-");
}

bool is_label(std::string_view label) {
    return !label.empty() && label.size() <= longest_label && label.front() != '-' && label.back() != '-' &&
           std::all_of(label.begin(), label.end(), [](char c) { return is_alphanumeric(c) || c == '-'; });
}

bool is_atom(std::string_view atom) {
    return !atom.empty() && std::all_of(atom.begin(), atom.end(), is_atom_character);
}

/// The number of parts between dots when each of them is right; 0 when one is not.
std::size_t count_parts(std::string_view text, bool (*is_right)(std::string_view)) {
    std::size_t parts = 0;
    for (std::size_t start = 0; start <= text.size(); ++parts) {
        const std::size_t end = std::min(text.find('.', start), text.size());
        if (!is_right(text.substr(start, end - start))) return 0;
        start = end + 1;
    }
    return parts;
}

bool is_number(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether the end of `before` can stand right before an address: not a letter with an accent, but a space that does
/// not break, a quote or a dash can (U+00A0, U+00AB, U+00B7, U+00BB and U+2000 to U+206F).
bool ends_between_words(std::string_view before) {
    if (before.empty() || static_cast<unsigned char>(before.back()) < 0x80) return true;
    const std::size_t start = before.find_last_of("\xC2\xE2");
    if (start == std::string_view::npos) return false;
    const std::string_view last = before.substr(start);
    if (last.size() == 2) return last == "\xC2\xA0" || last == "\xC2\xAB" || last == "\xC2\xB7" || last == "\xC2\xBB";
    return last.size() == 3 && (last[1] == '\x80' || last[1] == '\x81');
}

bool starts_between_words(std::string_view after) {
    const std::size_t length = document::utf8_sequence_length(after, 0);
    return length < 2 || ends_between_words(after.substr(0, length));
}

struct Found {
    std::size_t start;
    std::size_t end;
};

/// The address around the @ at `at`, if it is one.
std::optional<Found> address_around(std::string_view text, std::size_t at) {
    std::size_t start = at;
    while (start > 0 && is_typed_character(text[start - 1])) --start;
    std::size_t end = at + 1;
    while (end < text.size() && is_domain_character(text[end])) ++end;
    if (!ends_between_words(text.substr(0, start)) || !starts_between_words(text.substr(end))) return std::nullopt;
    if (start > 0 && text[start - 1] == '@') return std::nullopt;
    if (end < text.size() && is_one_of(text[end], "@_")) return std::nullopt;
    while (start < at && is_one_of(text[start], ".'-!#$%&+")) ++start;
    while (end > at && is_one_of(text[end - 1], ".-")) --end;
    if (!is_mail_address(text.substr(start, end - start))) return std::nullopt;
    return Found{start, end};
}

/// The name in `before`, which is what stands between the previous address and the < of this one. A comma separates
/// people, unless it is inside quotes: "Achternaam, V." <a@b.nl>.
std::string name_before(std::string_view before) {
    before = trimmed(before);
    if (before.size() >= 2 && before.back() == '"') {
        const std::size_t open = before.find_last_of('"', before.size() - 2);
        if (open != std::string_view::npos) return one_line(before.substr(open + 1, before.size() - open - 2));
    }
    const std::size_t separator = before.find_last_of(",;:>\n\r\t");
    return one_line(separator == std::string_view::npos ? before : before.substr(separator + 1));
}

} // namespace

bool is_mail_address(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos || at > longest_local_part || text.size() > longest_address) return false;
    const std::string_view domain = text.substr(at + 1);
    return count_parts(text.substr(0, at), is_atom) > 0 && count_parts(domain, is_label) > 1 &&
           !is_number(domain.substr(domain.rfind('.') + 1));
}

std::vector<Mailbox> find_mailboxes(std::string_view contact) {
    std::vector<Mailbox> result;
    std::size_t previous_end = 0;
    for (std::size_t at = contact.find('@'); at != std::string_view::npos; at = contact.find('@', at + 1)) {
        const auto found = address_around(contact, at);
        if (!found || found->start < previous_end) continue;
        Mailbox mailbox{"", std::string(contact.substr(found->start, found->end - found->start))};
        const std::string_view before = contact.substr(previous_end, found->start - previous_end);
        if (!before.empty() && before.back() == '<' && contact.substr(found->end, 1) == ">")
            mailbox.name = name_before(before.substr(0, before.size() - 1));
        previous_end = found->end;
        const auto is_same = [&](const Mailbox& other) { return other.address == mailbox.address; };
        if (std::none_of(result.begin(), result.end(), is_same)) result.push_back(std::move(mailbox));
    }
    return result;
}

std::vector<Mailbox> without_address(const std::vector<Mailbox>& mailboxes) {
    std::vector<Mailbox> result;
    for (const Mailbox& mailbox : mailboxes)
        if (!is_mail_address(mailbox.address)) result.push_back(mailbox);
    return result;
}

} // namespace planner::exchange
