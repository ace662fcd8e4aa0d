#pragma once

#include "document/document.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace planner::document {

/// Bounds that are checked before anything of that size is kept.
struct ReadLimits {
    std::size_t bytes = 64U * 1024U * 1024U;
    std::size_t depth = 64;                        ///< nested arrays and objects
    std::size_t values = 2'000'000;                ///< values in the whole text
    std::size_t key_bytes = 1024;                  ///< of one key
    std::size_t string_bytes = 8U * 1024U * 1024U; ///< of one text
};

enum class Reason {
    empty,
    too_large,
    not_utf8,
    byte_order_mark,
    nul,
    syntax,
    cut_off,
    too_deep,
    too_many,
    too_long,
    duplicate_key,
    trailing_bytes,
    number_range,
    not_ours,
    newer_format,
    wrong_shape,
    damaged_sync,
};

/// Why a text was not read, and where.
struct Refusal {
    Reason reason = Reason::syntax;
    std::size_t line = 1;    ///< from 1
    std::size_t column = 1;  ///< from 1, in Unicode code points
    std::string pointer;     ///< JSON pointer (RFC 6901) of the value concerned; "" is the whole text
    std::string reason_text; ///< English, one clause
};

/// `checked`: the checksum holds, so the file is believed about what it has seen. `foreign`: edited by hand or made
/// by another tool; its values come in beside what is there, and it claims nothing else.
enum class Trust { checked, foreign };

struct ReadDocument {
    Document document;
    Trust trust;
};

/// Reads any JSON strictly: valid UTF-8 without byte order mark and NUL, one value, no duplicate keys, no number
/// that would come out different, within the limits.
tl::expected<Value, Refusal> read_json(std::string_view bytes, const ReadLimits& = {});

/// Reads a planner file. A foreign file becomes a document written by one pseudo-replica that is named after its
/// content, so that the same file twice is the same twice, in whatever layout; nulls and empty texts in it claim
/// nothing. What is read can be written and read again, also when values of it come to stand beside each other: a value
/// may not be nested so deep, and an unknown member's name not be so long, that its place in a conflict would be
/// refused.
tl::expected<ReadDocument, Refusal> read(std::string_view bytes, const ReadLimits& = {});

} // namespace planner::document
