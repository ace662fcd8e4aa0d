#pragma once

#include "document/dot.h"
#include "document/key.h"

#include <compare>
#include <set>
#include <vector>

namespace planner::document {

class Document;

/// What was removed from a document for good. It only grows, and it goes along with every copy: whatever comes back in
/// an older copy is removed there again.
struct Redactions {
    std::set<FieldKey> fields;   ///< whatever anybody ever wrote there, also later and elsewhere
    std::set<Dot> writes;        ///< the value of that one write, wherever it turns up; its place stays, like a withheld one
    std::set<ReplicaId> labels;  ///< the names under which these replicas wrote

    bool operator==(const Redactions&) const = default;
    bool empty() const { return fields.empty() && writes.empty() && labels.empty(); }

    /// Adds what another copy removed.
    void join(const Redactions&);

    /// Whether what a write said in a field is removed. Whether an entity was deleted never is, because that says nothing
    /// about anybody, and the same write says it as says the value.
    bool hold(const FieldKey&, const Dot&) const;
};

/// Takes out of the document, and of its history, what its own redactions name. Gives the fields that lost a value, sorted; of a document that
/// is as it should be, none.
std::vector<FieldKey> apply_redactions(Document&);

} // namespace planner::document
