#include "document/json_handler.h"
#include "document/read.h"
#include "document/utf8.h"

namespace planner::document {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

tl::unexpected<Refusal> refuse(Reason reason, std::string reason_text, std::string_view bytes, std::size_t offset) {
    Refusal refusal;
    refusal.reason = reason;
    refusal.reason_text = std::move(reason_text);
    set_place(refusal, bytes, offset);
    return tl::unexpected<Refusal>(std::move(refusal));
}

/// Whether these last bytes begin a character that more of them would complete.
bool begins_character(std::string_view last) {
    constexpr std::size_t longest = 4;
    if (last.size() >= longest) {
        return false;
    }
    const auto completes = [&](std::string_view rest) {
        return utf8_sequence_length(std::string(last) + std::string(rest), 0) > last.size();
    };
    return completes("\x80\x80\x80") || completes("\x90\x80\x80") || completes("\xA0\x80");
}

/// What can be wrong with the bytes before they are looked at as JSON.
tl::expected<void, Refusal> check_bytes(std::string_view bytes, const ReadLimits& limits) {
    if (bytes.size() > limits.bytes) {
        return refuse(Reason::too_large, "the file is larger than " + std::to_string(limits.bytes) + " bytes", {}, 0);
    }
    if (bytes.substr(0, byte_order_mark.size()) == byte_order_mark) {
        return refuse(Reason::byte_order_mark, "the file begins with a byte order mark", bytes, 0);
    }
    const std::size_t invalid = first_invalid_utf8(bytes);
    const std::size_t nul = bytes.find('\0');
    if (nul < invalid) {
        return refuse(Reason::nul, "there is a NUL byte", bytes, nul);
    }
    if (invalid < bytes.size() && begins_character(bytes.substr(invalid))) {
        return refuse(Reason::cut_off, "the file ends in the middle of a character", bytes, invalid);
    }
    if (invalid < bytes.size()) {
        return refuse(Reason::not_utf8, "the text is not UTF-8", bytes, invalid);
    }
    if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        return refuse(Reason::empty, "the file is empty", {}, 0);
    }
    return {};
}

} // namespace

tl::expected<Value, Refusal> read_json(std::string_view bytes, const ReadLimits& limits) {
    if (auto checked = check_bytes(bytes, limits); !checked) {
        return tl::unexpected<Refusal>(std::move(checked.error()));
    }
    JsonHandler handler(bytes, limits);
    if (!handler.run()) {
        return tl::unexpected<Refusal>(handler.refusal());
    }
    return std::move(handler.result());
}

} // namespace planner::document
