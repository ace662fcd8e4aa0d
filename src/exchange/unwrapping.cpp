#include "exchange/unwrapping.h"

#include "document/file_format.h"
#include "document/utf8.h"
#include "exchange/locked_file.h"
#include "exchange/mail_reading.h"
#include "exchange/plain_text.h"
#include "exchange/transfer_decoding.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace planner::exchange {
namespace {

constexpr int most_layers = 8;
/// How often the size of a file may be looked at, all layers together.
constexpr std::size_t most_looks = 6;

bool names_our_format(std::string_view text) {
    return text.find(document::file_format::name) != std::string_view::npos;
}

bool begins_like_json(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '{';
}

/// Behind the "}" of the object that begins at `at`; npos when it does not end.
std::size_t end_of_object(std::string_view text, std::size_t at) {
    int open = 0;
    bool quoted = false;
    for (; at < text.size(); ++at) {
        const char sign = text[at];
        if (quoted && sign == '\\')
            ++at;
        else if (sign == '"')
            quoted = !quoted;
        else if (!quoted && sign == '{')
            ++open;
        else if (!quoted && sign == '}' && --open == 0)
            return at + 1;
    }
    return std::string_view::npos;
}

/// The one object that names our format with something else around it; nothing when there are more, or none.
std::optional<std::string_view> only_file_in(std::string_view text) {
    std::optional<std::string_view> found;
    std::size_t work = 4 * text.size();
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at)) {
        const std::size_t next = text.find_first_not_of(" \t\r\n", at + 1);
        const bool may_begin = next != std::string_view::npos && text[next] == '"';
        const std::size_t end = may_begin ? end_of_object(text, at) : std::string_view::npos;
        if (may_begin) {
            const std::size_t looked = std::min(end, text.size()) - at;
            if (looked > work) return std::nullopt;
            work -= looked;
        }
        if (end == std::string_view::npos) {
            // A file of JSON that was cut off is that, whatever whole objects are in it.
            if (at == text.find_first_not_of(" \t\r\n")) return std::nullopt;
            ++at;
            continue;
        }
        const std::string_view object = text.substr(at, end - at);
        if (names_our_format(object)) {
            if (found) return std::nullopt;
            found = object;
        }
        at = end;
    }
    const bool is_all = found && found->size() == trimmed(text).size();
    return is_all ? std::nullopt : found;
}

/// How far the search has come.
struct Layer {
    std::string name;
    Unwrapped unwrapped;
    int depth = 0;
    bool guessed = false; ///< nothing said that it was wrapped like this: only a checksum proves it

    Layer next() const { return {name, unwrapped, depth + 1, guessed}; }
    Layer recoded() const {
        Layer layer = next();
        layer.unwrapped.recoded = true;
        return layer;
    }
};

class Search {
public:
    explicit Search(std::string_view bytes) : work_(most_looks * bytes.size()) {}

    void look(std::string_view bytes, const Layer& layer) {
        if (layer.depth > most_layers || bytes.size() > work_) return;
        work_ -= bytes.size();
        if (const auto text = without_byte_order_mark(bytes)) return look(*text, layer.recoded());
        if (is_locked(bytes)) return accept_locked(bytes, layer);
        // A program that makes room for a whole file, and then does not get it, leaves zeros.
        if (const std::size_t filled = bytes.find_last_not_of('\0') + 1; bytes.size() - filled > 1 && begins_like_json(bytes))
            return look(bytes.substr(0, filled), layer.next());
        const OddFile odd = odd_file(bytes);
        note(odd, layer);
        // Outlook keeps what came with a mail as it was.
        if (odd != OddFile::none && odd != OddFile::outlook_mail) return;
        const std::size_t before = count();
        std::optional<document::Refusal> refusal;
        if (begins_like_json(bytes)) {
            auto read = document::read(bytes);
            if (read) return accept(std::move(*read), bytes, layer);
            refusal = std::move(read.error());
        }
        if (is_base64(bytes)) look(from_base64(bytes), layer.recoded());
        if (count() == before && !refusal) look_into_mail(bytes, layer);
        if (count() == before && !layer.unwrapped.cut_out) look_around(bytes, layer);
        if (count() == before) look_behind_quotes(bytes, layer);
        if (count() == before && refusal && !layer.guessed && is_worth_telling(bytes, layer))
            refused_.push_back({layer.name, tl::unexpected<document::Refusal>(std::move(*refusal)), std::string(bytes),
                                layer.unwrapped});
    }

    /// What was found; of what was refused only what must have been a planner file, unless that is all.
    std::vector<FoundFile> results() && {
        for (FoundFile& refused : refused_)
            if (found_.empty() || refused.content.error().reason != document::Reason::not_ours)
                found_.push_back(std::move(refused));
        return std::move(found_);
    }

    OddFile odd() const { return odd_; }
    const std::string& odd_name() const { return odd_name_; }

private:
    std::size_t count() const { return found_.size() + refused_.size(); }

    /// In a mail only what may hold a planner file counts: there is always a picture in it.
    void note(OddFile odd, const Layer& layer) {
        const bool counts = !layer.unwrapped.from_mail || odd == OddFile::zip || odd == OddFile::outlook_mail;
        if (odd == OddFile::none || !counts || (odd_ != OddFile::none && odd_ != OddFile::mail)) return;
        odd_ = odd;
        odd_name_ = layer.name;
    }

    void accept(document::ReadDocument read, std::string_view bytes, const Layer& layer) {
        if (read.trust == document::Trust::foreign) {
            if (layer.guessed) return;
            const std::size_t before = count();
            look_behind_quotes(bytes, layer);
            if (count() == before) look_behind_letters(bytes, layer);
            if (count() > before) return;
        }
        found_.push_back({layer.name, std::move(read), "", layer.unwrapped});
    }

    /// What is in it is for who has the pass phrase.
    void accept_locked(std::string_view bytes, const Layer& layer) {
        document::Refusal refusal{document::Reason::not_ours, 1, 1, "", "this file is locked"};
        found_.push_back({layer.name, tl::unexpected<document::Refusal>(std::move(refusal)), std::string(bytes),
                          layer.unwrapped, OddFile::locked});
    }

    void look_into_mail(std::string_view bytes, const Layer& layer) {
        const bool is_mail = read_mail(bytes, [&](const MailPart& part) {
            Layer inside = layer.next();
            inside.unwrapped.from_mail = true;
            if (!part.file_name.empty()) inside.name = part.file_name;
            look(part.bytes, inside);
        });
        if (is_mail) note(OddFile::mail, layer);
    }

    void look_around(std::string_view bytes, const Layer& layer) {
        const auto object = only_file_in(bytes);
        if (!object) return;
        Layer inside = layer.next();
        inside.unwrapped.cut_out = true;
        inside.guessed = inside.guessed || !document::is_writable_text(bytes);
        look(*object, inside);
    }

    void look_behind_quotes(std::string_view bytes, const Layer& layer) {
        if (layer.guessed || !names_our_format(bytes)) return;
        const std::string text = from_quoted_printable(bytes);
        if (text == bytes) return;
        Layer inside = layer.recoded();
        inside.guessed = true;
        look(text, inside);
    }

    void look_behind_letters(std::string_view bytes, const Layer& layer) {
        const auto text = from_doubled_utf8(bytes);
        if (!text) return;
        Layer inside = layer.next();
        inside.unwrapped.respelled = inside.guessed = true;
        look(*text, inside);
    }

    static bool is_worth_telling(std::string_view bytes, const Layer& layer) {
        constexpr std::string_view ending = ".json";
        const std::string name = lower_case(layer.name);
        const bool is_json = name.size() >= ending.size() && name.substr(name.size() - ending.size()) == ending;
        return layer.depth > 0 && (is_json || names_our_format(bytes));
    }

    std::vector<FoundFile> found_;
    std::vector<FoundFile> refused_;
    OddFile odd_ = OddFile::none;
    std::string odd_name_;
    std::size_t work_;
};

} // namespace

std::vector<FoundFile> read_file(std::string_view name, std::string_view bytes) {
    Search search(bytes);
    if (bytes.size() <= document::ReadLimits{}.bytes) search.look(bytes, {std::string(name), {}});
    const OddFile odd = search.odd();
    const std::string odd_name = search.odd_name();
    std::vector<FoundFile> files = std::move(search).results();
    if (!files.empty()) return files;
    document::Refusal refusal = document::read(bytes).error();
    using document::Reason;
    const bool is_about_bytes = refusal.reason == Reason::empty || refusal.reason == Reason::too_large;
    // Where in a photo it stops being JSON helps nobody.
    if (!is_about_bytes && !begins_like_json(bytes)) refusal = {Reason::not_ours, 1, 1, "", "this is not a planner file"};
    files.push_back({odd == OddFile::none ? std::string(name) : odd_name,
                     tl::unexpected<document::Refusal>(std::move(refusal)), std::string(bytes), {}, odd});
    return files;
}

} // namespace planner::exchange
