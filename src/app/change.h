#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "app/writer.h"
#include "document/document.h"

namespace planner::app {

/// One of the values that a register held, with who wrote it and when.
struct SeenVersion {
    document::Value value;
    std::string label;
    std::int64_t time = 0;
    document::ReplicaId replica;
};

/// What a register held: its different values, the shown one first. Empty when it held nothing, or, for the field
/// "deleted", when nobody removed the entity.
using Snapshot = std::vector<SeenVersion>;
Snapshot snapshot(const document::Document& document, const document::FieldKey& key);
bool same_values(const Snapshot& left, const Snapshot& right);

enum class ChangeKind { field, created, removed };

/// One step of a command, with what is needed to undo it. `created` and `removed` concern the whole entity.
struct Change {
    ChangeKind kind = ChangeKind::field;
    document::FieldKey key;                         ///< for created and removed: the entity, with an empty field name
    Snapshot before;                                ///< of a field
    Snapshot after;                                 ///< of a field
    std::map<std::string, document::Value> written; ///< created, removed: the shown value of each of its fields
};

enum class Applied { done, overtaken };

/// Undoes or redoes one change by writing a new version. It is `overtaken`, and nothing is written, when the value
/// shown now is not the one that the change left behind: somebody else wrote since.
Applied undo_change(document::Document& document, const Change& change, const Writer& writer);
Applied redo_change(document::Document& document, const Change& change, const Writer& writer);

/// The shown values of an entity, without the field "deleted".
std::map<std::string, document::Value> shown_values(const document::Document& document,
                                                    const document::EntityKey& entity);

/// Everything that differs between two states of one document, as changes that can be undone.
std::vector<Change> difference(const document::Document& before, const document::Document& after);

} // namespace planner::app
