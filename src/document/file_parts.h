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

/// Where in the file something stands; spelled out only when it is refused.
struct Where {
    const Where* outer;
    std::string_view segment;

    std::string pointer() const;
};

/// A refusal of what `sync` says.
tl::unexpected<Refusal> damaged(std::string pointer, std::string reason_text);
tl::unexpected<Refusal> damaged(const Where& where, std::string reason_text);

/// A whole number from 0 that every JSON reader holds exactly.
std::optional<std::uint64_t> whole_number(const Value& value);

/// The write that an entry of at least two elements names, by the replicas of the document.
tl::expected<Dot, Refusal> read_dot(const Value& entry, const Document& document, const Where& where);

/// Takes over what `sync` says was removed for good. Its replicas and fields have been read: a file in which something of
/// it still stands is refused.
tl::expected<void, Refusal> read_redactions(const Value& sync, Document& document);

/// Adds a member "history" of `sync`, as strictly as all of `sync` is read, to the history of a document whose replicas are
/// known. It may name fields that the document does not have: their values can have been left out of a copy.
tl::expected<void, Refusal> read_history(Value history, Document& document, const Where& where);

/// Builds the document of a file whose checksum holds. Nothing in `sync` is believed for its shape: what cannot be is
/// refused as damaged_sync.
tl::expected<Document, Refusal> read_checked(FileParts parts);

/// Adds the member "history" of `sync`, where it stands in the file; the reverse of read_history.
void append_history(std::string& out, const FieldHistory& history);

/// Builds the document of a foreign file: everything in it written by `writer` at time 0, nothing overwritten. The
/// other values of conflicts count too, wherever `sync` has them in their own shape.
Document read_foreign(FileParts parts, ReplicaId writer);

} // namespace planner::document
