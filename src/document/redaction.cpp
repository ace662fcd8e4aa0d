#include "document/redaction.h"

#include "document/parts.h"

#include <algorithm>
#include <utility>

namespace planner::document {

namespace {

/// Leaves the places of the writes: whether a write was overwritten must come out the same for every order of merging,
/// also after its value is gone.
bool remove_writes(Register& field, const std::set<Dot>& writes) {
    auto& versions = RegisterParts::versions(field);
    const auto is_gone = [&](const Version& version) { return writes.count(version.dot) != 0; };
    std::vector<Dot> gone;
    for (const Version& version : versions) {
        if (is_gone(version)) {
            gone.push_back(version.dot);
        }
    }
    versions.erase(std::remove_if(versions.begin(), versions.end(), is_gone), versions.end());
    for (const Dot& dot : gone) {
        field.add_withheld(dot);
    }
    return !gone.empty();
}

} // namespace

void Redactions::join(const Redactions& others) {
    fields.insert(others.fields.begin(), others.fields.end());
    writes.insert(others.writes.begin(), others.writes.end());
    labels.insert(others.labels.begin(), others.labels.end());
}

bool Redactions::hold(const FieldKey& key, const Dot& dot) const {
    return key.field != deleted_field && (fields.count(key) != 0 || writes.count(dot) != 0);
}

std::vector<FieldKey> apply_redactions(Document& document) {
    const Redactions& redactions = document.redactions();
    std::vector<FieldKey> lost;
    if (redactions.empty()) {
        return lost;
    }
    for (auto& [collection_name, entities] : DocumentParts::collections(document)) {
        for (auto& [id, fields] : entities) {
            for (auto field = fields.begin(); field != fields.end();) {
                const FieldKey key{{collection_name, id}, field->first};
                const bool whole = redactions.fields.count(key) != 0;
                if (key.field != deleted_field && (whole || remove_writes(field->second, redactions.writes))) {
                    lost.push_back(key);
                }
                field = whole ? fields.erase(field) : std::next(field);
            }
        }
    }
    document.forget_history([&](const FieldKey& key, const Version& version) { return redactions.hold(key, version.dot); });
    for (Replica& replica : DocumentParts::replicas(document)) {
        if (redactions.labels.count(replica.id) != 0) {
            replica.label.clear();
        }
    }
    return lost;
}

} // namespace planner::document
