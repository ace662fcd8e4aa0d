#include "document/file_format.h"
#include "document/file_parts.h"
#include "document/parts.h"

#include <algorithm>
#include <utility>

namespace planner::document {

namespace {

class HistoryReader {
public:
    HistoryReader(Document& document, const Where& where) : document_(document), where_(where) {}

    tl::expected<void, Refusal> run(Value history);

private:
    using Outcome = tl::expected<void, Refusal>;

    Outcome replicas(const Value& list);
    Outcome collection(const std::string& name, Value& entities, const Where& fields);
    Outcome field(const FieldKey& key, Value& entries, const Where& where);
    tl::expected<Moment, Refusal> moment(const Value& entry, const Where& where) const;

    Document& document_;
    const Where& where_;
    std::vector<ReplicaId> replicas_;
    Overwritten fields_;
};

HistoryReader::Outcome HistoryReader::replicas(const Value& list) {
    const Where where{&where_, "replicas"};
    if (!list.is_array()) {
        return damaged(where, "this must be a list of replicas");
    }
    for (const Value& each : list) {
        const auto id = each.is_string() ? replica_from_text(each.get_ref<const std::string&>()) : std::nullopt;
        if (!id || document_.counter_of(*id) == 0) {
            return damaged(where, "there is no such replica");
        }
        replicas_.push_back(*id);
    }
    return {};
}

/// The first three elements of an entry.
tl::expected<Moment, Refusal> HistoryReader::moment(const Value& entry, const Where& where) const {
    const auto index = whole_number(entry[0]), counter = whole_number(entry[1]), time = whole_number(entry[2]);
    if (!index || *index >= replicas_.size()) {
        return damaged(Where{&where, "0"}, "there is no such replica");
    }
    const ReplicaId replica = replicas_[static_cast<std::size_t>(*index)];
    if (!counter || *counter == 0 || *counter > document_.counter_of(replica)) {
        return damaged(Where{&where, "1"}, "the replica has not written that often");
    }
    if (!time) {
        return damaged(Where{&where, "2"}, "a time must be a whole number of milliseconds since 1970");
    }
    return Moment{static_cast<std::int64_t>(*time), {replica, *counter}};
}

HistoryReader::Outcome HistoryReader::field(const FieldKey& key, Value& entries, const Where& where) {
    if (!entries.is_array() || entries.empty()) {
        return damaged(where, "this must be a list of versions");
    }
    if (entries.size() > file_format::maximum_versions) {
        return damaged(where, "the field has too many versions");
    }
    std::vector<Version>& versions = fields_[key];
    for (std::size_t index = 0; index < entries.size(); ++index) {
        Value& entry = entries[index];
        const std::string number = std::to_string(index);
        const Where place{&where, number};
        if (!entry.is_array() || entry.size() != 4) {
            return damaged(place, "a version must be a replica, a counter, a time and a value");
        }
        const auto written = moment(entry, place);
        if (!written) {
            return tl::unexpected<Refusal>(written.error());
        }
        versions.push_back({written->dot, std::move(entry[3]), written->time});
    }
    return {};
}

HistoryReader::Outcome HistoryReader::collection(const std::string& name, Value& entities, const Where& fields) {
    const Where where{&fields, name};
    if (!entities.is_object()) {
        return damaged(where, "this must be an object of entities");
    }
    for (auto& [id, entries] : entities.get_ref<Value::object_t&>()) {
        const Where entity{&where, id};
        if (!entries.is_object()) {
            return damaged(entity, "this must be an object of fields");
        }
        for (auto& [field_name, versions] : entries.get_ref<Value::object_t&>()) {
            if (auto done = field({{name, id}, field_name}, versions, {&entity, field_name}); !done) {
                return done;
            }
        }
    }
    return {};
}

HistoryReader::Outcome HistoryReader::run(Value history) {
    const std::size_t horizons = history.is_object() ? history.count("horizon") : 0;
    if (!history.is_object() || history.size() != 2 + horizons || !history.contains("replicas") || !history.contains("fields") ||
        !history["fields"].is_object()) {
        return damaged(where_, "this must be fields, replicas and perhaps a horizon");
    }
    if (auto done = replicas(history["replicas"]); !done) {
        return done;
    }
    const Where fields{&where_, "fields"};
    for (auto& [name, entities] : history["fields"].get_ref<Value::object_t&>()) {
        if (auto done = collection(name, entities, fields); !done) {
            return done;
        }
    }
    std::optional<Moment> horizon;
    if (horizons > 0) {
        const Where where{&where_, "horizon"};
        const Value& entry = history["horizon"];
        if (!entry.is_array() || entry.size() != 3) {
            return damaged(where, "this must be a replica, a counter and a time");
        }
        const auto moment_of_horizon = moment(entry, where);
        if (!moment_of_horizon) {
            return tl::unexpected<Refusal>(moment_of_horizon.error());
        }
        horizon = *moment_of_horizon;
    }
    DocumentParts::history(document_).join(fields_, horizon);
    return {};
}

} // namespace

tl::expected<void, Refusal> read_history(Value history, Document& document, const Where& where) {
    return HistoryReader(document, where).run(std::move(history));
}

} // namespace planner::document
