#pragma once

#include "document/dot.h"
#include "document/key.h"
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

    std::string id_;
    std::string kind_;
    std::uint64_t format_version_ = 1;
    Collections collections_;
    std::vector<Replica> replicas_;
    std::map<std::string, Register, std::less<>> members_;
};

} // namespace planner::document
