#include "document/file_format.h"
#include "document/file_parts.h"
#include "document/hash.h"
#include "document/write.h"

#include <algorithm>
#include <utility>

namespace planner::document {

namespace {

tl::unexpected<Refusal> damaged(std::string pointer, std::string reason_text) {
    return refuse_at(Reason::damaged_sync, std::move(pointer), std::move(reason_text));
}

std::string beside(const std::string& pointer, std::string_view segment) {
    std::string result = pointer;
    append_pointer_segment(result, segment);
    return result;
}

/// A whole number from 0 that every JSON reader holds exactly.
std::optional<std::uint64_t> whole_number(const Value& value) {
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > maximum_counter) {
        return std::nullopt;
    }
    return value.get<std::uint64_t>();
}

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
    Outcome entity(Value::object_t& data, const Value& entries, Entity& entity, const std::string& pointer);
    Outcome unknown_members();
    Outcome member(const std::string& pointer, Value value, Value::object_t& entries);
    tl::expected<Register, Refusal> versions(Value entry, Value shown, DisplayOrder, const std::string& pointer);
    tl::expected<Version, Refusal> version(Value& entry, const Value& shown, const std::string& pointer);
    Outcome add_unmarked(Register& target, const std::string& name, Value value);

    FileParts parts_;
    Document document_;
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

tl::expected<Version, Refusal> CheckedReader::version(Value& entry, const Value& shown, const std::string& pointer) {
    if (!entry.is_array() || (entry.size() != 3 && entry.size() != 4)) {
        return damaged(pointer, "a version must be a replica, a counter, a time and perhaps a value");
    }
    const auto index = whole_number(entry[0]);
    const auto counter = whole_number(entry[1]);
    const auto time = whole_number(entry[2]);
    const auto& known = document_.replicas();
    if (!index || *index >= known.size()) {
        return damaged(pointer + "/0", "there is no such replica");
    }
    const Replica& writer = known[static_cast<std::size_t>(*index)];
    if (!counter || *counter == 0 || *counter > writer.counter) {
        return damaged(pointer + "/1", "the replica has not written that often");
    }
    if (!time) {
        return damaged(pointer + "/2", "a time must be a whole number of milliseconds since 1970");
    }
    Value value = entry.size() == 4 ? std::move(entry[3]) : shown;
    return Version{{writer.id, *counter}, std::move(value), static_cast<std::int64_t>(*time)};
}

tl::expected<Register, Refusal> CheckedReader::versions(Value entry, Value shown, DisplayOrder order,
                                                        const std::string& pointer) {
    Register result;
    const bool several = entry.is_array() && !entry.empty() && entry.front().is_array();
    const std::size_t count = several ? entry.size() : 1;
    bool shown_is_there = false;
    for (std::size_t index = 0; index < count; ++index) {
        Value& each = several ? entry[index] : entry;
        shown_is_there = shown_is_there || each.size() == 3;
        auto read = version(each, shown, several ? beside(pointer, std::to_string(index)) : pointer);
        if (!read) {
            return tl::unexpected<Refusal>(std::move(read.error()));
        }
        result.add(std::move(*read), order);
    }
    if (!shown_is_there) {
        return damaged(pointer, "nobody wrote the value in the data");
    }
    return result;
}

CheckedReader::Outcome CheckedReader::entity(Value::object_t& data, const Value& entries, Entity& entity,
                                             const std::string& pointer) {
    if (!entries.is_object()) {
        return damaged(pointer, "this must be an object of fields");
    }
    for (const auto& [name, entry] : entries.get_ref<const Value::object_t&>()) {
        const auto shown = data.find(name);
        if (shown == data.end() && name != deleted_field) {
            return damaged(beside(pointer, name), "this field is not in the data");
        }
        Value value = shown == data.end() ? Value(false) : std::move(shown->second);
        auto read = versions(entry, std::move(value), display_order_of(name), beside(pointer, name));
        if (!read) {
            return tl::unexpected<Refusal>(std::move(read.error()));
        }
        entity.emplace_hint(entity.end(), name, std::move(*read));
    }
    for (const auto& [name, value] : data) {
        if (entity.find(name) == entity.end()) {
            return damaged(pointer, "nobody wrote the field \"" + name + "\"");
        }
    }
    return {};
}

CheckedReader::Outcome CheckedReader::collection(const std::string& name, Value& data) {
    static const Value none = Value::object();
    const std::string pointer = beside("/sync/fields", name);
    const Value& known = parts_.sync["fields"];
    const auto entries = known.find(name);
    if (entries != known.end() && !entries->is_object()) {
        return damaged(pointer, "this must be an object of entities");
    }
    const Value& entities = entries == known.end() ? none : *entries;
    Collection& target = DocumentParts::collections(document_)[name];
    for (auto& [id, fields] : data.get_ref<Value::object_t&>()) {
        const auto found = entities.find(id);
        auto done = entity(fields.get_ref<Value::object_t&>(), found == entities.end() ? none : *found, target[id],
                           beside(pointer, id));
        if (!done) {
            return done;
        }
    }
    for (const auto& [id, ignored] : entities.get_ref<const Value::object_t&>()) {
        if (target.find(id) == target.end()) {
            return damaged(beside(pointer, id), "this entity is not in the data");
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
            return damaged(beside("/sync/fields", name), "this collection is not in the data");
        }
    }
    return {};
}

/// A member that nobody signed: its write is named after its content, so that every copy names it alike.
CheckedReader::Outcome CheckedReader::add_unmarked(Register& target, const std::string& name, Value value) {
    const ReplicaId writer{hash_of(name + '\n' + canonical_text(value), HashPurpose::member)};
    target.add({{writer, 1}, std::move(value), 0}, DisplayOrder::latest_first);
    join_replicas(DocumentParts::replicas(document_), {Replica{writer, 1, {}}});
    return {};
}

CheckedReader::Outcome CheckedReader::member(const std::string& pointer, Value value, Value::object_t& entries) {
    Register& target = DocumentParts::members(document_)[pointer];
    const auto entry = entries.find(pointer);
    if (entry == entries.end()) {
        return add_unmarked(target, pointer, std::move(value));
    }
    auto read = versions(std::move(entry->second), std::move(value), DisplayOrder::latest_first,
                         beside("/sync/members", pointer));
    if (!read) {
        return tl::unexpected<Refusal>(std::move(read.error()));
    }
    target = std::move(*read);
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
    Value::object_t unknown;
    for (auto& [name, value] : parts_.unknown) {
        unknown.emplace(beside("", name), std::move(value));
    }
    for (auto& [name, value] : parts_.sync.get_ref<Value::object_t&>()) {
        const auto& known = file_format::sync_members;
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            unknown.emplace(beside("/sync", name), std::move(value));
        }
    }
    // The signed ones first: signing the others adds replicas, and entries count the replicas of the file.
    for (const bool is_signed : {true, false}) {
        for (auto& [pointer, value] : unknown) {
            if ((entries.find(pointer) != entries.end()) != is_signed || document_.members().count(pointer) != 0) {
                continue;
            }
            if (auto done = member(pointer, std::move(value), entries); !done) {
                return done;
            }
        }
    }
    return entries.empty() ? Outcome()
                           : damaged(beside("/sync/members", entries.begin()->first), "it is not in the file");
}

tl::expected<Document, Refusal> CheckedReader::run() {
    using Step = Outcome (CheckedReader::*)();
    for (const Step step : {&CheckedReader::replicas, &CheckedReader::fields, &CheckedReader::unknown_members}) {
        if (auto done = (this->*step)(); !done) {
            return tl::unexpected<Refusal>(std::move(done.error()));
        }
    }
    return std::move(document_);
}

} // namespace

tl::expected<Document, Refusal> read_checked(FileParts parts) {
    return CheckedReader(std::move(parts)).run();
}

} // namespace planner::document
