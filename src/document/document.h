#pragma once

#include "document/dot.h"
#include "document/history.h"
#include "document/key.h"
#include "document/redaction.h"
#include "document/register.h"
#include "document/stamp.h"
#include "document/value.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace planner::document {

using Entity = std::map<std::string, Register, std::less<>>;
using Collection = std::map<std::string, Entity, std::less<>>;
using Collections = std::map<std::string, Collection, std::less<>>;

/// Entities of fields that several people edit in copies and put together again: a state-based CRDT. Each field is
/// a multi-value register; the version vector tells "overwrote it after reading it" from "wrote it at the same time".
class Document {
public:
    Document(std::string id, std::string kind);

    const std::string& id() const { return id_; }
    const std::string& kind() const { return kind_; }
    /// That of the newest version that wrote in it; what it adds to the file is kept.
    std::uint64_t format_version() const { return format_version_; }

    const Collections& collections() const { return collections_; }
    const Collection* collection(std::string_view name) const;
    const Entity* entity(const EntityKey&) const;
    const Register* field(const FieldKey&) const;

    /// The value that is shown; null when there is no such field.
    const Value& value(const FieldKey&) const;

    /// True when the entity is there and its deletion is not contradicted by an edit beside it.
    bool is_deleted(const EntityKey&) const;

    /// Writes one field. A value that is not null also says that the entity is there: it restores an entity that
    /// this copy shows as deleted, and stands beside a deletion that it has not seen. Where a deletion already stands
    /// beside an edit, that stays a conflict until remove() or restore(). Writing "deleted" itself writes only that.
    void write(const Stamp&, const FieldKey&, Value, Replacing = Replacing::all_versions);

    /// Deletes an entity by writing its field "deleted", which also settles a conflict about that; nothing happens
    /// when there is no such entity.
    void remove(const Stamp&, const EntityKey&);

    /// Takes a deletion back, also one in conflict; nothing happens when there is no such entity.
    void restore(const Stamp&, const EntityKey&);

    /// Leaves the values of a field, also earlier ones, out of this copy, for sharing one that says less. Merged with a copy
    /// that has them, they are there again, and whatever was written in either stands beside them. Nothing happens to the field "deleted"
    /// and to a field that is not there.
    void withhold(const FieldKey&);

    /// Removes a field for good: all that anybody wrote there, here and in every copy that comes along later. Writing there
    /// does nothing from then on; who comes back gets a new entity. Nothing happens to the field "deleted".
    void redact(const FieldKey&);

    /// Removes for good what these writes said, whatever stands in the same fields otherwise. Writes that this copy has not
    /// seen are left alone.
    void redact_writes(const std::vector<Dot>&);

    /// Removes for good the name under which a replica wrote; nothing happens when that never wrote here.
    void redact_label(ReplicaId);

    /// What was removed for good.
    const Redactions& redactions() const { return redactions_; }

    /// True when a value of any field was left out, other than for good.
    bool withholds_anything() const;

    /// What stood in a field before, the newest first; good until the document changes. Only write() makes history: what
    /// keystrokes went through is not in it, nor what a merge replaces, which whoever wrote over it has kept.
    std::vector<const Version*> history(const FieldKey&) const;

    /// What stood in all fields before.
    const FieldHistory& history() const { return history_; }

    /// Takes out of the history what is unwanted; a copy that has it brings it back.
    void forget_history(const std::function<bool(const FieldKey&, const Version&)>& is_unwanted);

    /// Every field with at least two different values, sorted; fields of deleted entities are left out.
    std::vector<FieldKey> conflicts() const;

    /// The name under which a replica wrote; empty when it gave none.
    std::string label_of(ReplicaId) const;

    /// The time of the latest write that is still there, milliseconds since 1970 UTC; 0 when there is none.
    std::int64_t latest_time() const;

    /// The version vector, sorted by replica.
    const std::vector<Replica>& replicas() const { return replicas_; }

    /// How many writes of a replica have been seen.
    std::uint64_t counter_of(ReplicaId) const;

    /// Members of the file that this version does not know, by JSON pointer ("/name", "/sync/name").
    const std::map<std::string, Register, std::less<>>& members() const { return members_; }

private:
    friend struct DocumentParts;

    Dot next_dot(const Stamp&);
    void write_deleted(const Stamp&, const EntityKey&, bool deleted);
    void keep(const FieldKey&, std::vector<Version> replaced, const Dot& written);

    std::string id_;
    std::string kind_;
    std::uint64_t format_version_ = 1;
    Collections collections_;
    std::vector<Replica> replicas_;
    std::map<std::string, Register, std::less<>> members_;
    FieldHistory history_;
    Redactions redactions_;
};

} // namespace planner::document
