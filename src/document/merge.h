#pragma once

#include "document/document.h"

#include <tl/expected.hpp>

#include <string>
#include <vector>

namespace planner::document {

/// What a merge brought, for people.
struct MergeReport {
    std::vector<EntityKey> new_entities; ///< were not here, and are not deleted
    std::vector<FieldKey> changed;       ///< of entities that were here: the shown value differs from before
    std::vector<FieldKey> conflicts;     ///< in conflict now, and this merge added a value
    std::vector<EntityKey> deleted;      ///< were here, are deleted now
    std::vector<FieldKey> redacted;      ///< a value that was here was removed for good
};

struct MergeRefusal {
    enum class Reason { other_document, other_kind };
    Reason reason;
    std::string reason_text; ///< English, one clause
};

/// Puts `theirs` into `ours`. Commutative, associative and idempotent. A value is dropped only when the other side
/// has seen it and has another one in its place: nothing that is missing counts as deleted, and no field becomes
/// empty, except by what one side removed for good, which is removed from what the other brings too. Refuses documents with another id or kind; `ours` is unchanged then.
tl::expected<MergeReport, MergeRefusal> merge_into(Document& ours, const Document& theirs);

} // namespace planner::document
