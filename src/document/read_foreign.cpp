#include "document/file_format.h"
#include "document/file_parts.h"

#include <utility>

namespace planner::document {

namespace {

bool claims_nothing(const Value& value) {
    return value.is_null() || (value.is_string() && value.get_ref<const std::string&>().empty());
}

class ForeignReader {
public:
    ForeignReader(FileParts parts, ReplicaId writer)
        : parts_(std::move(parts)), document_(std::move(parts_.id), std::move(parts_.kind)), writer_(writer) {
        DocumentParts::format_version(document_) = parts_.format_version;
    }

    Document run();

private:
    void entity(const EntityKey& key, Value::object_t& fields);
    Version next(Value value) { return {{writer_, ++counter_}, std::move(value), 0}; }

    FileParts parts_;
    Document document_;
    ReplicaId writer_;
    std::uint64_t counter_ = 0;
};

void ForeignReader::entity(const EntityKey& key, Value::object_t& fields) {
    Entity entity;
    for (auto& [name, value] : fields) {
        const DisplayOrder order = display_order_of(name);
        // First, so that the value in the data has the greater counter and stays the one that is shown.
        for (Value& other : other_values(parts_.sync, {key, name})) {
            if (!claims_nothing(other)) {
                entity[name].add(next(std::move(other)), order);
            }
        }
        if (!claims_nothing(value)) {
            entity[name].add(next(std::move(value)), order);
        }
    }
    if (entity.empty()) {
        return;
    }
    if (entity.find(deleted_field) == entity.end()) {
        entity[std::string(deleted_field)].add({{writer_, counter_}, false, 0}, DisplayOrder::present_first);
    }
    DocumentParts::collections(document_)[key.collection].emplace(key.id, std::move(entity));
}

Document ForeignReader::run() {
    for (auto& [collection_name, entities] : parts_.data.get_ref<Value::object_t&>()) {
        for (auto& [id, fields] : entities.get_ref<Value::object_t&>()) {
            entity({collection_name, id}, fields.get_ref<Value::object_t&>());
        }
    }
    for (auto& [name, value] : parts_.unknown) {
        if (!claims_nothing(value)) {
            std::string pointer;
            append_pointer_segment(pointer, name);
            DocumentParts::members(document_)[pointer].add(next(std::move(value)), DisplayOrder::latest_first);
        }
    }
    if (counter_ > 0) {
        DocumentParts::replicas(document_).push_back({writer_, counter_, {}});
    }
    return std::move(document_);
}

} // namespace

std::vector<Value> other_values(const Value& sync, const FieldKey& key) {
    const Value* place = &sync;
    for (const std::string& name : {std::string("fields"), key.entity.collection, key.entity.id, key.field}) {
        const auto found = place->is_object() ? place->find(name) : place->end();
        if (found == place->end()) {
            return {};
        }
        place = &*found;
    }
    std::vector<Value> values;
    if (place->is_array()) {
        for (const Value& version : *place) {
            if (version.is_array() && version.size() == 4 && values.size() < file_format::maximum_versions) {
                values.push_back(version[3]);
            }
        }
    }
    return values;
}

Document read_foreign(FileParts parts, ReplicaId writer) {
    return ForeignReader(std::move(parts), writer).run();
}

} // namespace planner::document
