#include "app/change.h"

#include <algorithm>

#include "document/merge.h"
#include "review/rows.h"
#include "review/values.h"

namespace planner::app {
namespace {

using document::Document;
using document::EntityKey;
using document::FieldKey;
using document::same_value;
using document::Value;

bool is_true(const Value& value) {
    return value.is_boolean() && value.get<bool>();
}

bool holds_nothing(const FieldKey& key, const Snapshot& seen) {
    if (seen.size() != 1) return false;
    return key.field == document::deleted_field ? !is_true(seen[0].value) : seen[0].value.is_null();
}

bool contains(const Snapshot& seen, const Value& value) {
    return std::any_of(seen.begin(), seen.end(),
                       [&](const SeenVersion& version) { return same_value(version.value, value); });
}

bool same_but_for_shown(const Snapshot& left, const Snapshot& right) {
    return left.size() == right.size() && std::all_of(left.begin() + 1, left.end(), [&](const SeenVersion& version) {
               return contains({right.begin() + 1, right.end()}, version.value);
           });
}

const Value& shown(const Snapshot& seen) {
    static const Value nothing;
    return seen.empty() ? nothing : seen[0].value;
}

void write_value(Document& document, const FieldKey& key, const Value& value, const document::Stamp& stamp) {
    if (key.field != document::deleted_field)
        document.write(stamp, key, value);
    else if (is_true(value))
        document.remove(stamp, key.entity);
    else
        document.restore(stamp, key.entity);
}

/// Puts several values beside each other again, as they were before somebody chose: copies of the document each get one
/// and are merged. Label and time of who wrote them stay theirs.
void restore_conflict(Document& document, const FieldKey& key, const Snapshot& wanted, const Writer& writer) {
    const Document base = document;
    bool ours_is_back = false;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const bool ours = wanted[i].replica == writer.replica() && !ours_is_back;
        ours_is_back = ours_is_back || ours;
        document::Stamp stamp = ours ? writer.stamp() : writer.stamp_for(wanted[i].label, wanted[i].time);
        stamp.time = wanted[i].time;
        Document copy = base;
        copy.write(stamp, key, wanted[i].value);
        if (i == 0)
            document = std::move(copy);
        else
            (void)document::merge_into(document, copy);
    }
}

void put_back(Document& document, const FieldKey& key, const Snapshot& now, const Snapshot& wanted,
              const Writer& writer) {
    if (wanted.size() <= 1) {
        write_value(document, key, shown(wanted), writer.stamp());
    } else if (same_but_for_shown(now, wanted)) {
        document.write(writer.stamp(), key, shown(wanted), document::Replacing::shown_version);
    } else {
        restore_conflict(document, key, wanted, writer);
    }
}

/// Undo goes from `left_behind` to `wanted`; redo the other way.
Applied replace_field(Document& document, const FieldKey& key, const Snapshot& left_behind, const Snapshot& wanted,
                      const Writer& writer) {
    const Snapshot now = snapshot(document, key);
    if (same_values(now, left_behind)) {
        put_back(document, key, now, wanted, writer);
        return Applied::done;
    }
    const bool ours_is_shown =
        left_behind.size() <= 1 && wanted.size() <= 1 && same_value(shown(now), shown(left_behind));
    if (!ours_is_shown) return Applied::overtaken;
    document.write(writer.stamp(), key, shown(wanted), document::Replacing::shown_version);
    return Applied::done;
}

bool somebody_wrote_in(const Document& document, const Change& created) {
    const auto values = shown_values(document, created.key.entity);
    return std::any_of(values.begin(), values.end(), [&](const auto& field) {
        const auto written = created.written.find(field.first);
        if (written == created.written.end()) return review::is_filled(field.second);
        return !same_value(written->second, field.second) && field.first != "position";
    });
}

} // namespace

Snapshot snapshot(const Document& document, const FieldKey& key) {
    Snapshot seen;
    const document::Register* current = document.field(key);
    if (current == nullptr) return seen;
    for (const document::Version* version : current->distinct()) {
        seen.push_back({version->value, document.label_of(version->dot.replica), version->time, version->dot.replica});
    }
    if (holds_nothing(key, seen)) seen.clear();
    return seen;
}

bool same_values(const Snapshot& left, const Snapshot& right) {
    if (left.size() != right.size()) return false;
    if (left.empty()) return true;
    return same_value(left[0].value, right[0].value) && same_but_for_shown(left, right);
}

std::map<std::string, Value> shown_values(const Document& document, const EntityKey& entity) {
    std::map<std::string, Value> values;
    const document::Entity* fields = document.entity(entity);
    if (fields == nullptr) return values;
    for (const auto& [name, field] : *fields) {
        if (name != document::deleted_field) values.emplace(name, field.shown());
    }
    return values;
}

Applied undo_change(Document& document, const Change& change, const Writer& writer) {
    const EntityKey& entity = change.key.entity;
    switch (change.kind) {
    case ChangeKind::field: return replace_field(document, change.key, change.after, change.before, writer);
    case ChangeKind::created:
        if (somebody_wrote_in(document, change)) return Applied::overtaken;
        document.remove(writer.stamp(), entity);
        return Applied::done;
    case ChangeKind::removed: document.restore(writer.stamp(), entity); return Applied::done;
    }
    return Applied::overtaken;
}

Applied redo_change(Document& document, const Change& change, const Writer& writer) {
    const EntityKey& entity = change.key.entity;
    switch (change.kind) {
    case ChangeKind::field: return replace_field(document, change.key, change.before, change.after, writer);
    case ChangeKind::created: document.restore(writer.stamp(), entity); return Applied::done;
    case ChangeKind::removed:
        if (somebody_wrote_in(document, change)) return Applied::overtaken;
        document.remove(writer.stamp(), entity);
        return Applied::done;
    }
    return Applied::overtaken;
}

std::vector<Change> difference(const Document& before, const Document& after) {
    std::vector<Change> changes;
    for (const auto& [collection, entities] : after.collections()) {
        for (const auto& [id, fields] : entities) {
            const EntityKey entity{collection, id};
            const bool derived = !review::is_added(after, entity);
            const bool was_there = derived || (before.entity(entity) != nullptr && !before.is_deleted(entity));
            const bool is_there = derived || !after.is_deleted(entity);
            if (!was_there && is_there) {
                changes.push_back({ChangeKind::created, {entity, ""}, {}, {}, shown_values(after, entity)});
            } else if (was_there && !is_there) {
                changes.push_back({ChangeKind::removed, {entity, ""}, {}, {}, shown_values(after, entity)});
            }
            if (!was_there) continue;
            for (const auto& [name, field] : fields) {
                const FieldKey key{entity, name};
                if (!is_there && name == document::deleted_field) continue;
                Snapshot old = snapshot(before, key);
                Snapshot now = snapshot(after, key);
                if (!same_values(old, now))
                    changes.push_back({ChangeKind::field, key, std::move(old), std::move(now), {}});
            }
            // A field can only be missing when it was removed for good.
            const document::Entity* old_fields = before.entity(entity);
            for (const auto& [name, field] : old_fields == nullptr ? document::Entity() : *old_fields) {
                const FieldKey key{entity, name};
                if (is_there && fields.count(name) == 0) changes.push_back({ChangeKind::field, key, snapshot(before, key), {}, {}});
            }
        }
    }
    return changes;
}

} // namespace planner::app
