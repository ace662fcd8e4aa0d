#include "document/file_format.h"
#include "document/file_parts.h"

#include <utility>

namespace planner::document {

namespace {

bool claims_nothing(const Value& value) {
    return value.is_null() || (value.is_string() && value.get_ref<const std::string&>().empty());
}

/// The other values of a conflict in an entry of `sync`; what has another shape is left out. The value in the data and
/// these must stay as few as can be read.
std::vector<Value> other_values(const Value& entry) {
    std::vector<Value> values;
    if (entry.is_array()) {
        for (const Value& version : entry) {
            if (version.is_array() && version.size() == 4 && !claims_nothing(version[3]) &&
                values.size() + 1 < file_format::maximum_versions) {
                values.push_back(version[3]);
            }
        }
    }
    return values;
}

/// The members of an object; none when it is something else.
const Value::object_t& members_of(const Value& value) {
    static const Value::object_t none;
    return value.is_object() ? value.get_ref<const Value::object_t&>() : none;
}

/// One member of an object; null when there is none.
const Value& member_of(const Value& value, const std::string& name) {
    static const Value nothing;
    const auto& members = members_of(value);
    const auto found = members.find(name);
    return found == members.end() ? nothing : found->second;
}

class ForeignReader {
public:
    ForeignReader(FileParts parts, ReplicaId writer)
        : parts_(std::move(parts)), document_(std::move(parts_.id), std::move(parts_.kind)), writer_(writer) {
        DocumentParts::format_version(document_) = parts_.format_version;
    }

    Document run();

private:
    void name_fields_of_sync();
    void name_members_of_sync();
    void entity(const EntityKey& key, Value::object_t& fields);
    void versions(Register& target, const Value& entry, Value value, DisplayOrder order);
    Version next(Value value) { return {{writer_, ++counter_}, std::move(value), 0}; }

    FileParts parts_;
    Document document_;
    ReplicaId writer_;
    std::uint64_t counter_ = 0;
};

/// Gives the data a null, which claims nothing, for every field of which only `sync` still has a value.
void ForeignReader::name_fields_of_sync() {
    for (const auto& [collection_name, entities] : members_of(member_of(parts_.sync, "fields"))) {
        for (const auto& [id, entries] : members_of(entities)) {
            for (const auto& [name, entry] : members_of(entries)) {
                if (!other_values(entry).empty()) {
                    parts_.data[collection_name][id].emplace(name, nullptr);
                }
            }
        }
    }
}

/// The same for unknown members.
void ForeignReader::name_members_of_sync() {
    for (const auto& [pointer, entry] : members_of(member_of(parts_.sync, "members"))) {
        if (is_unknown_member(pointer)) {
            parts_.unknown.emplace(pointer, nullptr);
        }
    }
}

void ForeignReader::versions(Register& target, const Value& entry, Value value, DisplayOrder order) {
    // First, so that the value in the data has the greater counter and stays the one that is shown.
    for (Value& other : other_values(entry)) {
        target.add(next(std::move(other)), order);
    }
    if (!claims_nothing(value)) {
        target.add(next(std::move(value)), order);
    }
}

void ForeignReader::entity(const EntityKey& key, Value::object_t& fields) {
    const Value& entries = member_of(member_of(member_of(parts_.sync, "fields"), key.collection), key.id);
    const auto deleted = fields.find(std::string(deleted_field));
    const bool says_whether_deleted = deleted != fields.end() && !claims_nothing(deleted->second);
    Entity entity;
    for (auto& [name, value] : fields) {
        Register field;
        versions(field, member_of(entries, name), std::move(value), display_order_of(name));
        if (!field.versions().empty()) {
            entity.emplace_hint(entity.end(), name, std::move(field));
        }
    }
    if (entity.empty()) {
        return;
    }
    // Files leave "deleted": false out of the data, also where a deletion stands beside it.
    if (!says_whether_deleted) {
        entity[std::string(deleted_field)].add(next(false), DisplayOrder::present_first);
    }
    DocumentParts::collections(document_)[key.collection].emplace(key.id, std::move(entity));
}

Document ForeignReader::run() {
    name_fields_of_sync();
    name_members_of_sync();
    for (auto& [collection_name, entities] : parts_.data.get_ref<Value::object_t&>()) {
        for (auto& [id, fields] : entities.get_ref<Value::object_t&>()) {
            entity({collection_name, id}, fields.get_ref<Value::object_t&>());
        }
    }
    for (auto& [pointer, value] : parts_.unknown) {
        Register member;
        versions(member, member_of(member_of(parts_.sync, "members"), pointer), std::move(value),
                 DisplayOrder::latest_first);
        if (!member.versions().empty()) {
            DocumentParts::members(document_).emplace(pointer, std::move(member));
        }
    }
    if (counter_ > 0) {
        DocumentParts::replicas(document_).push_back({writer_, counter_, {}});
    }
    return std::move(document_);
}

} // namespace

Document read_foreign(FileParts parts, ReplicaId writer) {
    return ForeignReader(std::move(parts), writer).run();
}

} // namespace planner::document
