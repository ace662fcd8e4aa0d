#pragma once

#include "document/parts.h"
#include "document/read.h"

#include <optional>
#include <string>
#include <string_view>

namespace planner::document {

/// A planner file taken apart, before it is believed or not. `data` has been checked to be collections of entities.
struct FileParts {
    std::string id;
    std::string kind;
    std::uint64_t format_version = 1;
    Value data;
    Value sync; ///< an object, or null when the file has none that can be used
    /// Members that this version does not know, by JSON pointer ("/name", "/sync/name"); no longer in `sync`.
    Value::object_t unknown;
};

/// True for the pointer of a member that this version does not know.
bool is_unknown_member(std::string_view pointer);

/// A refusal of something inside the file; line and column are found later.
tl::unexpected<Refusal> refuse_at(Reason reason, std::string pointer, std::string reason_text);

/// Builds the document of a file whose checksum holds. Nothing in `sync` is believed for its shape: what cannot be is
/// refused as damaged_sync.
tl::expected<Document, Refusal> read_checked(FileParts parts);

/// Builds the document of a foreign file: everything in it written by `writer` at time 0, nothing overwritten. The
/// other values of conflicts count too, wherever `sync` has them in their own shape.
Document read_foreign(FileParts parts, ReplicaId writer);

} // namespace planner::document
