#include "document/file_format.h"
#include "document/file_parts.h"
#include "document/hash.h"
#include "document/order.h"
#include "document/write.h"

#include <algorithm>
#include <utility>

namespace planner::document {

namespace {

class CheckedReader {
public:
    explicit CheckedReader(FileParts parts)
        : parts_(std::move(parts)), document_(std::move(parts_.id), std::move(parts_.kind)) {
        DocumentParts::format_version(document_) = parts_.format_version;
    }

    tl::expected<Document, Refusal> run();

private:
    using Outcome = tl::expected<void, Refusal>;

    Outcome replicas();
    Outcome replica(const Value& line, const std::string& pointer);
    Outcome fields();
    Outcome collection(const std::string& name, Value& data);
    Outcome entity(Value::object_t& data, Value& entries, Entity& entity, const Where& where);
    Outcome redactions() { return read_redactions(parts_.sync, document_); }
    Outcome history(Value::object_t& entries);
    Outcome unknown_members();
    Outcome member(const std::string& pointer, Value value, Value::object_t& entries);
    Outcome entry(Value& each, const Value* shown, DisplayOrder, const Where& where, Register& field);
    tl::expected<Register, Refusal> versions(Value entries, Value* shown, DisplayOrder, const Where& where);
    tl::expected<Version, Refusal> version(Value& entry, Value shown, const Where& where);
    void add_unmarked(Register& target, const std::string& name, Value value);

    FileParts parts_;
    Document document_;
    std::vector<Replica> unmarked_; ///< who wrote the members that nobody signed
};

CheckedReader::Outcome CheckedReader::replica(const Value& line, const std::string& pointer) {
    if (!line.is_array() || line.size() != 3 || !line[0].is_string() || !line[2].is_string()) {
        return damaged(pointer, "this must be a replica, a counter and a label");
    }
    auto& known = DocumentParts::replicas(document_);
    const auto id = replica_from_text(line[0].get_ref<const std::string&>());
    if (!id || (!known.empty() && *id <= known.back().id)) {
        return damaged(pointer + "/0", "replicas must be 16 hexadecimal digits, each once, sorted");
    }
    const auto counter = whole_number(line[1]);
    if (!counter || *counter == 0) {
        return damaged(pointer + "/1", "a counter must be a whole number from 1");
    }
    known.push_back({*id, *counter, line[2].get<std::string>()});
    return {};
}

CheckedReader::Outcome CheckedReader::replicas() {
    const auto lines = parts_.sync.find("replicas");
    if (lines == parts_.sync.end() || !lines->is_array()) {
        return damaged("/sync", "the list of replicas is missing");
    }
    for (std::size_t index = 0; index < lines->size(); ++index) {
        if (auto done = replica((*lines)[index], "/sync/replicas/" + std::to_string(index)); !done) {
            return done;
        }
    }
    return {};
}

tl::expected<Version, Refusal> CheckedReader::version(Value& entry, Value shown, const Where& where) {
    if (!entry.is_array() || (entry.size() != 3 && entry.size() != 4)) {
        return damaged(where, "a version must be a replica, a counter, a time and perhaps a value");
    }
    const auto written = read_dot(entry, document_, where);
    if (!written) {
        return tl::unexpected<Refusal>(written.error());
    }
    const auto time = whole_number(entry[2]);
    if (!time) {
        return damaged(Where{&where, "2"}, "a time must be a whole number of milliseconds since 1970");
    }
    Value value = std::move(entry.size() == 4 ? entry[3] : shown);
    return Version{*written, std::move(value), static_cast<std::int64_t>(*time)};
}

/// Adds one entry of a list to a field; `shown` is the value in the data, null for none.
CheckedReader::Outcome CheckedReader::entry(Value& each, const Value* shown, DisplayOrder order, const Where& where,
                                            Register& field) {
    // Of a write whose value was left out there is no time either.
    if (each.is_array() && each.size() == 2) {
        const auto withheld = read_dot(each, document_, where);
        if (!withheld) {
            return tl::unexpected<Refusal>(withheld.error());
        }
        field.add_withheld(*withheld);
        return {};
    }
    if (shown == nullptr) {
        return damaged(where, "this field is not in the data");
    }
    auto read = version(each, *shown, where);
    if (!read) {
        return tl::unexpected<Refusal>(std::move(read.error()));
    }
    field.add(std::move(*read), order);
    return {};
}

tl::expected<Register, Refusal> CheckedReader::versions(Value entries, Value* shown, DisplayOrder order,
                                                        const Where& where) {
    Register result;
    const bool several = entries.is_array() && !entries.empty() && entries.front().is_array();
    if (!several && shown == nullptr) {
        return damaged(where, "this field is not in the data");
    }
    if (several && entries.size() > file_format::maximum_versions) {
        return damaged(where, "the field has too many versions");
    }
    bool shown_is_there = shown == nullptr || (!several && entries.size() == 3);
    if (!several) {
        auto read = version(entries, std::move(*shown), where);
        if (!read) {
            return tl::unexpected<Refusal>(std::move(read.error()));
        }
        result.add(std::move(*read), order);
    }
    for (std::size_t index = 0; several && index < entries.size(); ++index) {
        shown_is_there = shown_is_there || entries[index].size() == 3;
        if (auto done = entry(entries[index], shown, order, {&where, std::to_string(index)}, result); !done) {
            return tl::unexpected<Refusal>(std::move(done.error()));
        }
    }
    if (!shown_is_there) {
        return damaged(where, "nobody wrote the value in the data");
    }
    return result;
}

CheckedReader::Outcome CheckedReader::entity(Value::object_t& data, Value& entries, Entity& entity,
                                             const Where& where) {
    if (!entries.is_object()) {
        return damaged(where, "this must be an object of fields");
    }
    std::size_t signed_fields = 0;
    for (auto& [name, entry] : entries.get_ref<Value::object_t&>()) {
        const auto shown = data.find(name);
        const Where field{&where, name};
        Value there = false;
        signed_fields += shown == data.end() ? 0 : 1;
        Value* value = shown != data.end() ? &shown->second : name == deleted_field ? &there : nullptr;
        auto read = versions(std::move(entry), value, display_order_of(name), field);
        if (!read) {
            return tl::unexpected<Refusal>(std::move(read.error()));
        }
        entity.emplace_hint(entity.end(), name, std::move(*read));
    }
    if (signed_fields < data.size()) {
        return damaged(where, "there is a field that nobody wrote");
    }
    return {};
}

CheckedReader::Outcome CheckedReader::collection(const std::string& name, Value& data) {
    const Where sync{nullptr, "sync"};
    const Where fields_member{&sync, "fields"};
    const Where where{&fields_member, name};
    Value& entities = parts_.sync["fields"][name];
    if (!entities.is_object() && !entities.is_null()) {
        return damaged(where, "this must be an object of entities");
    }
    Collection& target = DocumentParts::collections(document_)[name];
    for (auto& [id, fields] : data.get_ref<Value::object_t&>()) {
        Value none = Value::object();
        const auto entries = entities.find(id);
        auto done = entity(fields.get_ref<Value::object_t&>(), entries == entities.end() ? none : *entries, target[id],
                           {&where, id});
        if (!done) {
            return done;
        }
    }
    for (const auto& [id, ignored] : entities.items()) {
        if (target.find(id) == target.end()) {
            return damaged(Where{&where, id}, "this entity is not in the data");
        }
    }
    return {};
}

CheckedReader::Outcome CheckedReader::fields() {
    const auto known = parts_.sync.find("fields");
    if (known == parts_.sync.end() || !known->is_object()) {
        return damaged("/sync", "the list of fields is missing");
    }
    for (auto& [name, entities] : parts_.data.get_ref<Value::object_t&>()) {
        if (auto done = collection(name, entities); !done) {
            return done;
        }
    }
    for (const auto& [name, ignored] : known->get_ref<const Value::object_t&>()) {
        if (document_.collection(name) == nullptr) {
            return damaged("/sync/fields" + Where{nullptr, name}.pointer(), "this collection is not in the data");
        }
    }
    return {};
}

/// A member that nobody signed: its write is named after its content, so that every copy names it alike.
void CheckedReader::add_unmarked(Register& target, const std::string& name, Value value) {
    const ReplicaId writer{hash_of(name + '\n' + canonical_text(value), HashPurpose::member)};
    target.add({{writer, 1}, std::move(value), 0}, DisplayOrder::latest_first);
    unmarked_.push_back({writer, 1, {}});
}

CheckedReader::Outcome CheckedReader::member(const std::string& pointer, Value value, Value::object_t& entries) {
    Register& target = DocumentParts::members(document_)[pointer];
    const auto entry = entries.find(pointer);
    if (entry == entries.end()) {
        add_unmarked(target, pointer, std::move(value));
        return {};
    }
    const Where sync{nullptr, "sync"};
    const Where members{&sync, "members"};
    auto read = versions(std::move(entry->second), &value, DisplayOrder::latest_first, {&members, pointer});
    if (!read) {
        return tl::unexpected<Refusal>(std::move(read.error()));
    }
    target = std::move(*read);
    entries.erase(entry);
    return {};
}

/// A version that does not know the history carries it along like any member: signed, and perhaps several beside each other.
CheckedReader::Outcome CheckedReader::history(Value::object_t& entries) {
    const auto found = parts_.sync.find(file_format::history_member);
    if (found == parts_.sync.end()) {
        return {};
    }
    const Where sync{nullptr, "sync"};
    const Where where{&sync, file_format::history_member};
    const auto entry = entries.find(where.pointer());
    if (entry == entries.end()) {
        return read_history(std::move(*found), document_, where);
    }
    const Where members{&sync, "members"};
    const auto carried = versions(std::move(entry->second), &*found, DisplayOrder::latest_first, {&members, entry->first});
    if (!carried) {
        return tl::unexpected<Refusal>(carried.error());
    }
    for (const Version& version : carried->versions()) {
        if (auto done = read_history(version.value, document_, where); !done) {
            return done;
        }
    }
    entries.erase(entry);
    return {};
}

CheckedReader::Outcome CheckedReader::unknown_members() {
    Value::object_t entries;
    if (const auto known = parts_.sync.find("members"); known != parts_.sync.end()) {
        if (!known->is_object()) {
            return damaged("/sync/members", "this must be an object of members");
        }
        entries = known->get<Value::object_t>();
    }
    if (auto done = history(entries); !done) {
        return done;
    }
    // The signed ones first: signing the others adds replicas, and entries count the replicas of the file.
    for (const bool is_signed : {true, false}) {
        for (auto& [pointer, value] : parts_.unknown) {
            if ((entries.find(pointer) != entries.end()) != is_signed || document_.members().count(pointer) != 0) {
                continue;
            }
            if (auto done = member(pointer, std::move(value), entries); !done) {
                return done;
            }
        }
    }
    return entries.empty()
               ? Outcome()
               : damaged("/sync/members" + Where{nullptr, entries.begin()->first}.pointer(), "it is not in the file");
}

tl::expected<Document, Refusal> CheckedReader::run() {
    using Step = Outcome (CheckedReader::*)();
    for (const Step step : {&CheckedReader::replicas, &CheckedReader::fields, &CheckedReader::redactions,
                            &CheckedReader::unknown_members}) {
        if (auto done = (this->*step)(); !done) {
            return tl::unexpected<Refusal>(std::move(done.error()));
        }
    }
    const auto by_id = [](const Replica& left, const Replica& right) { return left.id < right.id; };
    sort_items(unmarked_, by_id);
    // Two members can be made to have the same hash.
    const auto same_id = [](const Replica& left, const Replica& right) { return left.id == right.id; };
    unmarked_.erase(std::unique(unmarked_.begin(), unmarked_.end(), same_id), unmarked_.end());
    join_replicas(DocumentParts::replicas(document_), unmarked_);
    return std::move(document_);
}

} // namespace

std::string Where::pointer() const {
    std::string result = outer == nullptr ? std::string() : outer->pointer();
    append_pointer_segment(result, segment);
    return result;
}

tl::unexpected<Refusal> damaged(std::string pointer, std::string reason_text) {
    return refuse_at(Reason::damaged_sync, std::move(pointer), std::move(reason_text));
}

tl::unexpected<Refusal> damaged(const Where& where, std::string reason_text) {
    return damaged(where.pointer(), std::move(reason_text));
}

std::optional<std::uint64_t> whole_number(const Value& value) {
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > maximum_counter) {
        return std::nullopt;
    }
    return value.get<std::uint64_t>();
}

tl::expected<Dot, Refusal> read_dot(const Value& entry, const Document& document, const Where& where) {
    const auto index = whole_number(entry[0]);
    const auto counter = whole_number(entry[1]);
    const auto& known = document.replicas();
    if (!index || *index >= known.size()) {
        return damaged(Where{&where, "0"}, "there is no such replica");
    }
    const Replica& writer = known[static_cast<std::size_t>(*index)];
    if (!counter || *counter == 0 || *counter > writer.counter) {
        return damaged(Where{&where, "1"}, "the replica has not written that often");
    }
    return Dot{writer.id, *counter};
}

tl::expected<Document, Refusal> read_checked(FileParts parts) {
    return CheckedReader(std::move(parts)).run();
}

} // namespace planner::document
