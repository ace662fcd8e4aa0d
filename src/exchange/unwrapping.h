#pragma once

#include "document/read.h"
#include "exchange/odd_file.h"

#include <tl/expected.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace planner::exchange {

/// What was done before a file could be read.
struct Unwrapped {
    bool from_mail = false; ///< taken out of a mail
    bool recoded = false;   ///< had a byte order mark, or was UTF-16, base64 or quoted-printable
    bool cut_out = false;   ///< other text stood around it
    bool respelled = false; ///< its UTF-8 had been taken for Windows-1252 and encoded once more
};

/// A planner file in what somebody opened, or why it is none.
struct FoundFile {
    std::string name; ///< its own in a mail, else that of the whole
    tl::expected<document::ReadDocument, document::Refusal> content;
    std::string bytes; ///< what was refused, or is locked; "" when it was read
    Unwrapped unwrapped;
    OddFile odd = OddFile::none; ///< of what was refused
};

/// Reads a planner file as `document::read` does, and takes it out of what mail programs, gateways and hands put around
/// it. Never empty: what holds no planner file gives one refusal. Several only from a mail. The reader decides how far
/// each is believed. Where a wrapping can only be guessed (quoted-printable without a mail around it, bytes that are no
/// text), a file comes out only when its checksum holds. Bounded in depth and in work, by the size of `bytes`.
std::vector<FoundFile> read_file(std::string_view name, std::string_view bytes);

} // namespace planner::exchange
