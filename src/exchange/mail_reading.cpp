#include "exchange/mail_reading.h"

#include "exchange/mail_encoding.h"
#include "exchange/plain_text.h"
#include "exchange/transfer_decoding.h"

#include <algorithm>
#include <array>
#include <map>

namespace planner::exchange {
namespace {

constexpr int most_levels = 32;
constexpr int most_parts = 10'000;
constexpr std::size_t longest_header = 16U * 1024U;
constexpr std::size_t longest_boundary = 200; // RFC 2046, 5.1.1 allows 70
constexpr unsigned most_sections = 100;       // of one parameter

bool begins_with(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}

std::string_view take_line(std::string_view text, std::size_t& at) {
    const std::size_t end = text.find('\n', at);
    std::string_view line = text.substr(at, end == std::string_view::npos ? end : end - at);
    at = end == std::string_view::npos ? text.size() : end + 1;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return line;
}

/// A message or a part of one: headers, an empty line, a body.
struct MailEntity {
    std::string type, encoding, disposition;
    bool is_mail = false; ///< something in it is a header that mails have
    std::string_view body;

    std::string* header(const std::string& name) {
        if (name == "content-type") return &type;
        if (name == "content-transfer-encoding") return &encoding;
        return name == "content-disposition" ? &disposition : nullptr;
    }
};

MailEntity entity_of(std::string_view text) {
    constexpr std::array<std::string_view, 5> of_mail{"from", "received", "message-id", "mime-version", "return-path"};
    MailEntity entity;
    std::string* open = nullptr;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::string_view line = take_line(text, at);
        if (line.empty()) break;
        if (line[0] == ' ' || line[0] == '\t') {
            if (open != nullptr && open->size() + line.size() < longest_header) open->append(line);
            continue;
        }
        open = nullptr;
        const std::size_t colon = line.substr(0, 40).find(':');
        if (colon == std::string_view::npos) continue;
        const std::string name = lower_case(trimmed(line.substr(0, colon)));
        open = entity.header(name);
        if (open != nullptr) *open = trimmed(line.substr(colon + 1, longest_header));
        entity.is_mail = entity.is_mail || open != nullptr;
        for (const std::string_view known : of_mail) entity.is_mail = entity.is_mail || name == known;
    }
    entity.body = text.substr(at);
    return entity;
}

/// A quoted string without its quotes, or the text up to the next ";". `at` comes to stand behind it.
std::string take_value(std::string_view header, std::size_t& at) {
    at = std::min(header.find_first_not_of(" \t", at), header.size());
    if (at == header.size() || header[at] != '"') {
        const std::size_t start = at;
        at = std::min(header.find(';', at), header.size());
        return std::string(trimmed(header.substr(start, at - start)));
    }
    std::string value;
    for (++at; at < header.size() && header[at] != '"'; ++at) {
        if (header[at] == '\\' && at + 1 < header.size()) ++at;
        value += header[at];
    }
    at = std::min(header.find(';', at), header.size());
    return value;
}

std::string from_percent(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const int high = text[at] == '%' && at + 2 < text.size() ? hexadecimal(text[at + 1]) : -1;
        const int low = high < 0 ? -1 : hexadecimal(text[at + 2]);
        result += low < 0 ? text[at] : static_cast<char>(high << 4 | low);
        if (low >= 0) at += 2;
    }
    return result;
}

/// The sections of a parameter as RFC 2231 cuts it: name*, or name*0, name*1* and so on. A "*" at the end says that a
/// section is encoded; the first one then names its character set: set'language'text.
class Sections {
public:
    void add(std::string_view suffix, std::string value) {
        const bool encoded = !suffix.empty() && suffix.back() == '*';
        if (encoded) suffix.remove_suffix(1);
        if (!suffix.empty()) suffix.remove_prefix(1);
        unsigned number = 0;
        for (const char digit : suffix) {
            if (digit < '0' || digit > '9') return;
            number = number * 10 + static_cast<unsigned>(digit - '0');
            if (number >= most_sections) return;
        }
        const std::size_t language = encoded && number == 0 ? value.find('\'') : std::string::npos;
        const std::size_t start = language == std::string::npos ? language : value.find('\'', language + 1);
        if (start != std::string::npos) {
            character_set_ = value.substr(0, language);
            value.erase(0, start + 1);
        }
        parts_[number] = encoded ? from_percent(value) : std::move(value);
    }

    std::string text() const {
        std::string all;
        for (const auto& [number, part] : parts_) all += part;
        return in_utf8(std::move(all), character_set_);
    }

private:
    std::string character_set_;
    std::map<unsigned, std::string> parts_;
};

/// The value of a parameter of a header; "" when it has none.
std::string parameter(std::string_view header, std::string_view name) {
    std::string plain;
    Sections sections;
    std::size_t at = header.find(';');
    while (at < header.size()) {
        const std::size_t equals = header.find('=', at);
        if (equals == std::string_view::npos) break;
        // A parameter without value may stand before it.
        const std::size_t start = header.rfind(';', equals) + 1;
        const std::string key = lower_case(trimmed(header.substr(start, equals - start)));
        at = equals + 1;
        std::string value = take_value(header, at);
        if (key == name)
            plain = std::move(value);
        else if (begins_with(key, name) && key[name.size()] == '*')
            sections.add(std::string_view(key).substr(name.size()), std::move(value));
    }
    const std::string whole = sections.text();
    return whole.empty() ? plain : whole;
}

/// Encoded words (RFC 2047) as what they stand for. Programs put them in parameters too, where they do not belong.
std::string without_encoded_words(std::string_view text) {
    std::string result;
    std::size_t done = 0;
    bool after_word = false;
    for (std::size_t at = text.find("=?"); at != std::string_view::npos; at = text.find("=?", at)) {
        const std::size_t way = text.find('?', at + 2);
        const std::size_t start = way == std::string_view::npos ? way : way + 3;
        const std::size_t end = start == std::string_view::npos || start > text.size() ? start : text.find("?=", start);
        if (end == std::string_view::npos || end > text.size() || text[way + 2] != '?') break;
        const std::string_view between = text.substr(done, at - done);
        if (!after_word || !trimmed(between).empty()) result += between;
        std::string word(text.substr(start, end - start));
        const bool is_base64 = (text[way + 1] | 0x20) == 'b';
        std::replace(word.begin(), word.end(), '_', ' '); // RFC 2047, 4.2; base64 has none
        std::string bytes = is_base64 ? from_base64(word) : from_quoted_printable(word);
        const std::string_view set = text.substr(at + 2, way - at - 2);
        result += in_utf8(std::move(bytes), set.substr(0, set.find('*')));
        done = at = end + 2;
        after_word = true;
    }
    return result + std::string(text.substr(done));
}

std::string file_name_of(const MailEntity& entity) {
    std::string name = parameter(entity.disposition, "filename");
    if (name.empty()) name = parameter(entity.type, "name");
    return name.empty() ? name : safe_file_name(without_encoded_words(name));
}

/// Where the next line is that ends a part; npos when there is none.
std::size_t find_delimiter(std::string_view body, std::string_view delimiter, std::size_t from) {
    for (std::size_t at = body.find(delimiter, from); at != std::string_view::npos; at = body.find(delimiter, at + 1)) {
        const std::string_view rest = body.substr(at + delimiter.size(), 2);
        const bool begins_line = at == 0 || body[at - 1] == '\n';
        // A longer boundary may begin with a shorter one.
        const bool ends = rest == "--" || rest.empty() || std::string_view(" \t\r\n").find(rest[0]) != rest.npos;
        if (begins_line && ends) return at;
    }
    return std::string_view::npos;
}

class MailReader {
public:
    explicit MailReader(const std::function<void(MailPart)>& take) : take_(take) {}

    void read(const MailEntity& entity, int level) {
        if (level > most_levels || ++parts_ > most_parts) return;
        const std::string type = lower_case(trimmed(std::string_view(entity.type).substr(0, entity.type.find(';'))));
        const std::string boundary = begins_with(type, "multipart/") ? parameter(entity.type, "boundary") : "";
        if (!boundary.empty() && boundary.size() <= longest_boundary) {
            read_parts(entity.body, "--" + boundary, level);
        } else if (type == "message/rfc822" && entity.encoding.substr(0, 4) != "base") {
            read(entity_of(entity.body), level + 1);
        } else if (!begins_with(type, "image/") && !begins_with(type, "audio/") && !begins_with(type, "video/")) {
            take_({file_name_of(entity), in_utf8(decoded(entity), parameter(entity.type, "charset"))});
        }
    }

private:
    void read_parts(std::string_view body, const std::string& delimiter, int level) {
        std::size_t at = find_delimiter(body, delimiter, 0);
        while (at != std::string_view::npos && body.substr(at + delimiter.size(), 2) != "--") {
            (void)take_line(body, at);
            const std::size_t end = find_delimiter(body, delimiter, at);
            read(entity_of(body.substr(at, end == std::string_view::npos ? end : end - at)), level + 1);
            if (parts_ > most_parts) return;
            at = end;
        }
    }

    static std::string decoded(const MailEntity& entity) {
        const std::string encoding = lower_case(entity.encoding);
        if (encoding == "base64") return from_base64(entity.body);
        return encoding == "quoted-printable" ? from_quoted_printable(entity.body) : std::string(entity.body);
    }

    const std::function<void(MailPart)>& take_;
    int parts_ = 0;
};

} // namespace

bool read_mail(std::string_view bytes, const std::function<void(MailPart)>& take) {
    MailReader reader(take);
    const MailEntity first = entity_of(bytes);
    if (!first.is_mail) return false;
    constexpr std::string_view next = "\nFrom ";
    std::size_t at = begins_with(bytes, next.substr(1)) ? bytes.find(next) : std::string_view::npos;
    if (at == std::string_view::npos) {
        reader.read(first, 0);
        return true;
    }
    // A mailbox file: every message begins with such a line.
    for (std::size_t start = 0; start < bytes.size(); at = bytes.find(next, start)) {
        const std::size_t end = at == std::string_view::npos ? bytes.size() : at + 1;
        reader.read(entity_of(bytes.substr(start, end - start)), 0);
        start = end;
    }
    return true;
}

} // namespace planner::exchange
